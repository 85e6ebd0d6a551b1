// SPDX-License-Identifier: MIT
#include "shapes/difference/shared_edges.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>

namespace shapes {
namespace {

/// One edge in so many of b is in the index; a run of at least that many can be met. Large maps
/// share long runs, and a small index stays in the cache.
std::size_t stride_for(std::size_t positions) {
    return positions < (1U << 16) ? 8 : 32;
}

std::uint64_t hash_edge(Position p, Position q) {
    // + 0.0 makes −0 and 0, which are equal, the same bits. Four products that need not wait for
    // each other, then one that mixes; the multipliers are odd numbers without pattern.
    const auto bits = [](double v) { return std::bit_cast<std::uint64_t>(v + 0.0); };
    const std::uint64_t sum = bits(p.lon) * 0x9e3779b97f4a7c15U +
                              bits(p.lat) * 0xc2b2ae3d27d4eb4fU +
                              bits(q.lon) * 0x165667b19e3779f9U + bits(q.lat) * 0xd6e8feb86659fd93U;
    return (sum ^ (sum >> 32)) * 0x9fb21c651e98df25U;
}

/// Finds an edge of b by its two positions. Open addressing; an entry carries half of the hash, so
/// a miss seldom looks at the positions. In a valid region no directed edge occurs twice.
class EdgeIndex {
  public:
    explicit EdgeIndex(const Region& b)
        : positions_(b.positions().data()), stride_(stride_for(b.position_count())) {
        std::size_t entries = b.ring_count();
        entries += b.position_count() / stride_;
        size_ = std::bit_ceil(2 * entries + 2);
        entries_ = std::make_unique<Entry[]>(size_);
        for (std::size_t r = 0; r < b.ring_count(); ++r) {
            const Ring ring = b.ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); i += stride_) {
                insert(static_cast<std::size_t>(ring.data() - positions_) + i);
            }
        }
    }

    std::optional<std::size_t> find(Position p, Position q) const {
        const std::uint64_t h = hash_edge(p, q);
        for (std::size_t slot = home(h);; slot = (slot + 1) & (size_ - 1)) {
            const Entry& entry = entries_[slot];
            if (entry.place == 0) {
                return std::nullopt;
            }
            const std::size_t i = entry.place - 1;
            if (entry.tag == static_cast<std::uint32_t>(h) && positions_[i] == p &&
                positions_[i + 1] == q) {
                return i;
            }
        }
    }

    std::size_t stride() const { return stride_; }

  private:
    struct Entry {
        std::uint32_t tag = 0;
        std::uint32_t place = 0; // position index + 1; 0: free
    };

    std::size_t home(std::uint64_t h) const { return (h >> 32) & (size_ - 1); }
    void insert(std::size_t i) {
        const std::uint64_t h = hash_edge(positions_[i], positions_[i + 1]);
        std::size_t slot = home(h);
        while (entries_[slot].place != 0) {
            slot = (slot + 1) & (size_ - 1);
        }
        entries_[slot] = {static_cast<std::uint32_t>(h), static_cast<std::uint32_t>(i + 1)};
    }

    const Position* positions_;
    std::size_t stride_;
    std::size_t size_ = 0;
    std::unique_ptr<Entry[]> entries_;
};

/// A ring by position indices: edges first … first + edges − 1.
struct RingSpan {
    std::size_t first;
    std::size_t edges;
    std::size_t end() const { return first + edges; }
};

RingSpan span_of(const Region& region, std::size_t r) {
    const Ring ring = region.ring(r);
    return {static_cast<std::size_t>(ring.data() - region.positions().data()),
            ring.empty() ? 0 : ring.size() - 1};
}

class Matcher {
  public:
    Matcher(const Region& a, const Region& b, const Kernels& loops)
        : loops_(loops), a_(a.positions().data()), b_(b.positions().data()), region_b_(&b),
          index_(b) {}

    /// Finds the runs of one ring of a.
    void match_ring(RingSpan ring) {
        done_ = ring.first; // edges of the ring before this one are decided
        end_ = ring.end();  // and those from here on
        std::size_t misses = 0;
        for (std::size_t i = ring.first; i < end_;) {
            const auto hit = index_.find(a_[i], a_[i + 1]);
            if (!hit) {
                // Where nothing has matched for long, look ahead in growing steps: a run met later
                // is followed back, so only runs that lie within a step go unnoticed.
                ++misses;
                i += misses % (2 * index_.stride()) == 0 ? 1 + misses / 8 : 1;
                continue;
            }
            misses = 0;
            const RingSpan other = ring_of_b(*hit);
            std::size_t budget = other.edges; // no edge of b is taken twice
            const std::size_t next = extend_forward(i, *hit, other, budget);
            extend_back(i, *hit, ring, next, other, budget);
            done_ = next;
            i = next;
        }
    }

