// SPDX-License-Identifier: MIT
#include "shapes/exact/slabs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace shapes::exact {
namespace {

constexpr Real kEpsilon = std::numeric_limits<Real>::epsilon();

/// A crossing's fraction takes some 100 bytes and some microseconds: of a billion steps that lets
/// a quarter of a million crossings through.
constexpr std::uint64_t kStepsPerCrossing = 4000;

/// Exact: −1, 0 or 1 as a is west of b, at it, or east of it.
int compare(const Bound& a, const Bound& b) {
    const Real apart = a.rounded - b.rounded;
    const Real bound = 4 * kEpsilon * (std::abs(a.rounded) + std::abs(b.rounded));
    if (std::abs(apart) > bound || (!a.crossed && !b.crossed)) {
        return apart < 0 ? -1 : apart > 0 ? 1 : 0;
    }
    return a.exact().compare(b.exact());
}

Bound end_at(double longitude) {
    return {static_cast<Real>(longitude), std::nullopt};
}

/// Adds the crossings of all lines; they come by their western ends, so each is compared with those
/// that began before it and have not ended.
bool add_crossings(const std::vector<Line>& lines, Budget& budget, std::vector<Bound>& out) {
    std::vector<const Line*> open;
    for (const Line& line : lines) {
        std::erase_if(open, [&](const Line* o) { return o->east.lon <= line.west.lon; });
        if (!budget.take(1 + open.size())) {
            return false;
        }
        for (const Line* other : open) {
            if (crosses(*other, line)) {
                if (!budget.take(kStepsPerCrossing)) {
                    return false;
                }
                Rational at = crossing_longitude(*other, line);
                const Real rounded = to_real(at);
                out.push_back({rounded, std::move(at)});
            }
        }
        open.push_back(&line);
    }
    return true;
}

} // namespace

std::optional<std::vector<Bound>> slab_bounds(const Lines& lines, Budget& budget) {
    std::vector<Bound> bounds;
    for (const Line& line : lines.lines) {
        bounds.push_back(end_at(line.west.lon));
        bounds.push_back(end_at(line.east.lon));
    }
    if (!add_crossings(lines.lines, budget, bounds)) {
        return std::nullopt;
    }
    std::sort(bounds.begin(), bounds.end(),
              [](const Bound& a, const Bound& b) { return compare(a, b) < 0; });
    bounds.erase(std::unique(bounds.begin(), bounds.end(),
                             [](const Bound& a, const Bound& b) { return compare(a, b) == 0; }),
                 bounds.end());
    return bounds;
}

Stack::Stack(const Lines& lines, const std::vector<Bound>& bounds)
    : lines_(lines.lines), bounds_(bounds) {
    last_slab_.reserve(lines_.size());
    for (const Line& line : lines_) {
        const auto last = std::lower_bound(
            bounds.begin(), bounds.end(), end_at(line.east.lon),
            [](const Bound& a, const Bound& b) { return exact::compare(a, b) < 0; });
        last_slab_.push_back(static_cast<std::uint32_t>(last - bounds.begin()));
    }
}

/// Latitudes in the middle of the slab. With u = ε: the middle is off by less than 3u of the
/// bounds' size, its difference from the western end by another u, the quotient and the product by
/// 3u of themselves, the rise and the sum by one each of theirs.
void Stack::measure(std::size_t slab) {
    const Real middle = (bounds_[slab].rounded + bounds_[slab + 1].rounded) / 2;
    for (Entry& entry : entries_) {
        const Line& line = lines_[entry.line];
        const auto x = static_cast<Real>(line.west.lon);
        const auto y = static_cast<Real>(line.west.lat);
        const Real run = static_cast<Real>(line.east.lon) - x;
        const Real rise = static_cast<Real>(line.east.lat) - y;
        entry.latitude = y + rise * ((middle - x) / run);
        const Real heights = std::abs(y) + std::abs(rise);
        const Real places = std::abs(middle) + std::abs(x);
        entry.error = 16 * kEpsilon * (heights + std::abs(rise / run) * places);
    }
}

/// −1, 0 or 1 as a runs below b, along it, or above it, exactly. They do not cross in the slab, so
/// its middle decides.
int Stack::compare(const Entry& a, const Entry& b) const {
    if (a.line == b.line) {
        return 0;
    }
    if (std::abs(a.latitude - b.latitude) > a.error + b.error) {
        return a.latitude < b.latitude ? -1 : 1;
    }
    const Rational middle = (bounds_[slab_].exact() + bounds_[slab_ + 1].exact()) / 2;
    return lines_[a.line].latitude(middle).compare(lines_[b.line].latitude(middle));
}

const std::vector<Stack::Entry>& Stack::at(std::size_t slab) {
    slab_ = slab;
    std::erase_if(entries_, [&](const Entry& e) { return last_slab_[e.line] <= slab; });
    const std::size_t followed = entries_.size();
    while (next_line_ < lines_.size() &&
           exact::compare(end_at(lines_[next_line_].west.lon), bounds_[slab]) <= 0) {
        entries_.push_back({static_cast<std::uint32_t>(next_line_++), 0, 0, false});
    }
    measure(slab);
    constexpr std::size_t few = 16;
    if (entries_.size() > followed + few) {
        std::sort(entries_.begin(), entries_.end(),
                  [&](const Entry& a, const Entry& b) { return compare(a, b) < 0; });
    }
    // By insertion, as all but the few that begin or cross here stand in order already.
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        const Entry moved = entries_[i];
        std::size_t to = i;
        for (; to > 0 && compare(moved, entries_[to - 1]) < 0; --to) {
            entries_[to] = entries_[to - 1];
        }
        entries_[to] = moved;
    }
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        entries_[i].on_previous = compare(entries_[i - 1], entries_[i]) == 0;
    }
    if (!entries_.empty()) {
        entries_.front().on_previous = false;
    }
    return entries_;
}

} // namespace shapes::exact
