// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// A path without its folders.
std::string_view file_name(std::string_view path);

/// Whether a shell-like pattern (`*` any text, `?` one byte) matches a whole text. Letter case
/// (ASCII) and runs of white space do not matter. Time is at most |pattern|·|text|.
bool matches_pattern(std::string_view pattern, std::string_view text);

/// Whether a pattern of files matches a name without folders, as in a shell: `*`, `?`, and sets
/// ("[0-9]", "[!a]"); letter case counts, and a name that begins with a dot needs one in the
/// pattern.
bool matches_file_pattern(std::string_view pattern, std::string_view file_name);

/// What a date pattern found in a name.
struct NameDate {
    enum class Result {
        absent, ///< the pattern does not match, or what stands at its place is no day
        found,
        ambiguous, ///< it matches in several ways that give different days
    };
    Result result = Result::absent;
    Date date; ///< where found
};

/// Finds the day in a name by a pattern with exactly one place, such as {YYYY-MM-DD}, {YYMMDD}
/// (20YY), {DD.MM.YYYY}, {M-D-YYYY} or {MONDDYYYY} (English month abbreviations, either case). A
/// place without a day is the first of its month, one without a month the first of its year.
///
/// Only a day that exists, in a year from 1900 to 2100, and whose digits no further digit touches
/// is taken: `AO02FEB22024` holds `02FEB2202`, and `DEC060205` a year 205; neither is a date.
NameDate find_date(std::string_view pattern, std::string_view name);

/// Why a date pattern cannot be used (no place, two places, an unknown place); nullopt where it
/// can.
std::optional<std::string> pattern_error(std::string_view pattern);

} // namespace engine
