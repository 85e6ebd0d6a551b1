// SPDX-License-Identifier: MIT
#include "engine/uncertainty/outline.hpp"

#include "engine/uncertainty/front.hpp"

namespace engine {

EdgeSet edges_along(const shapes::Region& outline, const std::vector<shapes::ValidRegion>& maps,
                    double distance_km) {
    EdgeSet found;
    const shapes::Box box = outline.box();
    if (box.empty()) {
        return found;
    }
    const LocalPlane plane({(box.west + box.east) / 2, (box.south + box.north) / 2});
    const NearLine line(outline, plane, distance_km);
    for (const shapes::ValidRegion& map : maps) {
        const shapes::Region& region = map.region();
        for (std::size_t r = 0; r < region.ring_count(); ++r) {
            const shapes::Ring ring = region.ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const shapes::Position a = ring[i];
                const shapes::Position b = ring[i + 1];
                const shapes::Position middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
                if (line.runs_along(a, b, a) && line.runs_along(a, b, b) &&
                    line.runs_along(a, b, middle)) {
                    found.add(a, b);
                }
            }
        }
    }
    return found;
}

} // namespace engine
