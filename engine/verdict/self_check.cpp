// SPDX-License-Identifier: MIT
#include "engine/verdict/self_check.hpp"

#include "engine/verdict/adds_up.hpp"
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/exact/exact_change.hpp"
#include "shapes/geos/second_opinion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {
namespace {

using shapes::Area;
using shapes::Region;

/// Area of polygons as GEOS made them: shells count, holes are taken away, whatever way they run.
Area area_of(const Region& region) {
    Area sum;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const double m2 = std::abs(shapes::ring_area(region.ring(r)).m2());
            sum += Area::from_m2(r == first ? m2 : -m2);
        }
    }
    return sum;
}

/// Whether two areas are within a bound of each other. Written so that a NaN never is.
bool close(Area a, Area b, Area bound) {
    return std::abs((a - b).m2()) <= bound.m2();
}

/// One difference, as drawn and as measured, and who is asked about it.
class Difference {
  public:
    Difference(const ControlBoundary& before, const ControlBoundary& after, ControlClass level,
               const Region* within)
        : before_(before), after_(after), level_(level), within_(within),
          drawn_before_(before.drawn_up_to(level)), drawn_after_(after.drawn_up_to(level)),
          bounds_(check_bounds(drawn_before_, drawn_after_, within)) {}

    const CheckBounds& bounds() const { return bounds_; }

    /// GEOS in full precision.
    void ask_second(SelfCheck& check) const {
        check.second_method = second_method();
        check.bound = bounds_.second;
        const auto answer = geos(0.0, check.error);
        if (answer) {
            check.second_lost = answer->lost;
            check.second_gained = answer->gained;
        }
    }

    /// Asks the others, and sets finding and ok by what they say.
    void arbitrate(SelfCheck& check, const shapes::ChangeArea& ours) const {
        const bool adds_up = check.residual <= check.residual_bound;
        if (adds_up && !check.second_method.empty() && agrees_on_grid(check)) {
            check.finding = CheckFinding::agreed_on_grid;
            check.ok = true;
            return;
        }
        const auto kernel = any_fill();
        check.others.push_back({"the any-fill kernel", kernel.lost, kernel.gained});
        const auto exact =
            shapes::exact_change_area(drawn_before_, drawn_after_, before_.fill, within_);
        if (exact) {
            check.others.push_back({"exact evaluation", exact->lost, exact->gained});
        }
        check.ok = same(ours, exact ? *exact : kernel);
        if (!check.ok) {
            check.finding = exact ? CheckFinding::ours_was_wrong : CheckFinding::undecided;
        } else if (!exact) {
            check.finding = CheckFinding::confirmed_by_kernel;
        } else {
            check.finding =
                adds_up ? CheckFinding::second_was_wrong : CheckFinding::check_was_wrong;
        }
    }

  private:
    bool same(const shapes::ChangeArea& a, const shapes::ChangeArea& b) const {
        return close(a.lost, b.lost, bounds_.ours) && close(a.gained, b.gained, bounds_.ours) &&
               close(a.common, b.common, bounds_.ours) && close(a.before, b.before, bounds_.ours) &&
               close(a.after, b.after, bounds_.ours);
    }

    bool agrees_on_grid(SelfCheck& check) const {
        std::string error;
        const auto answer = geos(shapes::geos::kRetryGridDegrees, error);
        if (!answer) {
            return false;
        }
        check.others.push_back(
            {check.second_method + " on a grid of 1e-10 degrees", answer->lost, answer->gained});
        return close(check.lost, answer->lost, bounds_.second_on_grid) &&
               close(check.gained, answer->gained, bounds_.second_on_grid);
    }

    struct LostAndGained {
        Area lost;
        Area gained;
    };
    /// GEOS' answer, clipped by GEOS itself, so that it is independent to the end.
    std::optional<LostAndGained> geos(double grid, std::string& error) const {
        const auto clipped = [&](const Region& drawn) -> std::optional<Region> {
            if (within_ == nullptr) {
                return drawn;
            }
            auto result = shapes::geos::overlay_on_grid(drawn, *within_, before_.fill, grid);
            error = result.overlay ? error : result.error;
            return result.overlay ? std::optional(std::move(result.overlay->common)) : std::nullopt;
        };
        const auto b = clipped(drawn_before_);
        const auto a = clipped(drawn_after_);
        if (!b || !a) {
            return std::nullopt;
        }
        // What was clipped is valid, and means the same under either rule.
        const auto result = shapes::geos::overlay_on_grid(*b, *a, before_.fill, grid);
        if (!result.overlay) {
            error = result.error;
            return std::nullopt;
        }
        return LostAndGained{area_of(result.overlay->lost), area_of(result.overlay->gained)};
    }

    /// Our other kernel takes the drawings; a region of interest has cut what is held.
    shapes::ChangeArea any_fill() const {
        if (within_ == nullptr) {
            return shapes::any_fill_change_area(drawn_before_, drawn_after_, before_.fill);
        }
        const shapes::ValidRegion cut = shapes::validate(*within_, before_.fill).region;
        return shapes::any_fill_change_area(
            shapes::intersection(before_.held_at(level_), cut).region(),
            shapes::intersection(after_.held_at(level_), cut).region());
    }

    const ControlBoundary& before_;
    const ControlBoundary& after_;
    ControlClass level_;
    const Region* within_;
    Region drawn_before_;
    Region drawn_after_;
    CheckBounds bounds_;
};

Area residual(const shapes::ChangeArea& c) {
    const double before = std::abs((c.before - c.common - c.lost).m2());
    const double after = std::abs((c.after - c.common - c.gained).m2());
    return Area::from_m2(after > before || std::isnan(after) ? after : before);
}

/// Ours, before anybody is asked.
SelfCheck check_of(const shapes::ChangeArea& ours) {
    SelfCheck check;
    check.relative_residual = ours.relative_residual();
    check.residual = residual(ours);
    check.lost = ours.lost;
    check.gained = ours.gained;
    return check;
}

} // namespace

std::string second_method() {
    return "GEOS " + shapes::geos::version();
}

SelfCheck check_by(const SecondAnswer& answer, const shapes::ChangeArea& ours) {
    SelfCheck check = check_of(ours);
    check.second_method = answer.method;
    check.second_lost = answer.lost;
    check.second_gained = answer.gained;
    check.bound = answer.bound;
    check.residual_bound = answer.residual_bound;
    judge(check);
    return check;
}

void judge(SelfCheck& check) {
    const auto differs = [&](Area ours, const std::optional<Area>& second) {
        return second && !close(ours, *second, check.bound);
    };
    check.ok = check.error.empty() && check.residual <= check.residual_bound &&
               !std::isnan(check.relative_residual) && !differs(check.lost, check.second_lost) &&
               !differs(check.gained, check.second_gained);
    check.finding = check.ok ? CheckFinding::agreed : CheckFinding::undecided;
}

SelfCheck check_difference(const ControlBoundary& before, const ControlBoundary& after,
                           ControlClass level, const shapes::ChangeArea& ours, bool second,
                           const shapes::Region* within) {
    SelfCheck check = check_of(ours);
    if (!second && check.relative_residual <= kAddsUp && std::isfinite(check.residual.m2())) {
        return check; // without copying what was drawn
    }
    const Difference difference(before, after, level, within);
    check.residual_bound = difference.bounds().residual;
    if (second) {
        difference.ask_second(check);
    }
    judge(check);
    if (!check.ok) {
        difference.arbitrate(check, ours);
    }
    return check;
}

} // namespace engine
