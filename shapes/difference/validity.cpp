// SPDX-License-Identifier: MIT
#include "shapes/difference/validity.hpp"

#include "shapes/difference/chains.hpp"
#include "shapes/difference/contact_faults.hpp"
#include "shapes/difference/disjoint_sets.hpp"
#include "shapes/difference/edge_tree.hpp"
#include "shapes/difference/winding_faults.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace shapes {
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

Validity examine(const Drawing& drawing) {
    Validity found;
    found.counter_clockwise.resize(drawing.ring_count());
    found.simple.assign(drawing.ring_count(), true);
    found.sound.assign(drawing.polygon_count(), true);
    DisjointSets groups(drawing.polygon_count());
    std::vector<bool> overlapped(drawing.vertices().size(), false); // by edge

    look_along_rings(drawing, found, overlapped);
    const Chains rings = rings_as_chains(drawing);
    const EdgeTree tree(rings);
    const std::vector<Contact> contacts = tree.contacts();
    judge_contacts(drawing, contacts, found, overlapped, groups);
    judge_windings(drawing, rings, tree, contacts, overlapped, found, groups);

    found.valid = found.faults.empty();
    for (std::uint32_t p = 0; p < drawing.polygon_count(); ++p) {
        found.group.push_back(groups.find(p));
        found.valid = found.valid && found.sound[p] && found.group[p] == p;
    }
    merge(found.faults);
    return found;
}

} // namespace shapes
