// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/digits.hpp"
#include "engine/claims/warning.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace engine {

/// A number as a text writes it, in digits, words or both ("3 тыс. 200").
struct Quantity {
    std::size_t first = 0; ///< tokens
    std::size_t last = 0;  ///< one past
    double value = 0.0;
    double low = 0.0; ///< of a range or a vague number; otherwise both are value
    double high = 0.0;
    double step = 1.0;  ///< worth of the last digit that says something: 1,000 in "2,000"
    bool round = false; ///< ends in zeros, so that the step is a guess
    bool range = false; ///< "500 to 700"
    bool vague = false; ///< "hundreds of"
    bool about = false; ///< "une quinzaine de": a number in words that are only near it
    double largest_multiplier = 1.0; ///< 1000 in "2 to 3 thousand"
    std::vector<OtherValue> others;  ///< the less likely readings, ranked
    std::vector<ClaimWarning> warnings;
};

/// The number that begins at token i and ends before `end`: digits with any grouping, number
/// words, multipliers, ranges, vague numbers. nullopt where none begins, or where the digits are a
/// date, a time, a version or a telephone number.
std::optional<Quantity> read_quantity(const Annotated& text, std::size_t i, std::size_t end);

/// Four digits without a sign between them that may be a year: "In 2022 larger than Malta".
bool may_be_year(const Annotated& text, const Quantity& q);

/// Whether the number at token i is where something began: "grew from 10 to 35 hectares" are two
/// values in time, and no range.
bool is_from_to(const Annotated& text, std::size_t i, std::size_t end);

} // namespace engine
