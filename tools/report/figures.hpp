// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"
#include "tools/report/language.hpp"
#include "tools/report/unit.hpp"

#include <optional>
#include <string>

namespace report {

/// Areas in the words of a report: in its language, in the unit that was asked for, and with no
/// digit that is not known.
class Figures {
  public:
    using OptionalArea = std::optional<shapes::Area>;

    Figures(const Language& language, AreaUnit unit) : language_(language), unit_(unit) {}

    const Language& language() const { return language_; }

    /// "8,370 km²" for 8,366 with an error of 38; without an error whole numbers from 100 on, one
    /// decimal from 1 on, else three.
    std::string words(shapes::Area area, OptionalArea sigma = std::nullopt) const;
    /// "410 ± 140 km²"; the figure alone where there is no error.
    std::string plus_minus(shapes::Area area, OptionalArea sigma) const;
    /// "600 to 9,000 km²", "at least 600 km²", "at most 9,000 km²", "any area".
    std::string words(const engine::Interval& interval, OptionalArea sigma = std::nullopt) const;
    std::string words(const engine::Band& band) const;

  private:
    double in_unit(shapes::Area area) const { return area.km2() / km2_in(unit_); }
    std::string number(double value, double step) const;
    std::string with_unit(const std::string& number) const;
    std::string range(double low, double high, double step) const;

    const Language& language_;
    AreaUnit unit_;
};

/// The step that a figure with this error is rounded to: one of the error's first digit, or of its
/// second where the error begins with 100 to 354 (Particle Data Group, Review of Particle Physics,
/// 5.3): 36 gives 10, 136 gives 10, 600 gives 100. 0 where the error is 0.
double step_of(double sigma);

} // namespace report
