// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <string>
#include <vector>

namespace chart {

/// How a chart writes figures and days in the language of its reader.
struct Words {
    std::string thousands = ",";
    std::string decimal = ".";
    std::vector<std::string> months; ///< twelve names, January first
    std::string unit = "km²";

    /// Digits with the language's signs: 1,000; a fraction only where there is one, three digits of
    /// it at most. "−" before what is negative.
    std::string number(double value) const;
    /// "8 Sep": day and the first three letters of the month.
    std::string short_day(engine::Date day) const;
    /// "8 Sep 2022".
    std::string day_and_year(engine::Date day) const;
};

/// English.
Words english();

int year_of(engine::Date day);

} // namespace chart
