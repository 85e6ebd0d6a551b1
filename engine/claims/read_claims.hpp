// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/timeline/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct ReadOptions {
    std::string lang;              ///< "da", "en", …; empty: detected from the text
    std::optional<Date> published; ///< weekdays and "yesterday" are resolved against it
    /// Whose territory the maps show ("Russian forces"). With it "captured" is a gain or a loss by
    /// who captures; without it only words that say so themselves (retaken, withdrew) decide.
    std::string holder;
    /// The text is a claim about land and nothing else (that of a case file), so that words which
    /// mean an area only among others of land do: "a third of Malta", "2,000 kilometres".
    bool is_claim = false;
};

/// The statements about areas in a text, in the order of the text, spans not overlapping.
///
/// Pure: opens nothing, knows no clock, needs no ICU; what it knows of a language stands in
/// engine/data/lexicons. Any bytes may come in: invalid UTF-8 is skipped over, offsets always refer
/// to the bytes given, and time is linear in their number.
std::vector<TextClaim> read_claims(std::string_view text, const ReadOptions& options = {});

/// The language a text is most likely written in, by its commonest words ("en" where nothing
/// tells). Only languages with a lexicon are known.
std::string detect_language(std::string_view text);

/// The same, and whether the text speaks for it beyond doubt against every language that writes
/// numbers otherwise: a name or a unit is no such evidence.
struct DetectedLanguage {
    std::string lang;
    bool certain = false;
    /// Where it is not certain: the others that the text speaks for nearly as much.
    std::vector<std::string> rivals;
};
DetectedLanguage detect_language_surely(std::string_view text);

/// The languages with a lexicon, ordered.
std::vector<std::string> known_languages();

} // namespace engine
