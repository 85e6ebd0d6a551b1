// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/input_tree.hpp"

#include <functional>
#include <string>
#include <vector>

namespace areaclaim {

/// A verification that can be run again in the folder of its inputs.
struct Rerun {
    std::vector<std::string> command; ///< words from "areaclaim" on, paths from that folder on
    std::function<engine::Verification()> run; ///< in the present working folder
};

struct EvidenceOptions {
    std::string folder;
    bool copy = true; ///< else inputs are told by their digest only
    bool force = false;
};

/// Refuses a folder that holds something else, or evidence of other inputs. Before anything is
/// measured.
void check_evidence_folder(const EvidenceOptions& options, const engine::Provenance& provenance);

/// Writes a folder from which anybody can compute a verification again: the inputs, the results as
/// they come out of a run among these inputs, and the metadata of all. `found` is what the run gave
/// that was shown; the one among the inputs has to give the same figures, else throws OutputError.
/// An input that is not the one that was measured any more throws engine::InputError.
void write_evidence(const EvidenceOptions& options, const engine::Verification& found,
                    const Rerun& rerun);

/// Computes a folder's results again. Throws engine::InputError for a folder that is none and for
/// an input that is missing or changed. Returns what differs, a line each; empty: nothing.
/// `verify` runs a command in the present working folder.
std::vector<std::string>
replay_evidence(const std::string& folder,
                const std::function<engine::Verification(const std::vector<std::string>&)>& verify,
                const Console& console);

} // namespace areaclaim
