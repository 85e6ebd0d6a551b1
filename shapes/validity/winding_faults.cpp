// SPDX-License-Identifier: MIT
#include "shapes/validity/winding_faults.hpp"

#include "shapes/validity/winding_walk.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace shapes::validity {
namespace {

/// The winding numbers around a place, by ring and by polygon. Each ring is counted as if it ran
/// counter-clockwise, and the holes of a polygon are counted apart from its shell.
class Surroundings {
  public:
    Surroundings(const InputRings& input, const std::vector<bool>& counter_clockwise)
        : input_(&input), counter_clockwise_(&counter_clockwise), ring_(input.ring_count(), 0),
          shell_(input.polygon_count(), 0), holes_(input.polygon_count(), 0),
          listed_at_(input.polygon_count(), kNotListed) {}

    void set(std::uint32_t r, int winding) {
        const RingRole& role = input_->role(r);
        const int turned = (*counter_clockwise_)[r] ? winding : -winding;
        (role.shell ? shell_ : holes_)[role.polygon] += turned - ring_[r];
        ring_[r] = turned;
        list(role.polygon);
    }

    int ring(std::uint32_t r) const { return ring_[r]; }
    int shell(std::uint32_t p) const { return shell_[p]; }
    int holes(std::uint32_t p) const { return holes_[p]; }
    /// Polygons in which the winding number of the shell is not the sum of those of the holes, so
    /// that the place is inside.
    const std::vector<std::uint32_t>& polygons() const { return here_; }

  private:
    static constexpr std::uint32_t kNotListed = ~std::uint32_t{0};

    void list(std::uint32_t p) {
        const bool here = shell_[p] != holes_[p];
        const bool listed = listed_at_[p] != kNotListed;
        if (here && !listed) {
            listed_at_[p] = static_cast<std::uint32_t>(here_.size());
            here_.push_back(p);
        } else if (!here && listed) {
            const std::uint32_t last = here_.back();
            here_[listed_at_[p]] = last;
            listed_at_[last] = listed_at_[p];
            here_.pop_back();
            listed_at_[p] = kNotListed;
        }
    }

    const InputRings* input_;
    const std::vector<bool>* counter_clockwise_;
    std::vector<int> ring_;
    std::vector<int> shell_;
    std::vector<int> holes_;
    std::vector<std::uint32_t> listed_at_;
    std::vector<std::uint32_t> here_;
};

/// One kind of fault along a ring: where it is first met, and on how many pieces.
struct Finding {
    std::size_t pieces = 0;
    std::uint32_t other = 0;
    Position at;

    void add(std::uint32_t ring, Position place) {
        if (pieces++ == 0) {
            other = ring;
            at = place;
        }
    }
};

class Judge {
  public:
    Judge(const InputRings& input, Examination& found, DisjointSets& groups)
        : input_(input), found_(found), groups_(groups), around_(input, found.counter_clockwise),
          first_ring_(input.polygon_count(), 0), weighed_(input.ring_count(), false) {
        for (auto r = static_cast<std::uint32_t>(input.ring_count()); r-- > 0;) {
            first_ring_[input.role(r).polygon] = r;
        }
    }

    Surroundings& around() { return around_; }

    void weigh(std::uint32_t r, Position at) {
        if (r != ring_) {
            conclude();
            ring_ = r;
        }
        ++pieces_;
        weighed_[r] = true;
        const RingRole role = input_.role(r);
        const int own = around_.ring(r); // to the left; to the right it is one less as drawn
        if (own != (found_.counter_clockwise[r] ? 1 : 0)) {
            own_.add(r, at);
        }
        const int other_holes = around_.holes(role.polygon) - (role.shell ? 0 : own);
        if (!role.shell && around_.shell(role.polygon) != 1) {
            outside_shell_.add(first_ring_[role.polygon], at);
        }
        if (other_holes != 0) {
            in_hole_.add(r, at);
        }
        std::optional<std::uint32_t> lowest;
        for (const std::uint32_t q : around_.polygons()) {
            if (q != role.polygon) {
                groups_.join(q, role.polygon);
                lowest = std::min(q, lowest.value_or(q));
            }
        }
        if (lowest) {
            in_polygon_.add(first_ring_[*lowest], at);
        }
    }

    /// Records the faults of the ring that was walked last.
    void conclude() {
        const RingRole role = pieces_ > 0 ? input_.role(ring_) : RingRole{};
        if (own_.pieces > 0) {
            found_.simple[ring_] = false;
        }
        if (own_.pieces > 0 || outside_shell_.pieces > 0 || in_hole_.pieces > 0) {
            found_.sound[role.polygon] = false;
        }
        add(own_, ProblemCode::self_crossing, ProblemCode::self_crossing);
        if (!role.shell) { // a shell that is in a hole is told where the hole is walked along
            add(outside_shell_, ProblemCode::hole_outside_shell, ProblemCode::ring_crossing);
            if (outside_shell_.pieces == 0) {
                add(in_hole_, ProblemCode::hole_in_hole, ProblemCode::ring_crossing);
            }
        }
        // A hole of a polygon that lies wholly inside another one is not reported separately.
        if (role.shell || in_polygon_.pieces < pieces_) {
            add(in_polygon_, ProblemCode::nested_shells, ProblemCode::overlap);
        }
        pieces_ = 0;
        own_ = outside_shell_ = in_hole_ = in_polygon_ = {};
    }

    /// Marks polygons as not sound that have a hole of which no piece could be judged, or whose
    /// shell was left out because it encloses nothing. Such a hole may lie anywhere.
    void doubt_the_rest() {
        for (std::uint32_t r = 0; r < input_.ring_count(); ++r) {
            const RingRole& role = input_.role(r);
            if (!role.shell && (!weighed_[r] || !input_.role(first_ring_[role.polygon]).shell)) {
                found_.sound[role.polygon] = false;
            }
        }
    }

  private:
    void add(const Finding& finding, ProblemCode everywhere, ProblemCode in_part) {
        if (finding.pieces > 0) {
            found_.faults.push_back({finding.pieces == pieces_ ? everywhere : in_part, ring_,
                                     finding.other, input_.ring_start(ring_), finding.at});
        }
    }

    const InputRings& input_;
    Examination& found_;
    DisjointSets& groups_;
    Surroundings around_;
    std::vector<std::uint32_t> first_ring_; ///< by polygon: its shell, where that was not left out
    std::vector<bool> weighed_;             ///< by ring: some piece of it was judged
    std::uint32_t ring_ = 0;
    std::size_t pieces_ = 0;
    Finding own_;
    Finding outside_shell_;
    Finding in_hole_;
    Finding in_polygon_;
};

} // namespace

void judge_windings(const InputRings& input, const edges::EdgeChains& rings,
                    const edges::EdgeTree& tree, const std::vector<edges::Contact>& contacts,
                    const std::vector<bool>& overlapped, Examination& found, DisjointSets& groups) {
    Judge judge(input, found, groups);
    walk_rings(rings, tree, edges::crossings_in_order(rings, contacts), judge.around(),
               [&](std::uint32_t ring, std::uint32_t edge, Ring chain) {
                   const auto first = overlapped.begin() + static_cast<std::ptrdiff_t>(edge);
                   const auto edges = static_cast<std::ptrdiff_t>(chain.size()) - 1;
                   if (std::find(first, first + edges, false) != first + edges) {
                       judge.weigh(ring, chain[0]);
                   }
               });
    judge.conclude();
    judge.doubt_the_rest();
}

} // namespace shapes::validity
