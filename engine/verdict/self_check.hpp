// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/verdict/check_bounds.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/types/enum_names.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What the checks of a difference came to.
enum class CheckFinding {
    agreed,           ///< all within their bounds at the first attempt
    agreed_on_grid,   ///< GEOS differed in full precision, and agrees on its grid of 1e-10 degrees
    second_was_wrong, ///< GEOS differs, or gave no answer; the exact evaluation confirms ours
    check_was_wrong,  ///< our own areas do not add up, and the exact evaluation confirms them
    confirmed_by_kernel, ///< GEOS differs; too large to evaluate exactly; our other kernel confirms
    ours_was_wrong,      ///< the exact evaluation says so
    undecided,           ///< too large to evaluate exactly, and our other kernel differs as well
};

/// One more computation, asked for after a mismatch.
struct OtherAnswer {
    std::string method; ///< "GEOS 3.11.1 on a grid of 1e-10 degrees"
    shapes::Area lost;
    shapes::Area gained;
};

/// What the checks of one difference found.
struct SelfCheck {
    double relative_residual = 0.0; ///< ChangeArea::relative_residual
    std::string second_method;      ///< "GEOS 3.11.1"; empty where no second opinion was asked for
    std::optional<shapes::Area> second_lost;
    std::optional<shapes::Area> second_gained;
    shapes::Area lost;   ///< ours, for comparison
    shapes::Area gained; ///< ours
    shapes::Area bound;  ///< largest |ours − second| that displacement and rounding can explain
    /// Residual and its bound in m² (check_bounds.hpp).
    shapes::Area residual;
    shapes::Area residual_bound;
    std::vector<OtherAnswer> others; ///< asked for after a mismatch, in their order
    std::string error;               ///< why GEOS gave no answer in full precision
    CheckFinding finding = CheckFinding::agreed;
    bool ok = true; ///< false only where ours was found to be wrong, or nothing confirms it
};

/// What GEOS gave of a difference where it agreed at once, and how far it may be off.
struct SecondAnswer {
    std::string method; ///< SelfCheck::second_method
    shapes::Area lost;
    shapes::Area gained;
    shapes::Area bound;          ///< SelfCheck::bound
    shapes::Area residual_bound; ///< likewise
};

/// Who is asked now: "GEOS 3.11.1".
std::string second_method();

/// The check of a difference by an answer that was given before to the very same one. Where they
/// differ it is not ok, and `check_difference` has to ask the others.
SelfCheck check_by(const SecondAnswer& answer, const shapes::ChangeArea& ours);

/// Sets `finding` and `ok` from residual, second opinion and their bounds, before anything else is
/// asked: `agreed`, or `undecided` and not ok. A value that is not a number is not ok.
void judge(SelfCheck& check);

/// Checks a difference computed with straight edges. `second` asks for GEOS's answer as well, from
/// the drawn features on, so that our validation is checked too; `within` clips both if given.
///
/// Where the areas do not add up, or GEOS differs by more than the bounds: GEOS once more on its
/// grid, then our other kernel (shapes/any_fill), then the exact evaluation (shapes/exact), whose
/// word is the last. None of these costs anything where all agree.
SelfCheck check_difference(const ControlBoundary& before, const ControlBoundary& after,
                           ControlClass level, const shapes::ChangeArea& ours, bool second,
                           const shapes::Region* within = nullptr);

} // namespace engine
