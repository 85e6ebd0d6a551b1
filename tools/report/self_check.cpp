// SPDX-License-Identifier: MIT
#include "tools/report/self_check.hpp"

#include "shapes/types/enum_names.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/text.hpp"

namespace report {
namespace {

using engine::CheckFinding;

constexpr auto kFindings = shapes::enum_names<CheckFinding, CheckFinding::undecided>(
    "agreed", "agreed_on_grid", "second_was_wrong", "check_was_wrong", "confirmed_by_kernel",
    "ours_was_wrong", "undecided");

std::string figures(const std::string& who, shapes::Area lost, shapes::Area gained) {
    return who + ": lost " + number(lost.km2(), 6) + ", gained " + number(gained.km2(), 6) + " km²";
}

std::string all_figures(const engine::SelfCheck& check) {
    std::string text = figures("areaclaim", check.lost, check.gained);
    if (check.second_lost && check.second_gained) {
        text += "; " + figures(check.second_method, *check.second_lost, *check.second_gained);
    }
    for (const engine::OtherAnswer& other : check.others) {
        text += "; " + figures(other.method, other.lost, other.gained);
    }
    return text;
}

/// What was not as it should be.
std::string mismatch(const engine::SelfCheck& check) {
    std::string text;
    if (!(check.residual <= check.residual_bound)) {
        text = "|A| differs from |A∩B| + |A∖B| by " + number(check.residual.m2(), 3) +
               " m², more than the " + number(check.residual_bound.m2(), 3) +
               " that rounding explains. ";
    }
    if (!check.error.empty()) {
        text += check.second_method + " gave no answer in full precision (" + clean(check.error) +
                "). ";
    } else if (check.second_lost) {
        text += check.second_method + " differs by more than rounding explains (" +
                number(check.bound.m2(), 3) + " m²). ";
    }
    return text;
}

std::string conclusion(CheckFinding finding) {
    switch (finding) {
    case CheckFinding::agreed:
        break;
    case CheckFinding::agreed_on_grid:
        return "On a grid of 1e-10 degrees it finds the same areas as areaclaim; its answer in "
               "full "
               "precision was wrong.";
    case CheckFinding::second_was_wrong:
        return "The exact evaluation confirms areaclaim; the second computation was wrong.";
    case CheckFinding::check_was_wrong:
        return "The exact evaluation confirms the areas all the same.";
    case CheckFinding::confirmed_by_kernel:
        return "The maps are too large to be evaluated exactly; areaclaim's other kernel, which "
               "shares no decision with the first, confirms it.";
    case CheckFinding::ours_was_wrong:
        return "The exact evaluation says that areaclaim was wrong. Please report it, with both "
               "maps.";
    case CheckFinding::undecided:
        return "The maps are too large to be evaluated exactly, and areaclaim's other kernel does "
               "not confirm its areas. Please report it, with both maps.";
    }
    return "";
}

} // namespace

const char* name(CheckFinding finding) {
    return kFindings.of(finding);
}

std::string self_check_note(const engine::SelfCheck& check) {
    if (check.finding == CheckFinding::agreed) {
        return "";
    }
    return mismatch(check) + conclusion(check.finding) + " (" + all_figures(check) + ")";
}

std::string self_check_line(const engine::SelfCheck& check) {
    switch (check.finding) {
    case CheckFinding::agreed:
        return check.second_method.empty()
                   ? "passed"
                   : "passed; " + check.second_method + " finds the same areas";
    case CheckFinding::agreed_on_grid:
        return "passed; " + check.second_method + " finds the same areas on a grid";
    case CheckFinding::second_was_wrong:
        return "passed by exact evaluation; " + check.second_method + " was wrong";
    case CheckFinding::check_was_wrong:
        return "passed by exact evaluation";
    case CheckFinding::confirmed_by_kernel:
        return "passed by a second kernel; " + check.second_method + " finds other areas";
    case CheckFinding::ours_was_wrong:
    case CheckFinding::undecided:
        break;
    }
    return "failed";
}

} // namespace report
