// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/netcdf_bytes.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// A file of shorelines as GMT has them, of our own making: bins of ten degrees.
namespace shores {

inline constexpr int kColumns = 36;
inline constexpr int kRows = 18;
inline constexpr double kStepsPerDegree = 65535 / 10.0;

/// A part of polygon `polygon` in the bin whose south-western corner is at (10 column, 80 - 10
/// row) degrees: points in steps of 1/65535 of its side.
struct Segment {
    int column = 0;
    int row = 0; ///< from the North Pole
    int polygon = 0;
    std::vector<std::pair<int, int>> points;
};

/// The arrays of a file with these segments, which come bin after bin; km2 is an area a polygon.
inline std::vector<netcdf::Array> arrays(const std::vector<Segment>& segments,
                                         const std::vector<double>& km2) {
    using netcdf::Type;
    std::vector<double> first(kColumns * kRows), count(kColumns * kRows);
    std::vector<double> ids, starts, packed, x, y;
    for (std::size_t bin = 0; bin < first.size(); ++bin) {
        first[bin] = double(ids.size());
        for (const Segment& segment : segments) {
            if (std::size_t(segment.row * kColumns + segment.column) != bin) {
                continue;
            }
            count[bin] += 1;
            ids.push_back(segment.polygon);
            starts.push_back(double(x.size()));
            packed.push_back(512.0 * double(segment.points.size()) + 64); // of level 1
            for (const auto& [dx, dy] : segment.points) {
                x.push_back(dx);
                y.push_back(dy);
            }
        }
    }
    return {{"N_bins_in_360_longitude_range", Type::ints, {kColumns}},
            {"N_bins_in_180_degree_latitude_range", Type::ints, {kRows}},
            {"Id_of_first_segment_in_a_bin", Type::ints, first},
            {"N_segments_in_a_bin", Type::shorts, count},
            {"Id_of_GSHHS_ID", Type::ints, ids},
            {"Id_of_first_point_in_a_segment", Type::ints, starts},
            {"Embedded_npts_levels_exit_entry_for_a_segment", Type::ints, packed},
            {"The_km_squared_area_of_polygons", Type::doubles, km2},
            {"Relative_longitude_from_SW_corner_of_bin", Type::shorts, x},
            {"Relative_latitude_from_SW_corner_of_bin", Type::shorts, y}};
}

/// A rectangle as one closed segment within a bin.
inline Segment rectangle(int column, int row, int polygon, int west, int south, int east,
                         int north) {
    return {column,
            row,
            polygon,
            {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}};
}

} // namespace shores
