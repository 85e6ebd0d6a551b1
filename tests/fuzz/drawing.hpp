// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/predicates/orientation.hpp"
#include "shapes/types/region.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>

namespace fuzz {

/// Takes a fuzzer's bytes apart; past the end everything is 0.
class Bytes {
  public:
    Bytes(const std::uint8_t* data, std::size_t size) : rest_(data, size) {}

    bool empty() const { return rest_.empty(); }

    std::uint8_t byte() {
        if (rest_.empty()) {
            return 0;
        }
        const std::uint8_t first = rest_.front();
        rest_ = rest_.subspan(1);
        return first;
    }

    /// Any double of the core's domain in [−limit, limit]; what is not finite or too near to 0
    /// becomes 0, and what lies outside a limit.
    double coordinate(double limit) {
        std::array<std::uint8_t, sizeof(double)> raw{};
        for (std::uint8_t& b : raw) {
            b = byte();
        }
        double value = 0;
        std::memcpy(&value, raw.data(), sizeof value);
        const bool counts = std::isfinite(value) && std::abs(value) >= shapes::kLeastCoordinate;
        return counts ? std::clamp(value, -limit, limit) : 0.0;
    }

  private:
    std::span<const std::uint8_t> rest_;
};

/// Bytes of a vertex on the grid that mean something else.
enum : std::uint8_t { kNextRing = 0xff, kNextPolygon = 0xfe, kEnd = 0xfd };

/// Rings on a 16 × 16 grid, a vertex a byte: small inputs reach every degeneracy.
inline shapes::Region grid_drawing(Bytes& bytes, double step, shapes::Position corner) {
    shapes::Region region;
    region.add_polygon();
    region.add_ring();
    while (!bytes.empty()) {
        const std::uint8_t b = bytes.byte();
        if (b == kEnd) {
            break;
        }
        if (b == kNextRing || b == kNextPolygon) {
            region.close_ring();
            if (b == kNextPolygon) {
                region.add_polygon();
            }
            region.add_ring();
        } else {
            region.add({corner.lon + step * (b & 15U), corner.lat + step * (b >> 4U)});
        }
    }
    region.close_ring();
    return region;
}

/// Rings of any doubles in the domain.
inline shapes::Region raw_drawing(Bytes& bytes) {
    shapes::Region region;
    region.add_polygon();
    region.add_ring();
    while (!bytes.empty()) {
        const std::uint8_t what = bytes.byte();
        if (what == kEnd) {
            break;
        }
        if (what == kNextRing || what == kNextPolygon) {
            region.close_ring();
            if (what == kNextPolygon) {
                region.add_polygon();
            }
            region.add_ring();
        }
        const double lon = bytes.coordinate(shapes::kMaxLongitude);
        region.add({lon, bytes.coordinate(90.0)});
    }
    region.close_ring();
    return region;
}

/// The first byte says which kind, the grid's scale and its corner.
inline shapes::Region drawing(Bytes& bytes, std::uint8_t kind) {
    switch (kind % 5) {
    case 0:
        return grid_drawing(bytes, 0.25, {36.0, 48.0});
    case 1:
        return grid_drawing(bytes, 0.1, {36.3, 47.7});
    case 2:
        return grid_drawing(bytes, 1e-9, {36.123456789, 48.987654321});
    case 3:
        return grid_drawing(bytes, 12.0, {-180.0, -90.0});
    default:
        return raw_drawing(bytes);
    }
}

/// More edges than this find nothing new and make the checks slow.
inline constexpr std::size_t kMostBytes = 400;

} // namespace fuzz
