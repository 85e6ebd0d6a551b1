// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/claim.hpp"
#include "engine/sources/accuracy.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// `[source.error]` of a case; overrides the profile's.
struct CaseError {
    std::optional<double> position_sigma_km;
    std::optional<double> correlation_km;
    ClassAccuracies classes = {}; ///< `[source.error.contested]` and the like
};

/// A `[[source]]` of a case, unresolved: paths and patterns as written.
struct CaseSource {
    std::string name;
    std::string profile; ///< a built-in profile's name or a file; empty: the one that fits
    std::vector<std::string> files; ///< paths or globs, relative to the case file
    std::string layer;              ///< as `--layer`
    std::string where;              ///< as `--where`
    CaseError error;
};

/// A case as its file states it.
struct Case {
    std::string name; ///< of the case file, for messages and reports
    std::string title;
    std::string holder;
    std::string within;  ///< path of a region of interest, relative to the case file; may be empty
    std::string outline; ///< path of a border or coast that does not move; the same
    std::vector<CaseSource> sources;
    std::vector<Claim> claims;
};

/// Parses a case from TOML text and reads the figures of its claims. Opens nothing. `name` stands
/// in messages (the file's name). Throws InputError, naming line and key, for: TOML that does not
/// parse; a key that is not known; a value of the wrong type or a day that does not exist; no
/// source or no claim; two claims of one id; a claim whose text yields no figure of an area;
/// `since` after the claim's day.
Case parse_case(std::string_view toml, const std::string& name);

/// The accuracy of a case's source: what its profile says, and over that what the case does. A
/// figure that the case gives for the whole source holds for each class that it gives none of its
/// own. nullopt where neither says anything. Throws InputError, naming `place` (the case file),
/// where they leave one of the two figures open.
std::optional<SourceAccuracy> accuracy_of(const CaseSource& source,
                                          const std::optional<SourceAccuracy>& of_profile,
                                          const std::string& place);

/// The measure that the words of a claim tell, as seen from the holder; where they tell none it
/// stays open (Claim::measure_open).
void take_measure_from_words(Claim& claim);

/// A claim given on the command line (`--claim "TEXT" --stated … --since …`): reads the figures of
/// `claim.text` and fills in the days that the text states and the claim leaves open. Throws
/// InputError where the text yields no figure of an area; `place` stands in the message.
Claim read_claim(Claim claim, const std::string& holder, const std::string& place);

} // namespace engine
