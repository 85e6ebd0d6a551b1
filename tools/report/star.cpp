// SPDX-License-Identifier: MIT
#include "tools/report/star.hpp"

#include "tools/report/text.hpp"

#include <algorithm>

namespace report {

bool goes_the_long_way(const std::vector<shapes::Problem>& problems) {
    return std::ranges::any_of(problems, [](const shapes::Problem& problem) {
        return problem.code == shapes::ProblemCode::long_edge;
    });
}

std::string starred(const std::string& figure, bool star) {
    return star ? figure + "*" : figure;
}

std::string star_note(bool star, const Screen& screen) {
    return star
               ? wrap("* an edge spans more than 180 degrees of longitude and is measured the long "
                      "way round; --antimeridian short leads it across the antimeridian, and long "
                      "says that it is meant so",
                      screen.width, 2) +
                     '\n'
               : "";
}

} // namespace report
