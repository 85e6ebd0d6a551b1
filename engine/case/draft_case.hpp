// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case.hpp"
#include "engine/claims/read_claims.hpp"
#include "engine/claims/text_claim.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// A source of a draft, paths as the draft is to have them.
struct DraftSource {
    CaseSource source;
    std::vector<std::string> remarks = {}; ///< comments beside it: its licence, say
};

/// What a draft says beside its claims; without a source it names a placeholder.
struct DraftFrame {
    std::string title = {};
    std::string within = {};
    std::vector<DraftSource> sources = {};
    /// How a warning is told in a comment; by its code where this is empty.
    std::function<std::string(const ClaimWarning&)> warning_words = {};
};

/// Whether a statement can be held against maps: not a number of settlements, nor a rate, and with
/// a figure.
bool is_verifiable(const TextClaim& claim);

/// A case file for the area claims of a text, for a person to edit: one
/// [[claim]] for each area, comparison and share, what is not known left as a comment that says
/// what to fill in, warnings as comments. Rates and counts become comments. It is valid TOML, and a
/// valid case once `stated` stands where it could not be resolved.
std::string draft_case(std::span<const TextClaim> claims, const ReadOptions& options,
                       const DraftFrame& frame = {});

} // namespace engine