    std::vector<SharedRun> take() { return std::move(runs_); }
    std::size_t stride() const { return index_.stride(); }
    bool meets(std::size_t i) const { return index_.find(a_[i], a_[i + 1]).has_value(); }

  private:
    RingSpan ring_of_b(std::size_t position) const {
        const auto starts = region_b_->ring_starts();
        const auto after = std::upper_bound(starts.begin(), starts.end(), position);
        return span_of(*region_b_, static_cast<std::size_t>(after - starts.begin()) - 1);
    }

    /// Adds the run from edge i of a and j of b on; returns the first edge of a beyond it.
    std::size_t extend_forward(std::size_t i, std::size_t j, RingSpan other, std::size_t& budget) {
        while (i < end_ && budget > 0) {
            const std::size_t n = std::min({end_ - i, other.end() - j, budget});
            const std::size_t equal = loops_.equal_front(&a_[i + 1].lon, &b_[j + 1].lon, n);
            add(i, j, equal);
            budget -= equal;
            i += equal;
            j += equal;
            if (equal < n) {
                break;
            }
            j = j == other.end() ? other.first : j;
        }
        return i;
    }

    /// Adds the run that ends before edge i of a and j of b. At the start of a's ring it goes on at
    /// the ring's end, and the ring then counts as decided from there on.
    void extend_back(std::size_t i, std::size_t j, RingSpan ring, std::size_t next, RingSpan other,
                     std::size_t budget) {
        std::size_t lowest = done_;
        const bool first_run = done_ == ring.first;
        bool wrapped = false;
        while (budget > 0) {
            if (i == lowest) {
                if (!first_run || wrapped) {
                    return;
                }
                wrapped = true;
                i = ring.end();
                lowest = next;
                continue;
            }
            j = j == other.first ? other.end() : j;
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
            runs_.push_back({a, b, edges});
        }
    }

    const Kernels& loops_;
    const Position* a_;
    const Position* b_;
    const Region* region_b_;
    EdgeIndex index_;
    std::vector<SharedRun> runs_;
    std::size_t done_ = 0, end_ = 0;
};

/// Looks up windows of consecutive edges spread evenly over a: a window is long enough to meet an
/// indexed edge if it lies in a shared run.
bool share_at_least(double share, const Region& a, const Matcher& matcher) {
    constexpr std::size_t kWindows = 64;
    const std::size_t window = 2 * matcher.stride();
    if (a.position_count() <= kWindows * window) {
        return true; // looking everything up costs no more
    }
    std::size_t hits = 0;
    for (std::size_t w = 0; w < kWindows; ++w) {
        const std::size_t first = w * (a.position_count() - window - 1) / (kWindows - 1);
        std::size_t i = first;
        while (i < first + window && !matcher.meets(i)) {
            ++i;
        }
        hits += i < first + window;
    }
    return static_cast<double>(hits) >= share * static_cast<double>(kWindows);
}

} // namespace

std::vector<SharedRun> shared_runs(const Region& a, const Region& b, double least_share,
                                   const Kernels& loops) {
    Matcher matcher(a, b, loops);
    if (!share_at_least(least_share, a, matcher)) {
        return {};
    }
    for (std::size_t r = 0; r < a.ring_count(); ++r) {
        matcher.match_ring(span_of(a, r));
    }
    std::vector<SharedRun> runs = matcher.take();
    std::sort(runs.begin(), runs.end(),
              [](const SharedRun& x, const SharedRun& y) { return x.a < y.a; });
    return runs;
}

std::vector<EdgeRange> left_over(const Region& region, const std::vector<SharedRun>& runs,
                                 Side side) {
    std::vector<EdgeRange> taken;
    taken.reserve(runs.size());
    for (const SharedRun& run : runs) {
        taken.push_back({side == Side::a ? run.a : run.b, run.edges});
    }
    std::sort(taken.begin(), taken.end(),
              [](const EdgeRange& x, const EdgeRange& y) { return x.first < y.first; });
    std::vector<EdgeRange> left;
    std::size_t next = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const RingSpan ring = span_of(region, r);
        std::size_t from = ring.first;
        for (; next < taken.size() && taken[next].first < ring.end(); ++next) {
            if (taken[next].first > from) {
                left.push_back({from, taken[next].first - from});
            }
            from = std::max(from, taken[next].first + taken[next].edges);
        }
        if (from < ring.end()) {
            left.push_back({from, ring.end() - from});
        }
    }
    return left;
}

} // namespace shapes
