// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/case_inputs.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/input_tree.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/verify_outputs.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace areaclaim {

/// What `verify` is asked for; `check` asks for the same of the case that it drafts.
struct VerifyCommandOptions {
    std::string case_file;
    CaseRights rights;
    engine::PairCase pair;
    std::string stated;
    std::string since;
    std::string published;
    std::string measure;
    MapOptions maps;
    std::vector<std::string> fail_on;
    std::string error_model = "redrawn";
    int simulate = 0;
    std::uint64_t seed = 1;
    std::string reasons_lang = "en";
    bool explain = false;
    std::string scale;
    VerifyOutputs outputs;
    std::vector<std::string>
        read_before; ///< inputs of the run besides the case's: an article, a desk
    bool force = false;
};

/// --error-model, --simulate and what goes with them; --fail-on, the report's language and form,
/// and every output. `options` must outlive the parsing.
void add_verdict_options(CLI::App& app, VerifyCommandOptions& options);

/// Loads, verifies, writes what was asked for and prints.
ExitCode run_verify(const VerifyCommandOptions& options, const Console& console);

/// All options of `verify` but the common ones.
void add_verify_options(CLI::App& app, VerifyCommandOptions& options);

/// Loads and verifies; writes and prints no result. `before_measuring` may refuse what was loaded.
engine::Verification
verified(const VerifyCommandOptions& options, const Console& console,
         const std::function<void(const engine::Provenance&)>& before_measuring = {});

/// The same in silence, from the files below the working folder alone: of evidence.
engine::Verification verified_here(VerifyCommandOptions options);

/// The same asked in the folder of the inputs: their paths from there on, no outputs.
VerifyCommandOptions among_inputs(VerifyCommandOptions options, const InputTree& tree);

/// The command line that asks for it: "areaclaim", "verify", "--json", … Only what decides the
/// result, and that only where it is not the default.
std::vector<std::string> command_words(const VerifyCommandOptions& options);

/// The command line of an evidence folder, understood. Throws engine::InputError where it is no
/// `verify`, writes something, or names a path that leaves the folder.
VerifyCommandOptions from_command_words(const std::vector<std::string>& words);

} // namespace areaclaim
