// SPDX-License-Identifier: MIT
#include "shapes/change/shared_edges.hpp"

#include "shapes/change/edge_index.hpp"
#include "shapes/change/lockstep.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shapes::change {
namespace {

EdgeRange edges_of_ring(const Region& region, std::size_t r) {
    const Ring ring = region.ring(r);
    return {static_cast<std::size_t>(ring.data() - region.positions().data()),
            ring.empty() ? 0 : ring.size() - 1};
}

/// One edge in so many of b is in the index; a run of at least that many can be met. Large maps
/// share long runs, and a small index stays in the cache: a tenth of the square root.
std::size_t stride_for(std::size_t positions) {
    std::size_t stride = 8;
    while (400 * stride * stride < positions) {
        stride *= 2;
    }
    return stride;
}

/// Finds the runs that stepping through both regions has left open, by an index of edges of b.
class Matcher {
  public:
    Matcher(const Region& a, const Region& b, Lockstep open, const Kernels& loops)
        : loops_(loops), a_(a.positions().data()), b_(b.positions().data()), open_(std::move(open)),
          stride_(stride_for(b.position_count())), index_(b_, indexed_edges()) {
        for (const OpenSpan& span : open_.open_b) {
            for (std::size_t i = span.first; i < span.end(); i += stride_) {
                index_.prefetch(std::min(i + 8 * stride_, span.end()));
                index_.insert(i);
            }
        }
    }

    void match() {
        for (const OpenSpan& span : open_.open_a) {
            match_span(span);
        }
    }

    /// Looks up windows of consecutive edges spread evenly over what is open of a, each long enough
    /// to meet an indexed edge if it lies in a shared run.
    double share_of_windows() const {
        constexpr std::size_t kWindows = 32;
        const std::size_t window = stride_;
        std::size_t open_edges = 0;
        for (const OpenSpan& span : open_.open_a) {
            open_edges += span.edges;
        }
        if (open_edges <= kWindows * window) {
            return 1; // looking everything up costs no more
        }
        std::size_t hits = 0, windows = 0, next = 0, before = 0;
        for (const OpenSpan& span : open_.open_a) {
            for (; next < before + span.edges; next += open_edges / kWindows, ++windows) {
                hits += std::size_t{meets(span.first + (next - before), window, span)};
            }
            before += span.edges;
        }
        return static_cast<double>(hits) / static_cast<double>(windows);
    }

    std::vector<SharedRun> take() { return std::move(open_.runs); }

  private:
    std::size_t indexed_edges() const {
        std::size_t edges = 0;
        for (const OpenSpan& span : open_.open_b) {
            edges += (span.edges + stride_ - 1) / stride_;
        }
        return edges;
    }

    bool meets(std::size_t i, std::size_t window, const OpenSpan& span) const {
        const std::size_t end = std::min(i + window, span.end());
        while (i < end && !index_.find(a_[i], a_[i + 1])) {
            ++i;
        }
        return i < end;
    }

    void match_span(const OpenSpan& span) {
        done_ = span.first; // edges of the span before this one are decided
        end_ = span.end();  // and those from here on
        std::size_t misses = 0;
        for (std::size_t i = span.first; i < end_;) {
            const auto hit = index_.find(a_[i], a_[i + 1]);
            if (!hit) {
                // Where nothing has matched for long, look ahead in growing steps: a run met later
                // is followed back, so only runs that lie within a step go unnoticed.
                ++misses;
                i += misses % stride_ == 0 ? 1 + misses / 4 : 1;
                continue;
            }
            misses = 0;
            const OpenSpan& other = span_of_b(*hit);
            std::size_t budget = other.edges; // no edge of b is taken twice
            const std::size_t next = extend_forward(i, *hit, other, budget);
            extend_back(i, *hit, span, next, other, budget);
            done_ = next;
            i = next;
        }
    }

    const OpenSpan& span_of_b(std::size_t position) const {
        const auto after = std::upper_bound(
            open_.open_b.begin(), open_.open_b.end(), position,
            [](std::size_t value, const OpenSpan& span) { return value < span.first; });
        return *std::prev(after);
    }

