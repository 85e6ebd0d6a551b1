// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/sources/accuracy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// `[source.error]` of a case; overrides the profile's.
struct CaseError {
    std::optional<double> position_sigma_km;
    std::optional<double> correlation_km;
    ClassAccuracies classes = {}; ///< `[source.error.contested]` and the like
};

/// A source of a case, unresolved: paths and patterns as written.
struct CaseSource {
    std::string name;
    std::string profile; ///< a built-in profile's name or a file; empty: the one that fits
    std::vector<std::string> files; ///< paths or globs, relative to the case file
    std::string layer;              ///< as `--layer`
    std::string where;              ///< as `--where`
    CaseError error;
    std::string licence = {};                     ///< of the maps; empty: as the profile says
    std::string link = {};                        ///< where they come from
    std::optional<Date> retrieved = std::nullopt; ///< when they were fetched from there
};

/// What is to be verified: the same value whether a file or flags told it.
struct Case {
    std::string name; ///< of the case file, or "command line": for messages and reports
    std::string title;
    std::string holder;
    std::string within;  ///< path of a region of interest, relative to the case file; may be empty
    std::string outline; ///< path of a border or coast that does not move; the same
    std::vector<CaseSource> sources;
    std::vector<Claim> claims;
};

/// The accuracy of a case's source: what its profile says, and over that what the case does. A
/// figure that the case gives for the whole source holds for each class that it gives none of its
/// own. nullopt where neither says anything. Throws InputError, naming `place` (the case file),
/// where they leave one of the two figures open.
std::optional<SourceAccuracy> accuracy_of(const CaseSource& source,
                                          const std::optional<SourceAccuracy>& of_profile,
                                          const std::string& place);

/// Two maps and claims about what changed between them, as flags name them.
struct PairCase {
    std::string before;
    std::string after;
    std::vector<std::string> claims; ///< their words
    std::optional<Date> stated;      ///< of all of them; else as the words say
    std::optional<Date> since;       ///< the same
    std::optional<Measure> measure;  ///< the same
    std::string lang;                ///< the same
    std::string holder;
    std::string profile; ///< a built-in profile's name or a file; empty: the one that fits
    std::string layer;
    std::string where;
    std::string within;  ///< path of a region of interest; may be empty
    std::string outline; ///< path of a border or coast that does not move; may be empty
};

/// The case that these flags tell: one source of two files, called by its profile. Throws
/// InputError where words yield no figure of an area.
Case case_of_pair(const PairCase& pair);

/// Days that neither flags nor words tell are those of the two maps. Words that mean a day only
/// once the day of publication is known ("since the start of the month") are read as published on
/// the day that the claim speaks of, else on that of the map after.
void take_days_from_maps(Case& pair, Date before, Date after);

} // namespace engine
