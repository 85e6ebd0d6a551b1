// SPDX-License-Identifier: MIT
#include "shapes/validity/drawn_positions.hpp"

#include "shapes/overlay/grid.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace shapes::validity {
namespace {

std::vector<Position> rounded(const overlay::Grid& grid, std::span<const Position> positions) {
    std::vector<Position> out(positions.size());
    grid.round(positions, out.data());
    return out;
}

/// Drawn positions by where the grid rounds them to, the first of each place: a table of numbers
/// with open addressing, one array where a map of nodes takes a block for each position.
class DrawnByPlace {
  public:
    DrawnByPlace(std::vector<Position> places, std::span<const Position> drawn)
        : places_(std::move(places)), slots_(std::bit_ceil(2 * places_.size() + 1), kFree) {
        for (std::uint32_t i = 0; i < places_.size(); ++i) {
            std::uint32_t& slot = slots_[slot_of(places_[i])];
            slot = slot == kFree ? i : slot;
            apart_ = apart_ && drawn[slot] == drawn[i];
        }
    }

    /// Whether all positions drawn at a place are equal.
    bool apart() const { return apart_; }

    /// The same as `find` where places are apart; mostly at once, as vertices follow each other in
    /// the result as they were drawn, one way or the other. `last` is what was found before.
    std::optional<std::uint32_t> find_beside(Position place, std::uint32_t last) const {
        if (apart_) {
            if (last + 1 < places_.size() && places_[last + 1] == place) {
                return last + 1;
            }
            if (last > 0 && places_[last - 1] == place) {
                return last - 1;
            }
        }
        return find(place);
    }

    /// The index of the first position drawn at a place.
    std::optional<std::uint32_t> find(Position place) const {
        const std::uint32_t i = slots_[slot_of(place)];
        return i == kFree ? std::nullopt : std::optional(i);
    }

  private:
    static constexpr std::uint32_t kFree = ~std::uint32_t{0};

    /// The slot of a place, or the free one that it would get.
    std::size_t slot_of(Position place) const {
        const std::size_t mask = slots_.size() - 1;
        // What rounds to 0 from below is -0.0, which equals 0.0 in another pattern of bits.
        std::uint64_t mixed = std::bit_cast<std::uint64_t>(place.lon + 0.0) * 0x9e3779b97f4a7c15U ^
                              std::bit_cast<std::uint64_t>(place.lat + 0.0) * 0xc2b2ae3d27d4eb4fU;
        mixed ^= mixed >> 32U; // the low bits of a double's product say little
        std::size_t slot = mixed & mask;
        while (slots_[slot] != kFree && !(places_[slots_[slot]] == place)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    std::vector<Position> places_;
    std::vector<std::uint32_t> slots_;
    bool apart_ = true;
};

} // namespace

PutBack with_drawn_positions(Region resolved, const InputRings& input) {
    double magnitude = 0.0;
    for (const Position p : input.vertices()) {
        magnitude = std::max({magnitude, std::abs(p.lon), std::abs(p.lat)});
    }
    const overlay::Grid grid(magnitude);
    const DrawnByPlace drawn(rounded(grid, input.vertices()), input.vertices());
    const std::vector<Position> places = rounded(grid, resolved.positions());
    const std::span<Position> positions = resolved.positions();
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (const auto found = drawn.find_beside(places[i], last)) {
            positions[i] = input.vertices()[*found];
            last = *found;
        }
    }
    return {std::move(resolved), drawn.apart()};
}

} // namespace shapes::validity
