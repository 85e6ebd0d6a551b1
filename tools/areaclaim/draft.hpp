// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/draft_case.hpp"
#include "engine/claims/read_claims.hpp"
#include "engine/claims/text_claim.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/desk_file.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/report/language.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// The sources that maps named on the command line make: one for each profile that their first
/// files are read with, in the order given. Paths stay as they are.
std::vector<DeskSource> sources_of_maps(const std::vector<std::string>& paths,
                                        const MapOptions& options);

/// A desk's sources with paths that hold from the working folder and every profile settled.
std::vector<DeskSource> sources_of_desk(const Desk& desk, const MapOptions& options);

/// Whose territory the sources' maps show, as their profiles tell; empty where one does not or two
/// differ.
std::string holder_of(const std::vector<DeskSource>& sources);

/// What a draft is made from.
struct DraftParts {
    std::string title;
    std::string within; ///< a region of interest; may be empty
    std::vector<DeskSource> sources;
    std::vector<engine::TextClaim> claims;
    engine::ReadOptions reading;
    std::string language = "en"; ///< of its comments
};

/// A draft without title and sources, whose comments are in a language of reports.
engine::DraftFrame draft_frame(const report::Language& in);

/// The text of a case file that is to stand in `folder`, paths relative to that. Claims that no
/// case can hold (their days contradict each other, say) are left out, and the console says why.
/// Empty where no claim about an area is left.
std::string draft_text(const DraftParts& parts, const std::string& folder, const Console& console);

/// Writes a draft. One that a person has edited since it was written is kept: throws OutputError
/// that says so, unless `force`.
void write_draft(const std::string& path, const std::string& text, bool force);

} // namespace areaclaim
