// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "tools/report/language.hpp"

#include <string>

namespace chart {

/// How a chart writes figures and days in the language of its reader, who has little room.
class Words {
  public:
    explicit Words(const report::Language& language) : language_(language) {}

    /// A fraction only where there is one, three digits of it at most; "–" for what is no number.
    std::string number(double value) const;
    /// "8 Sep", in German "8. Sep": day and the first three letters of the month.
    std::string short_day(engine::Date day) const;
    /// "8 Sep 2022".
    std::string day_and_year(engine::Date day) const;

  private:
    const report::Language& language_;
};

int year_of(engine::Date day);

} // namespace chart
