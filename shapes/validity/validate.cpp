// SPDX-License-Identifier: MIT
#include "shapes/validity/validate.hpp"

#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"
#include "shapes/validity/problems.hpp"
#include "shapes/validity/region_maker.hpp"
#include "shapes/validity/resolve.hpp"

#include <optional>
#include <utility>

namespace shapes {
namespace {

/// The region with its directions put right where it is valid.
std::optional<ValidRegion> proven(const Region& region) {
    const validity::InputRings input(region);
    const validity::Examination examination = validity::examine(input);
    if (!examination.valid) {
        return std::nullopt;
    }
    return validity::RegionMaker::examined(validity::oriented_rings(input, examination));
}

ValidRegion resolve(const validity::InputRings& input, const validity::Examination& examination,
                    FillRule fill) {
    const auto resolved = [&](validity::Vertices vertices) {
        return validity::resolved_in_groups(input, examination, fill, vertices);
    };
    validity::Resolved drawn = resolved(validity::Vertices::as_drawn);
    if (drawn.valid) {
        // Every edge is one that was drawn, and of these the examination has seen all contacts:
        // none but in vertices, once those that lie upon each other are gone. How the rings lie to
        // each other has not changed on the way from the grid (overlay::DrawnRegion).
        return validity::RegionMaker::examined(std::move(drawn.region));
    }
    if (auto region = proven(drawn.region)) {
        return *region;
    }
    // Positions that were a grid unit apart may trade places when they are put back. Then they stay
    // on the grid.
    const Region on_grid = resolved(validity::Vertices::on_grid).region;
    if (auto region = proven(on_grid)) {
        return *region;
    }
    // Rounding to the grid has made neighbours meet. A single overlay of everything is valid by
    // construction, because its edges are noded on the same grid that it is written on.
    return validity::RegionMaker::built(validity::united(on_grid));
}

} // namespace

ValidationResult validate(const Region& drawn, FillRule fill) {
    const validity::InputRings input(drawn);
    const validity::Examination examination = validity::examine(input);
    ValidRegion region =
        examination.valid
            ? validity::RegionMaker::examined(validity::oriented_rings(input, examination))
            : resolve(input, examination, fill);
    return {std::move(region), validity::problems_of(drawn, input, examination)};
}

ValidRegion unite(const std::vector<ValidRegion>& regions) {
    if (regions.size() == 1) {
        return regions[0];
    }
    Region all;
    for (const ValidRegion& r : regions) {
        all.append(r.region());
    }
    return validate(all).region;
}

} // namespace shapes
