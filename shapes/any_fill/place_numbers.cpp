// SPDX-License-Identifier: MIT
#include "shapes/any_fill/place_numbers.hpp"

#include <bit>
#include <cstddef>
#include <memory>

namespace shapes::any_fill {
namespace {

/// Places by position: open addressing, an entry is the number of a place, 0 is none.
class PlaceTable {
  public:
    explicit PlaceTable(std::size_t places)
        : size_(std::bit_ceil(2 * places + 2)), entries_(std::make_unique<std::uint32_t[]>(size_)) {
    }

    /// The entry of the position, or the free one where it belongs; places are numbered from 1.
    template<class IsAt>
    std::uint32_t& entry(Position p, const IsAt& is_at) {
        std::size_t slot = home(p);
        while (entries_[slot] != 0 && !is_at(entries_[slot])) {
            slot = (slot + 1) & (size_ - 1);
        }
        return entries_[slot];
    }

  private:
    std::size_t home(Position p) const {
        // + 0.0 makes −0 and 0, which are equal, the same bits; odd multipliers without pattern.
        const auto bits = [](double v) { return std::bit_cast<std::uint64_t>(v + 0.0); };
        const std::uint64_t sum =
            bits(p.lon) * 0x9e3779b97f4a7c15U + bits(p.lat) * 0xc2b2ae3d27d4eb4fU;
        return (((sum ^ (sum >> 32)) * 0x9fb21c651e98df25U) >> 32) & (size_ - 1);
    }

    std::size_t size_;
    std::unique_ptr<std::uint32_t[]> entries_;
};

} // namespace

PlaceNumbers number_places(std::span<const Position> positions) {
    PlaceNumbers places;
    places.of.resize(positions.size());
    places.first.reserve(positions.size());
    PlaceTable table(positions.size());
    // An earlier position at the place met last. Maps of two days and neighbours on one follow the
    // same lines, forwards or backwards, so the next place mostly is beside it.
    std::uint32_t twin = 0;
    for (std::uint32_t i = 0; i < positions.size(); ++i) {
        const Position p = positions[i];
        if (twin + 1 < i && positions[twin + 1] == p) {
            places.of[i] = places.of[++twin];
        } else if (twin > 0 && positions[twin - 1] == p) {
            places.of[i] = places.of[--twin];
        } else {
            std::uint32_t& entry = table.entry(
                p, [&](std::uint32_t number) { return positions[places.first[number - 1]] == p; });
            if (entry == 0) {
                places.first.push_back(i);
                entry = static_cast<std::uint32_t>(places.first.size());
            }
            places.of[i] = entry - 1;
            twin = places.first[entry - 1];
        }
    }
    return places;
}

} // namespace shapes::any_fill
