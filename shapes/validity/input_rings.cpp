// SPDX-License-Identifier: MIT
#include "shapes/validity/input_rings.hpp"

#include "shapes/predicates/orientation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

namespace shapes::validity {
namespace {

/// Whether a ring is closed and no position equals the one before. One pass without a branch.
bool is_tidy(Ring ring) {
    std::size_t repeats = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        repeats += std::size_t{ring[i] == ring[i - 1]};
    }
    return ring.size() > 1 && ring.front() == ring.back() && repeats == 0;
}

/// The ring closed and without repeated neighbours: itself where it is so, else in `room`.
Ring tidied(Ring ring, std::vector<Position>& room) {
    if (is_tidy(ring)) {
        return ring;
    }
    room.resize(ring.size() + 1);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        room[kept] = ring[i];
        kept += std::size_t{i == 0 || !(ring[i] == ring[i - 1])};
    }
    room.resize(kept);
    if (room.size() > 1 && !(room.front() == room.back())) {
        room.push_back(room.front());
    }
    return room;
}

/// The leftmost vertex of a ring, the lowest of several.
struct Leftmost {
    std::size_t vertex; ///< the first of those at the place
    bool alone;         ///< no other vertex has its longitude
};

/// The place is kept beside its number: to look it up in every step would make each wait for the
/// one before.
Leftmost leftmost_of(Ring ring) {
    Leftmost found{0, true};
    Position least = ring[0];
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const Position p = ring[i];
        if (p.lon < least.lon) [[unlikely]] {
            found = {i, true};
            least = p;
        } else if (p.lon == least.lon) [[unlikely]] {
            found = {p.lat < least.lat ? i : found.vertex, false};
            least.lat = std::min(least.lat, p.lat);
        }
    }
    return found;
}

/// False where the ring certainly encloses something: its leftmost vertex is alone, and there it
/// turns. Enough for all but a few.
bool may_have_no_area(Ring ring, Leftmost leftmost) {
    const std::size_t i = leftmost.vertex;
    const Position before = ring[i == 0 ? ring.size() - 2 : i - 1];
    return !leftmost.alone || orientation(before, ring[i], ring[i + 1]) == 0;
}

/// True where the signed area of the ring, as summed in doubles, is certainly not 0. Then it
/// encloses something. Each of n terms is off by less than 2⁻⁵⁰ of its two products, and each sum
/// by 2⁻⁵³ of what it adds up.
bool certainly_has_area(Ring ring) {
    double area = 0.0;
    double magnitude = 0.0;
    const Position o = ring[0];
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double left = (ring[i].lon - o.lon) * (ring[i + 1].lat - o.lat);
        const double right = (ring[i].lat - o.lat) * (ring[i + 1].lon - o.lon);
        area += left - right;
        magnitude += std::abs(left) + std::abs(right);
    }
    constexpr double kTiny = 1e-280; // far above what underflow may have taken away
    return std::abs(area) > static_cast<double>(ring.size() + 8) * 0x1p-52 * magnitude + kTiny;
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
Ring with_few_turns(Ring ring) {
    const auto back_at_start = [&](Position p) { return p == ring[0]; };
    if (std::count_if(ring.begin() + 1, ring.end(), back_at_start) > 3) {
        const std::size_t edges = period(ring);
        const std::size_t turns = (ring.size() - 1) / edges;
        return ring.first(std::min(ring.size(), (2 + turns % 2) * edges + 1));
    }
    return ring;
}

bool same(Ring a, Ring b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace

/// Finds polygons that repeat earlier ones. In a union they count only once, but each pair of them
/// would have all its edges in common. Only polygons that begin at the same position are compared.
class InputRings::Repeated {
  public:
    explicit Repeated(const Region& region) : region_(region), before_(region.polygon_count(), 0) {
        std::vector<Begin> begins;
        for (std::uint32_t p = 0; p < region.polygon_count(); ++p) {
            const auto [first, last] = region.polygon(p);
            if (first != last && !region.ring(first).empty()) {
                begins.push_back({region.ring(first)[0], p});
            }
        }
        std::sort(begins.begin(), begins.end());
        for (std::size_t i = 0; i < begins.size();) {
            std::size_t end = i + 1;
            while (end < begins.size() && begins[end].at == begins[i].at) {
                ++end;
            }
            count(std::span(begins).subspan(i, end - i));
            i = end;
        }
    }

    /// How many polygons before this one are the same, position by position.
    std::size_t before(std::size_t polygon) const { return before_[polygon]; }

  private:
    struct Begin {
        Position at;
        std::uint32_t polygon;

        friend bool operator<(const Begin& a, const Begin& b) {
            return std::tie(a.at.lon, a.at.lat, a.polygon) <
                   std::tie(b.at.lon, b.at.lat, b.polygon);
        }
    };

    /// Counts among polygons that begin alike, in their order.
    void count(std::span<const Begin> alike) {
        std::vector<std::uint32_t> last_of_kind; // of each kind of polygon, the last one so far
        for (const Begin& b : alike) {
            const auto kind = std::find_if(last_of_kind.begin(), last_of_kind.end(),
                                           [&](auto p) { return same_polygon(p, b.polygon); });
            if (kind == last_of_kind.end()) {
                last_of_kind.push_back(b.polygon);
            } else {
                before_[b.polygon] = before_[*kind] + 1;
                *kind = b.polygon;
            }
        }
    }

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
    std::vector<std::size_t> before_; ///< by polygon
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
    std::vector<Position> room;
    const Repeated repeated(region);
    for (std::size_t p = 0; p < region.polygon_count(); ++p, ++polygon_count_) {
        const auto [first, last] = region.polygon(p);
        rings_.add_polygon();
        if (repeated.before(p) >= kCopies) {
            dropped_.push_back({static_cast<std::uint32_t>(first), ProblemCode::duplicate_ring,
                                region.ring(first)[0]});
            continue;
        }
        for (std::size_t r = first; r < last; ++r) {
            const Ring ring = tidied(region.ring(r), room);
            const auto source = static_cast<std::uint32_t>(r);
            if (ring.size() < 4) {
                const Position at = ring.empty() ? Position{} : ring[0];
                dropped_.push_back({source, ProblemCode::too_few_positions, at});
                continue;
            }
            const Leftmost leftmost = leftmost_of(ring);
            if (may_have_no_area(ring, leftmost) && !certainly_has_area(ring) &&
                (on_one_line(ring) || out_and_back(ring))) {
                dropped_.push_back({source, ProblemCode::zero_area_ring, ring[0]});
                continue;
            }
            rings_.add_ring();
            rings_.add(with_few_turns(ring));
            roles_.push_back(
                {polygon_count_, r == first, source, static_cast<std::uint32_t>(leftmost.vertex)});
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
