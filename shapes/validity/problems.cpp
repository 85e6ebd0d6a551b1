// SPDX-License-Identifier: MIT
#include "shapes/validity/problems.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace shapes::validity {
namespace {

std::string times(std::size_t count) {
    return count == 1 ? "" : " (" + std::to_string(count) + " places, the first is given)";
}

/// Says of the ring at hand what is wrong; the places of both rings stand beside the text.
std::string text_of(const Fault& f) {
    switch (f.code) {
    case ProblemCode::self_crossing:
        return "the ring crosses itself" + times(f.count);
    case ProblemCode::self_touching:
        return "the ring touches itself" + times(f.count);
    case ProblemCode::ring_crossing:
        return "the ring crosses another ring of its polygon or shares part of an edge with it" +
               times(f.count);
    case ProblemCode::hole_outside_shell:
        return "the ring is a hole but does not lie in its shell";
    case ProblemCode::hole_in_hole:
        return "the ring is a hole inside another hole of its polygon";
    case ProblemCode::disconnected_interior:
        return "the ring touches other rings of its polygon so that they cut it into pieces";
    case ProblemCode::nested_shells:
        return "the polygon lies inside another; counted once";
    case ProblemCode::overlap:
        return "the polygon overlaps another" + times(f.count) + "; counted once";
    case ProblemCode::shared_edge:
        return "the polygon shares edges with another" + times(f.count) + "; united";
    case ProblemCode::duplicate_ring:
        return "the ring is the same as another";
    default:
        return name(f.code);
    }
}

Problem problem_of(const Fault& f, const InputRings& input) {
    Problem problem{f.code, f.at, std::nullopt, input.role(f.ring).source, text_of(f)};
    if (f.other != f.ring) {
        problem.other_ring = input.role(f.other).source;
    }
    problem.count = f.count;
    return problem;
}

std::string why_dropped(ProblemCode why) {
    switch (why) {
    case ProblemCode::too_few_positions:
        return "the ring has fewer than three distinct positions; ignored";
    case ProblemCode::duplicate_ring:
        return "the ring is the same as another";
    default:
        return "the ring encloses no area; ignored";
    }
}

/// Rings that the region left open, or that enclose nothing.
void add_left_out(const Region& drawn, const InputRings& input, std::vector<Problem>& problems) {
    for (std::size_t r = 0; r < drawn.ring_count(); ++r) {
        const Ring ring = drawn.ring(r);
        if (ring.size() > 1 && !(ring.front() == ring.back())) {
            problems.push_back({ProblemCode::unclosed_ring, ring.back(), std::nullopt, r,
                                "the ring does not end where it starts; closed"});
        }
    }
    for (const DroppedRing& d : input.dropped()) {
        problems.push_back({d.why, d.at, std::nullopt, d.source, why_dropped(d.why)});
    }
}

/// One entry for all rings of a role that run the wrong way; self-touching ones run no way.
void add_directions(const InputRings& input, const Examination& examination, bool shells,
                    std::vector<Problem>& problems) {
    std::size_t wrong = 0;
    std::size_t all = 0;
    std::uint32_t first = 0;
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        if (input.role(r).shell != shells || !examination.simple[r]) {
            continue;
        }
        ++all;
        if (examination.counter_clockwise[r] != shells && wrong++ == 0) {
            first = r;
        }
    }
    if (wrong > 0) {
        problems.push_back(
            {shells ? ProblemCode::shell_clockwise : ProblemCode::hole_counter_clockwise,
             input.vertices()[input.ring_start(first)], std::nullopt, input.role(first).source,
             std::to_string(wrong) + " of " + std::to_string(all) +
                 (shells ? " shells run clockwise" : " holes run counter-clockwise") +
                 "; turned (RFC 7946 section 3.1.6)"});
        problems.back().count = wrong;
    }
}

} // namespace

std::vector<Problem> problems_of(const Region& drawn, const InputRings& input,
                                 const Examination& examination) {
    std::vector<Problem> problems;
    add_left_out(drawn, input, problems);
    for (const Fault& f : examination.faults) {
        problems.push_back(problem_of(f, input));
    }
    if (problems.size() > kMaxProblems) {
        // Borders that polygons share are no fault, and must not crowd out what is one.
        std::stable_partition(problems.begin(), problems.end(),
                              [](const Problem& p) { return p.code != ProblemCode::shared_edge; });
        const std::size_t more = problems.size() - kMaxProblems;
        const Position at = problems[kMaxProblems].at;
        problems.resize(kMaxProblems);
        problems.push_back({ProblemCode::not_listed, at, std::nullopt, std::nullopt,
                            "… and " + std::to_string(more) + " more problems, from here on"});
    }
    add_directions(input, examination, true, problems);
    add_directions(input, examination, false, problems);
    return problems;
}

} // namespace shapes::validity
