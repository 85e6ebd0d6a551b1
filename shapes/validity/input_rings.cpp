// SPDX-License-Identifier: MIT
#include "shapes/validity/input_rings.hpp"

#include "shapes/predicates/orientation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace shapes::validity {
namespace {

/// The ring closed and without repeated neighbours.
void clean(Ring ring, std::vector<Position>& out) {
    out.resize(ring.size() + 1);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        out[kept] = ring[i];
        kept += std::size_t{i == 0 || !(ring[i] == ring[i - 1])};
    }
    out.resize(kept);
    if (out.size() > 1 && !(out.front() == out.back())) {
        out.push_back(out.front());
    }
}

/// False where the ring certainly encloses something: its westernmost position is no other's, and
/// there it turns. One pass, and enough for all but a few.
bool may_have_no_area(Ring ring) {
    const std::size_t edges = ring.size() - 1;
    std::size_t west = 0;
    bool alone = true;
    for (std::size_t i = 1; i < edges; ++i) {
        if (ring[i].lon <= ring[west].lon) {
            alone = ring[i].lon < ring[west].lon;
            west = i;
        }
    }
    const Position before = ring[west == 0 ? edges - 1 : west - 1];
    return !alone || orientation(before, ring[west], ring[west + 1]) == 0;
}

bool on_one_line(Ring ring) {
    return std::all_of(ring.begin() + 2, ring.end(),
                       [&](Position p) { return orientation(ring[0], ring[1], p) == 0; });
}

/// Every edge is run through as often one way as the other.
bool out_and_back(Ring ring) {
    struct Edge {
        std::array<double, 4> ends; // the smaller end first
        int direction;
    };
    std::vector<Edge> edges;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Position p = ring[i];
        const Position q = ring[i + 1];
        const bool forward = p.lon != q.lon ? p.lon < q.lon : p.lat < q.lat;
        edges.push_back(forward ? Edge{{p.lon, p.lat, q.lon, q.lat}, 1}
                                : Edge{{q.lon, q.lat, p.lon, p.lat}, -1});
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& a, const Edge& b) { return a.ends < b.ends; });
    for (std::size_t i = 0; i < edges.size();) {
        const auto ends = edges[i].ends;
        int sum = 0;
        for (; i < edges.size() && edges[i].ends == ends; ++i) {
            sum += edges[i].direction;
        }
        if (sum != 0) {
            return false;
        }
    }
    return true;
}

/// After how many edges a closed ring repeats itself: their number, or a divisor of it.
std::size_t period(Ring ring) {
    const std::size_t edges = ring.size() - 1;
    // The longest proper prefix of the first i + 1 positions that they also end with (Knuth, Morris
    // and Pratt 1977, doi:10.1137/0206024).
    std::vector<std::size_t> prefix(edges, 0);
    for (std::size_t i = 1, length = 0; i < edges; ++i) {
        while (length > 0 && !(ring[i] == ring[length])) {
            length = prefix[length - 1];
        }
        length += std::size_t{ring[i] == ring[length]};
        prefix[i] = length;
    }
    const std::size_t shortest = edges - prefix[edges - 1];
    return edges % shortest == 0 ? shortest : edges;
}

/// Shortens a ring that goes round the same way many times, as it would touch itself once for each
/// pair of turns. Two turns, or three where their number is odd, are filled alike by either rule
/// and have the same faults.
void shorten_turns(std::vector<Position>& ring) {
    const auto back_at_start = [&](Position p) { return p == ring[0]; };
    if (std::count_if(ring.begin() + 1, ring.end(), back_at_start) > 3) {
        const std::size_t edges = period(ring);
        const std::size_t turns = (ring.size() - 1) / edges;
        ring.resize(std::min(ring.size(), (2 + turns % 2) * edges + 1));
    }
}

bool same(Ring a, Ring b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace

/// Finds polygons that repeat earlier ones. In a union they count only once, but each pair of them
/// would have all its edges in common. They are found by their first position.
class InputRings::Repeated {
  public:
    explicit Repeated(const Region& region) : region_(region) {}

    /// How many polygons before this one are the same, position by position; remembers it.
    std::size_t before(std::size_t polygon) {
        const auto [first, last] = region_.polygon(polygon);
        if (first == last || region_.ring(first).empty()) {
            return 0;
        }
        const Position start = region_.ring(first)[0];
        std::vector<Seen>& seen = seen_[{start.lon, start.lat}];
        for (Seen& s : seen) {
            if (same_polygon(s.polygon, polygon)) {
                return s.times++;
            }
        }
        seen.push_back({polygon, 1});
        return 0;
    }

  private:
    struct Seen {
        std::size_t polygon;
        std::size_t times;
    };

    bool same_polygon(std::size_t p, std::size_t q) const {
        const auto [first, last] = region_.polygon(p);
        const auto [other, other_last] = region_.polygon(q);
        if (last - first != other_last - other) {
            return false;
        }
        for (std::size_t r = first; r < last; ++r) {
            if (!same(region_.ring(r), region_.ring(other + (r - first)))) {
                return false;
            }
        }
        return true;
    }

    const Region& region_;
    std::map<std::pair<double, double>, std::vector<Seen>> seen_;
};

InputRings::InputRings(const Region& region) {
    rings_.reserve(region.position_count());
    add(region);
    second_region_ = polygon_count_;
}

InputRings::InputRings(const Region& before, const Region& after) {
    rings_.reserve(before.position_count() + after.position_count());
    add(before);
    second_region_ = polygon_count_;
    add(after);
}

void InputRings::add(const Region& region) {
    constexpr std::size_t kCopies = 2; // show what is wrong as well as any number
    std::vector<Position> cleaned;
    Repeated repeated(region);
    for (std::size_t p = 0; p < region.polygon_count(); ++p, ++polygon_count_) {
        const auto [first, last] = region.polygon(p);
        rings_.add_polygon();
        if (repeated.before(p) >= kCopies) {
            dropped_.push_back({static_cast<std::uint32_t>(first), ProblemCode::duplicate_ring,
                                region.ring(first)[0]});
            continue;
        }
        for (std::size_t r = first; r < last; ++r) {
            clean(region.ring(r), cleaned);
            const auto source = static_cast<std::uint32_t>(r);
            if (cleaned.size() < 4) {
                const Position at = cleaned.empty() ? Position{} : cleaned[0];
                dropped_.push_back({source, ProblemCode::too_few_positions, at});
                continue;
            }
            if (may_have_no_area(cleaned) && (on_one_line(cleaned) || out_and_back(cleaned))) {
                dropped_.push_back({source, ProblemCode::zero_area_ring, cleaned[0]});
                continue;
            }
            shorten_turns(cleaned);
            rings_.add_ring();
            rings_.add(cleaned);
            roles_.push_back({polygon_count_, r == first, source});
        }
    }
}

std::size_t InputRings::ring_of(std::size_t edge) const {
    const auto starts = rings_.ring_starts();
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), edge) -
                                    starts.begin()) -
           1;
}

} // namespace shapes::validity
