// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace engine {

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
