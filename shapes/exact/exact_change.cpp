// SPDX-License-Identifier: MIT
#include "shapes/exact/exact_change.hpp"

#include "shapes/exact/cover.hpp"
#include "shapes/exact/slabs.hpp"
#include "shapes/exact/trapezoid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace shapes {
namespace {

using exact::Real;

enum class Kind : std::uint8_t { neither, lost, gained, common };

/// What lies above one line, up to another, through one slab after the other.
struct Gap {
    Kind kind = Kind::neither;
    std::uint32_t upper = 0;
    std::size_t first_slab = 0;
    std::size_t last_slab = 0; ///< past its last
};

/// Counts windings through the slabs and integrates what lies between.
class Evaluation {
  public:
    Evaluation(const std::vector<const Region*>& regions, FillRule fill, const exact::Lines& lines,
               const std::vector<exact::Bound>& bounds)
        : lines_(lines), bounds_(bounds), gaps_(lines.lines.size()) {
        for (const Region* region : regions) {
            covers_.emplace_back(*region, fill);
        }
    }

    bool run(exact::Budget& budget) {
        exact::Stack stack(lines_, bounds_);
        for (std::size_t slab = 0; slab + 1 < bounds_.size(); ++slab) {
            const auto& entries = stack.at(slab);
            if (!budget.take(1 + entries.size())) {
                return false;
            }
            go_north(entries, slab);
        }
        for (std::uint32_t line = 0; line < gaps_.size(); ++line) {
            close(line);
        }
        return true;
    }

    Real m2(Kind kind) const { return sums_.at(static_cast<std::size_t>(kind)); }

  private:
    /// Neighbouring gaps of one kind are one.
    void go_north(const std::vector<exact::Stack::Entry>& entries, std::size_t slab) {
        Kind below = Kind::neither;
        std::uint32_t lower = 0;
        for (std::size_t i = 0; i < entries.size();) {
            // Of lines that run along each other the first in the list stands for all, so that the
            // same one does in the next slab.
            std::uint32_t line = entries[i].line;
            do {
                line = std::min(line, entries[i].line);
                cross(entries[i].line);
                ++i;
            } while (i < entries.size() && entries[i].on_previous);
            if (const Kind above = kind(); above != below) {
                add(below, lower, line, slab);
                below = above;
                lower = line;
            }
        }
    }

    void cross(std::uint32_t line) {
        for (const exact::Use& use : lines_.uses_of(lines_.lines[line])) {
            covers_[use.operand].cross(use.ring, use.step);
        }
    }

    Kind kind() const {
        const bool counts = covers_.size() < 3 || covers_[2].inside();
        const bool before = covers_[0].inside();
        const bool after = covers_[1].inside();
        if (!counts || (!before && !after)) {
            return Kind::neither;
        }
        return !after ? Kind::lost : !before ? Kind::gained : Kind::common;
    }

    void add(Kind kind, std::uint32_t lower, std::uint32_t upper, std::size_t slab) {
        if (kind == Kind::neither) {
            return;
        }
        Gap& gap = gaps_[lower];
        if (gap.kind != kind || gap.upper != upper || gap.last_slab != slab) {
            close(lower);
            gap = {kind, upper, slab, slab};
        }
        gap.last_slab = slab + 1;
    }

    void close(std::uint32_t lower) {
        Gap& gap = gaps_[lower];
        if (gap.kind != Kind::neither) {
            sums_.at(static_cast<std::size_t>(gap.kind)) +=
                exact::trapezoid_m2(lines_.lines[lower], lines_.lines[gap.upper],
                                    bounds_[gap.first_slab], bounds_[gap.last_slab]);
        }
        gap = {};
    }

    const exact::Lines& lines_;
    const std::vector<exact::Bound>& bounds_;
    std::vector<Gap> gaps_; ///< above each line
    std::vector<exact::Cover> covers_;
    std::array<Real, 4> sums_{};
};

bool finite(const Region& region) {
    const auto positions = region.positions();
    return std::all_of(positions.begin(), positions.end(),
                       [](Position p) { return std::isfinite(p.lon) && std::isfinite(p.lat); });
}

} // namespace

std::optional<ChangeArea> exact_change_area(const Region& before, const Region& after,
                                            FillRule fill, const Region* within,
                                            std::uint64_t most_steps) {
    std::vector<const Region*> regions{&before, &after};
    if (within != nullptr) {
        regions.push_back(within);
    }
    if (!std::all_of(regions.begin(), regions.end(), [](const Region* r) { return finite(*r); })) {
        return std::nullopt;
    }
    exact::Budget budget(most_steps);
    const exact::Lines lines = exact::lines_of(regions);
    const auto bounds = exact::slab_bounds(lines, budget);
    if (!bounds) {
        return std::nullopt;
    }
    Evaluation evaluation(regions, fill, lines, *bounds);
    if (!evaluation.run(budget)) {
        return std::nullopt;
    }
    const Real lost = evaluation.m2(Kind::lost);
    const Real gained = evaluation.m2(Kind::gained);
    const Real common = evaluation.m2(Kind::common);
    const auto area = [](Real m2) { return Area::from_m2(static_cast<double>(m2)); };
    return ChangeArea{area(lost + common), area(gained + common), area(lost), area(gained),
                      area(common)};
}

} // namespace shapes
