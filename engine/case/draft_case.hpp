// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case.hpp"
#include "engine/claims/read_claims.hpp"
#include "engine/claims/text_claim.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What the comments of a draft say; values by name.
enum class DraftRemark {
    head,         ///< a draft, to be checked
    profile,      ///< what may be named as one
    files,        ///< what paths are relative to
    holder,       ///< whose territory the maps show
    the_holder,   ///< who that is where nobody says it
    read_as,      ///< `figure` in km²
    read_as_rate, ///< the same a day
    hedge,        ///< behind it: the id of the `hedge`
    published,    ///< the words of a day that is that of publication
    from,         ///< the `words` that a day comes from
    said,         ///< the day when it was said, to be filled in
    counted,      ///< the day it is counted from, likewise
    text_has,     ///< behind it: the `words` that do not tell the day
    measure,      ///< the choices of a measure that is open
    warning,      ///< `warning`
    not_verified, ///< a figure of a `kind` that is none of an area, and its `words`
};

/// "head", …
const char* name(DraftRemark remark);

/// Words the comments of a draft. Without one they are the names of what they say.
class DraftWords {
  public:
    virtual ~DraftWords() = default;
    virtual std::string remark(DraftRemark remark,
                               const std::map<std::string, std::string>& values) const;
    virtual std::string warning(const ClaimWarning& warning) const;
};

/// What a draft says beside its claims; without a source it names a placeholder.
struct DraftFrame {
    std::string title = {};
    std::string within = {};
    std::vector<CaseSource> sources = {}; ///< paths as the draft is to have them
    std::shared_ptr<const DraftWords> words = std::make_shared<DraftWords>();
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
