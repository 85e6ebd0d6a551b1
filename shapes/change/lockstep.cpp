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

    void step_through(const OpenSpan& a, const OpenSpan& b) {
        std::size_t i = a.first, j = b.first, end_a = a.end(), end_b = b.end();
        while (i < end_a && j < end_b) {
            const std::size_t equal =
                loops_.equal_front(&a_[i + 1].lon, &b_[j + 1].lon, first_equal(i, j, end_a, end_b));
            add(i, j, equal);
            i += equal;
            j += equal;
            const auto skip = next_match(i, j, end_a, end_b);
            if (!skip) {
                break;
            }
            open(i, skip->a, j, skip->b);
            i += skip->a;
            j += skip->b;
        }
        std::vector<std::pair<OpenSpan, OpenSpan>> behind; // from the ring's end on
        while (i < end_a && j < end_b) {
            const std::size_t most = std::min(end_a - i, end_b - j);
            const std::size_t equal = a_[end_a] == b_[end_b]
                                          ? loops_.equal_back(&a_[end_a].lon, &b_[end_b].lon, most)
                                          : 0;
            end_a -= equal;
            end_b -= equal;
            add(end_a, end_b, equal);
            const auto skip = last_match(i, j, end_a, end_b);
            if (!skip) {
                break;
            }
            end_a -= skip->a;
            end_b -= skip->b;
            behind.push_back({{end_a, skip->a, false}, {end_b, skip->b, false}});
        }
        const bool untouched = i == a.first && end_a == a.end() && j == b.first && end_b == b.end();
        open(i, end_a - i, j, end_b - j, untouched);
        for (auto gap = behind.rbegin(); gap != behind.rend(); ++gap) {
            open(gap->first.first, gap->first.edges, gap->second.first, gap->second.edges);
        }
    }

    void open_a(const OpenSpan& span) { result_.open_a.push_back(span); }
    void open_b(const OpenSpan& span) { result_.open_b.push_back(span); }
    Lockstep take() { return std::move(result_); }

  private:
    bool same(std::size_t i, std::size_t j) const {
        return a_[i] == b_[j] && a_[i + 1] == b_[j + 1];
    }

    /// How many edges to compare: none where not even their first positions are the same.
    std::size_t first_equal(std::size_t i, std::size_t j, std::size_t end_a,
                            std::size_t end_b) const {
        return a_[i] == b_[j] ? std::min(end_a - i, end_b - j) : 0;
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

    /// The next edges that are the same, from edges i of a and j of b on.
    std::optional<Skip> next_match(std::size_t i, std::size_t j, std::size_t end_a,
                                   std::size_t end_b) const {
        return first_pair(end_a - i, end_b - j,
                          [&](std::size_t k, std::size_t l) { return same(i + k, j + l); });
    }

    /// The last ones before edges end_a of a and end_b of b.
    std::optional<Skip> last_match(std::size_t i, std::size_t j, std::size_t end_a,
                                   std::size_t end_b) const {
        return first_pair(end_a - i, end_b - j, [&](std::size_t k, std::size_t l) {
            return same(end_a - 1 - k, end_b - 1 - l);
        });
    }

    void add(std::size_t a, std::size_t b, std::size_t edges) {
        if (edges > 0) {
            result_.runs.push_back({a, b, edges});
        }
    }

    void open(std::size_t a, std::size_t edges_a, std::size_t b, std::size_t edges_b,
              bool rings = false) {
        if (edges_a > 0) {
            open_a({a, edges_a, rings});
        }
        if (edges_b > 0) {
            open_b({b, edges_b, rings});
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
