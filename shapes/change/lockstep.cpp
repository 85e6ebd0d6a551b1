// SPDX-License-Identifier: MIT
#include "shapes/change/lockstep.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace shapes::change {
namespace {

/// Changes of up to so many edges are stepped over.
constexpr std::size_t kWindow = 16;

OpenSpan span_of(const Region& region, std::size_t r) {
    const Ring ring = region.ring(r);
    return {static_cast<std::size_t>(ring.data() - region.positions().data()),
            ring.empty() ? 0 : ring.size() - 1, true};
}

/// How many edges to leave out of a and of b.
struct Skip {
    std::size_t a, b;
};

class Stepper {
  public:
    Stepper(const Region& a, const Region& b, const Kernels& loops)
        : a_(a.positions().data()), b_(b.positions().data()), loops_(loops) {}

    /// Whether two rings begin or end with the same edge.
    bool start_alike(const OpenSpan& a, const OpenSpan& b) const {
        return a.edges > 0 && b.edges > 0 &&
               (same(a.first, b.first) || same(a.end() - 1, b.end() - 1));
    }

    /// Equal edges from the front, over changes of a few edges up to the first large one; then from
    /// the back likewise. What is left in the middle is open.
    ///
    ///      a  ====~~=====.......====~====      = equal   ~ stepped over   . left in the middle
    ///      b  ====~=====.........====~~====
    void step_through(const OpenSpan& a, const OpenSpan& b) {
        std::vector<Gap> behind;
        const Unmatched left =
            without_suffix(without_prefix({a.first, a.end(), b.first, b.end()}), behind);
        const bool untouched = left == Unmatched{a.first, a.end(), b.first, b.end()};
        open({left.a, left.end_a - left.a, left.b, left.end_b - left.b}, untouched);
        for (auto gap = behind.rbegin(); gap != behind.rend(); ++gap) {
            open(*gap);
        }
    }

    void open_a(const OpenSpan& span) { result_.open_a.push_back(span); }
    void open_b(const OpenSpan& span) { result_.open_b.push_back(span); }
    Lockstep take() { return std::move(result_); }

  private:
    /// Edges [a, end_a) and [b, end_b) of which nothing is known yet.
    struct Unmatched {
        std::size_t a, end_a, b, end_b;
        bool any() const { return a < end_a && b < end_b; }
        std::size_t most() const { return std::min(end_a - a, end_b - b); }
        friend bool operator==(const Unmatched&, const Unmatched&) = default;
    };

    /// Edges that are not shared, between some that are.
    struct Gap {
        std::size_t a, edges_a, b, edges_b;
    };

    Unmatched without_prefix(Unmatched left) {
        while (left.any()) {
            const std::size_t most = a_[left.a] == b_[left.b] ? left.most() : 0;
            const std::size_t equal =
                loops_.equal_front(&a_[left.a + 1].lon, &b_[left.b + 1].lon, most);
            add(left.a, left.b, equal);
            left.a += equal;
            left.b += equal;
            const auto skip = next_match(left);
            if (!skip) {
                break;
            }
            open({left.a, skip->a, left.b, skip->b});
            left.a += skip->a;
            left.b += skip->b;
        }
        return left;
    }

    /// The gaps come from the ring's end on.
    Unmatched without_suffix(Unmatched left, std::vector<Gap>& gaps) {
        while (left.any()) {
            const std::size_t most = a_[left.end_a] == b_[left.end_b] ? left.most() : 0;
            const std::size_t equal =
                most == 0 ? 0 : loops_.equal_back(&a_[left.end_a].lon, &b_[left.end_b].lon, most);
            left.end_a -= equal;
            left.end_b -= equal;
            add(left.end_a, left.end_b, equal);
            const auto skip = last_match(left);
            if (!skip) {
                break;
            }
            left.end_a -= skip->a;
            left.end_b -= skip->b;
            gaps.push_back({left.end_a, skip->a, left.end_b, skip->b});
        }
        return left;
    }

    bool same(std::size_t i, std::size_t j) const {
        return a_[i] == b_[j] && a_[i + 1] == b_[j + 1];
    }

    /// The first pair in the window over what is left of both that is `same(k of a, l of b)`.
    template<typename Same>
    static std::optional<Skip> first_pair(std::size_t left_a, std::size_t left_b,
                                          const Same& same) {
        for (std::size_t k = 0; k < std::min(kWindow, left_a); ++k) {
            for (std::size_t l = 0; l < std::min(kWindow, left_b); ++l) {
                if (same(k, l)) {
                    return Skip{k, l};
                }
            }
        }
        return std::nullopt;
    }

    /// How far it is to the next edges that are the same.
    std::optional<Skip> next_match(const Unmatched& left) const {
        return first_pair(
            left.end_a - left.a, left.end_b - left.b,
            [&](std::size_t k, std::size_t l) { return same(left.a + k, left.b + l); });
    }

    /// How far it is back to the last ones.
    std::optional<Skip> last_match(const Unmatched& left) const {
        return first_pair(left.end_a - left.a, left.end_b - left.b,
                          [&](std::size_t k, std::size_t l) {
                              return same(left.end_a - 1 - k, left.end_b - 1 - l);
                          });
    }

    void add(std::size_t a, std::size_t b, std::size_t edges) {
        if (edges > 0) {
            result_.runs.push_back({a, b, edges});
        }
    }

    void open(const Gap& gap, bool rings = false) {
        if (gap.edges_a > 0) {
            open_a({gap.a, gap.edges_a, rings});
        }
        if (gap.edges_b > 0) {
            open_b({gap.b, gap.edges_b, rings});
        }
    }

    const Position* a_;
    const Position* b_;
    const Kernels& loops_;
    Lockstep result_;
};

} // namespace

Lockstep lockstep(const Region& a, const Region& b, const Kernels& loops) {
    constexpr std::size_t kRingsAhead = 4; // a few rings may have come or gone
    Stepper stepper(a, b, loops);
    std::size_t next = 0; // ring of b
    for (std::size_t r = 0; r < a.ring_count(); ++r) {
        const OpenSpan ring = span_of(a, r);
        const std::size_t last = std::min(next + kRingsAhead, b.ring_count());
        std::size_t s = next;
        while (s < last && !stepper.start_alike(ring, span_of(b, s))) {
            ++s;
        }
        if (s == last) {
            stepper.open_a(ring);
            continue;
        }
        for (; next < s; ++next) {
            stepper.open_b(span_of(b, next));
        }
        stepper.step_through(ring, span_of(b, s));
        next = s + 1;
    }
    for (; next < b.ring_count(); ++next) {
        stepper.open_b(span_of(b, next));
    }
    return stepper.take();
}

} // namespace shapes::change