    /// Adds the run from edge i of a and j of b on; returns the first edge of a beyond it.
    std::size_t extend_forward(std::size_t i, std::size_t j, const OpenSpan& other,
                               std::size_t& budget) {
        while (i < end_ && budget > 0) {
            const std::size_t n = std::min({end_ - i, other.end() - j, budget});
            const std::size_t equal = loops_.equal_front(&a_[i + 1].lon, &b_[j + 1].lon, n);
            add(i, j, equal);
            budget -= equal;
            i += equal;
            j += equal;
            if (equal < n || (j == other.end() && !other.is_ring)) {
                break;
            }
            j = j == other.end() ? other.first : j;
        }
        return i;
    }

    /// Adds the run that ends before edge i of a and j of b. At the start of a ring of a it goes on
    /// at the ring's end, and the ring then counts as decided from there on.
    void extend_back(std::size_t i, std::size_t j, const OpenSpan& span, std::size_t next,
                     const OpenSpan& other, std::size_t budget) {
        std::size_t lowest = done_;
        const bool may_wrap = span.is_ring && done_ == span.first;
        bool wrapped = false;
        while (budget > 0) {
            if (i == lowest) {
                if (!may_wrap || wrapped) {
                    return;
                }
                wrapped = true;
                i = span.end();
                lowest = next;
                continue;
            }
            if (j == other.first) {
                if (!other.is_ring) {
                    return;
                }
                j = other.end();
            }
            const std::size_t n = std::min({i - lowest, j - other.first, budget});
            const std::size_t equal = loops_.equal_back(&a_[i].lon, &b_[j].lon, n);
            i -= equal;
            j -= equal;
            add(i, j, equal);
            budget -= equal;
            end_ = wrapped ? i : end_;
            if (equal < n) {
                return;
            }
        }
    }

    void add(std::size_t a, std::size_t b, std::size_t edges) {
        if (edges > 0) {
            open_.runs.push_back({a, b, edges});
        }
    }

    const Kernels& loops_;
    const Position* a_;
    const Position* b_;
    Lockstep open_;
    std::size_t stride_;
    EdgeIndex index_;
    std::size_t done_ = 0, end_ = 0;
};

} // namespace

std::vector<SharedRun> shared_runs(const Region& a, const Region& b, double least_share,
                                   const Kernels& loops) {
    Lockstep stepped = lockstep(a, b, loops);
    const auto all = static_cast<double>(a.edge_count());
    double known = 0;
    for (const SharedRun& run : stepped.runs) {
        known += static_cast<double>(run.edges);
    }
    Matcher matcher(a, b, std::move(stepped), loops);
    if (known + (all - known) * matcher.share_of_windows() < least_share * all) {
        return {};
    }
    matcher.match();
    std::vector<SharedRun> runs = matcher.take();
    std::sort(runs.begin(), runs.end(),
              [](const SharedRun& x, const SharedRun& y) { return x.a < y.a; });
    return runs;
}

std::vector<EdgeRange> left_over(const Region& region, const std::vector<SharedRun>& runs,
                                 Operand side) {
    std::vector<EdgeRange> taken;
    taken.reserve(runs.size());
    for (const SharedRun& run : runs) {
        taken.push_back({side == Operand::a ? run.a : run.b, run.edges});
    }
    std::sort(taken.begin(), taken.end(),
              [](const EdgeRange& x, const EdgeRange& y) { return x.first < y.first; });
    std::vector<EdgeRange> left;
    std::size_t next = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const EdgeRange ring = edges_of_ring(region, r);
        const std::size_t end = ring.first + ring.edges;
        std::size_t from = ring.first;
        for (; next < taken.size() && taken[next].first < end; ++next) {
            if (taken[next].first > from) {
                left.push_back({from, taken[next].first - from});
            }
            from = std::max(from, taken[next].first + taken[next].edges);
        }
        if (from < end) {
            left.push_back({from, end - from});
        }
    }
    return left;
}

} // namespace shapes::change
