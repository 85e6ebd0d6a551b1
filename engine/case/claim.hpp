// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Whether a statement can be compared with areas on maps: not a number of settlements, and with a
/// figure and both bands. A rate is compared as the change over its window.
bool is_area(const TextClaim& found);

/// A claim to be verified: what the case says of it, and what reading its text gave.
struct Claim {
    std::string id;             ///< unique in its case
    std::string text;           ///< as stated, any language
    std::string lang;           ///< "da"; empty: detected
    std::optional<Date> stated; ///< when it was said
    std::optional<Date> since;  ///< the day whose situation the change is counted from
    /// Other days that it may be counted from ("since the counteroffensive began").
    std::vector<Date> baselines;
    std::optional<Date> as_of; ///< the day it speaks of; `stated` where it says nothing else
    Measure measure = Measure::lost;
    /// Neither the case nor the words tell the measure: every one is judged, `measure` is the
    /// first.
    bool measure_open = false;
    std::string within; ///< path of the claim's own region of interest, as written; else the case's
    std::string speaker;
    std::string source; ///< where it was published: outlet, address
    std::string note;
    std::optional<bool> asked; ///< whether who claims it was asked about it, where the case tells

    /// What the text states, read by read_claims; its figure and both bands are present.
    TextClaim figure;
    /// Further figures found in the same text; they are not verified and the report says so.
    std::vector<TextClaim> others;
    std::vector<ClaimWarning> warnings;

    /// The last day the claim speaks of.
    std::optional<Date> end() const { return as_of ? as_of : stated; }
};

/// A claim of a case, whether a file or flags told it: reads the figures of `given.text`. Days that
/// `given` leaves open are those that the words tell; so is the measure, as seen from the holder,
/// where none is given, and where the words tell none it stays open (Claim::measure_open). Throws
/// InputError, naming `place`, where the words yield no figure of an area and where the claim
/// begins after the day it speaks of.
Claim read_claim(Claim given, std::optional<Measure> measure, const std::string& holder,
                 const std::string& place);

} // namespace engine
