// SPDX-License-Identifier: MIT
#include "shapes/validity/examine.hpp"

#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/edge_tree.hpp"
#include "shapes/validity/crossing_faults.hpp"
#include "shapes/validity/disjoint_sets.hpp"
#include "shapes/validity/ring_chains.hpp"
#include "shapes/validity/winding_faults.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace shapes::validity {
namespace {

/// Faults that say the same of a pair whichever of the two is named first.
bool symmetric(ProblemCode code) {
    return code == ProblemCode::overlap || code == ProblemCode::ring_crossing ||
           code == ProblemCode::shared_edge;
}

auto key(const Fault& f) {
    return std::tie(f.ring, f.other, f.code);
}

/// Leaves out what only repeats another fault: of a ring drawn twice everything else between the
/// two, and where rings cross, that one of them crosses something or that they touch in a circle.
void leave_out_repeated(std::vector<Fault>& faults) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> twice;
    std::set<std::uint32_t> crossing;
    for (const Fault& f : faults) {
        if (f.code == ProblemCode::duplicate_ring) {
            twice.insert(std::minmax(f.ring, f.other));
        }
        if (f.ring != f.other &&
            (f.code == ProblemCode::duplicate_ring || f.code == ProblemCode::ring_crossing)) {
            crossing.insert(f.ring);
            crossing.insert(f.other);
        }
    }
    std::erase_if(faults, [&](const Fault& f) {
        if (f.code == ProblemCode::disconnected_interior ||
            (f.code == ProblemCode::ring_crossing && f.ring == f.other)) {
            return crossing.contains(f.ring);
        }
        return f.code != ProblemCode::duplicate_ring &&
               twice.contains(std::minmax(f.ring, f.other));
    });
}

/// One fault for each pair and code, at its first place.
void merge(std::vector<Fault>& faults) {
    leave_out_repeated(faults);
    for (Fault& f : faults) {
        if (symmetric(f.code) && f.other < f.ring) {
            std::swap(f.ring, f.other);
        }
    }
    std::sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) {
        return std::tuple_cat(key(a), std::tie(a.edge, a.at.lon, a.at.lat)) <
               std::tuple_cat(key(b), std::tie(b.edge, b.at.lon, b.at.lat));
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < faults.size(); ++i) {
        if (kept > 0 && key(faults[kept - 1]) == key(faults[i])) {
            ++faults[kept - 1].count;
        } else {
            faults[kept++] = faults[i];
        }
    }
    faults.resize(kept);
}

} // namespace

Examination examine(const InputRings& input) {
    Examination found;
    found.counter_clockwise.resize(input.ring_count());
    found.simple.assign(input.ring_count(), true);
    found.sound.assign(input.polygon_count(), true);
    DisjointSets groups(input.polygon_count());
    std::vector<bool> overlapped(input.vertices().size(), false); // by edge

    look_along_rings(input, found, overlapped);
    const edges::EdgeChains rings = rings_as_chains(input);
    const edges::EdgeTree tree(rings);
    const std::vector<edges::Contact> contacts = tree.contacts();
    judge_crossings(input, contacts, found, overlapped, groups);
    judge_windings(input, rings, tree, contacts, overlapped, found, groups);

    found.valid = found.faults.empty();
    for (std::uint32_t p = 0; p < input.polygon_count(); ++p) {
        found.group.push_back(groups.find(p));
        found.valid = found.valid && found.sound[p] && found.group[p] == p;
    }
    merge(found.faults);
    return found;
}

} // namespace shapes::validity
