// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A less likely value of the same signs: "2.000" where the full stop parts decimals.
struct OtherValue {
    double value = 0.0;
    std::string code;  ///< see Reading
    bool open = false; ///< see Reading
};

/// A number in digits, with any of the signs that group thousands or begin decimals.
struct DigitNumber {
    std::size_t last = 0; ///< one past its last token
    double value = 0.0;
    double step = 1.0; ///< worth of the last written digit
    std::vector<OtherValue> others;
};

bool is_digits(const Tokens& tokens, std::size_t i, std::size_t end);

/// The whole number that token i is, of `most` digits at most (a day, a year); -1 where it is none.
int short_number(const Tokens& tokens, std::size_t i, std::size_t end, std::size_t most);

/// The number whose digits begin at token i; nullopt where their grouping fits none (a date, a
/// version, a telephone number). A sign before exactly three digits parts thousands, unless the
/// language is certain (Annotated) and takes it for a decimal sign; the other value is kept where
/// the language does not rule it out.
std::optional<DigitNumber> read_digits(const Annotated& text, std::size_t i, std::size_t end);

/// Where digits and their grouping signs end that begin at i (one past their last token), whether
/// or not they make a number. i where no digits begin.
std::size_t skip_digits(const Annotated& text, std::size_t i, std::size_t end);

} // namespace engine
