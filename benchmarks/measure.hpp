// SPDX-License-Identifier: MIT
#pragma once

#include "benchmarks/peers/op.hpp"
#include "shapes/validity/validate.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bench {

/// One line of a comparison.
struct Row {
    std::string
        what; ///< change_area, difference, cold_pair, cold_areas, validate, ellipsoidal_area, read
    std::string who; ///< areaclaim, geos, clipper1, boost, cgal, proj, gdal
    double median_s = 0.0;
    double min_s = 0.0;
    std::size_t runs = 0;
    std::optional<Change> change; ///< for the rows that yield one
    std::string error;            ///< empty where all went well
    std::string note;             ///< what exactly was timed, where that is not plain
};

/// One operation to take part.
struct Entrant {
    std::string what;
    std::string who;
    MakeOp make;
    std::string note;
    /// Adds a row "change_area" too: the operation and the planar area of its result.
    bool area_row = false;
};

/// Measures all entrants in turns, each for about `seconds` in all (at least one run), each answer
/// awaited for `limit_seconds` at most. One row per entrant, and its area row.
std::vector<Row> measure(const std::vector<Entrant>& entrants, double seconds,
                         double limit_seconds);

/// Who takes part.
struct Peers {
    std::set<std::string> names;
    bool has(const std::string& name) const { return names.contains(name); }
};

/// Our two operations and the peers' differences, on regions that are valid.
std::vector<Entrant> difference_entrants(const shapes::ValidRegion& before,
                                         const shapes::ValidRegion& after, const Peers& peers);

/// Our ellipsoidal area against PROJ's, of one region.
std::vector<Entrant> area_entrants(const shapes::ValidRegion& region, const Peers& peers);

/// Our validation of what was drawn.
Entrant validate_entrant(const shapes::Region& drawn);

/// A pair from coordinates to areas: the proof of both drawings and the change (`cold_pair`), or
/// the areas of the drawings as they are (`cold_areas`), against a peer's conversion and
/// differences of what the proof made of them.
std::vector<Entrant> cold_entrants(const shapes::Region& drawn_before,
                                   const shapes::Region& drawn_after,
                                   const shapes::ValidRegion& before,
                                   const shapes::ValidRegion& after, const Peers& peers);

/// Our reading of a file against GDAL's.
std::vector<Entrant> read_entrants(const std::string& path, const std::string& json_pointer);

} // namespace bench
