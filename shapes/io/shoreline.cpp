// SPDX-License-Identifier: MIT
#include "shapes/io/shoreline.hpp"

#include "shapes/io/file_text.hpp"
#include "shapes/io/gdal_module.hpp"
#include "shapes/io/read_message.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace shapes {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 256'000'000; // the full resolution has 32
// The full resolution has 1.3 million beside its points, and the longest shore, of Eurasia and
// Africa, 1.2 million points.
constexpr std::size_t kMostNumbers = 20'000'000; // read of a file in all
constexpr std::int64_t kSide = 65535;            // steps of a bin's side

using Numbers = std::vector<double>;

/// A file that is no such file, or not whole: reason only.
class Unfit : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A part of a shore within one bin.
struct Segment {
    std::int64_t bin = 0;
    std::size_t first = 0; ///< of its points
    std::size_t count = 0;
};
using Shore = std::vector<Segment>;

/// Steps east of Greenwich and north of the South Pole.
using Step = std::pair<std::int64_t, std::int64_t>;
using Steps = std::vector<Step>;

/// The bins: rows from the North Pole on, columns from Greenwich eastward.
struct Grid {
    std::int64_t columns = 0;
    std::int64_t rows = 0;

    std::int64_t around() const { return columns * kSide; } ///< steps once around the Earth
    double degrees(std::int64_t steps) const { return 360.0 * double(steps) / double(around()); }
    Step corner(std::int64_t bin) const { // the south-western one
        return {bin % columns * kSide, (rows - 1 - bin / columns) * kSide};
    }
};

/// The file, and how many numbers more may be read of it.
struct Budgeted {
    std::string path;
    std::size_t left = kMostNumbers;

    std::vector<Numbers> read(const std::vector<io::NumberRun>& runs) {
        io::NumbersRead read = io::gdal_module().numbers(path, runs, left);
        if (!read.error.empty()) {
            throw Unfit(read.error);
        }
        for (const Numbers& numbers : read.runs) {
            left -= numbers.size();
        }
        return std::move(read.runs);
    }
};

/// A count or an index.
std::size_t whole(double number) {
    constexpr double kMost = 2147483647.0;
    if (!(number >= 0.0 && number <= kMost)) {
        throw Unfit("a count in it is negative or no number");
    }
    return static_cast<std::size_t>(number);
}

Grid grid_of(const Numbers& columns, const Numbers& rows) {
    constexpr std::int64_t kFinest = 3600; // a tenth of a degree; the full resolution has 360
    const Grid grid{std::int64_t(whole(columns.empty() ? 0.0 : columns.front())),
                    std::int64_t(whole(rows.empty() ? 0.0 : rows.front()))};
    if (grid.rows == 0 || grid.columns != 2 * grid.rows || grid.columns > kFinest) {
        throw Unfit("its bins do not cover the Earth");
    }
    return grid;
}

/// The shores whose polygons have an area within bounds, each from all over the Earth.
std::vector<Shore> shores_of_area(const std::vector<Numbers>& index, Area low, Area high) {
    const Numbers &first_segment = index[0], &segment_count = index[1], &polygon = index[2];
    const Numbers &first_point = index[3], &packed = index[4], &km2 = index[5];
    constexpr std::size_t kPointsShift = 512; // below the number of points: level, entry and exit
    std::map<std::size_t, Shore> shores;
    std::size_t all = 0;
    for (std::size_t bin = 0; bin < first_segment.size(); ++bin) {
        const std::size_t begin = whole(first_segment[bin]);
        const std::size_t end = begin + whole(segment_count[bin]);
        all += end - begin;
        if (end > polygon.size() || all > polygon.size()) {
            throw Unfit("its bins have more segments than there are");
        }
        for (std::size_t segment = begin; segment < end; ++segment) {
            const std::size_t id = whole(polygon[segment]);
            if (id >= km2.size()) {
                throw Unfit("a segment of it belongs to no polygon");
            }
            const double area = std::abs(km2[id]); // negative: a river so wide that it is a lake
            if (area >= low.km2() && area <= high.km2()) {
                shores[id].push_back({std::int64_t(bin), whole(first_point[segment]),
                                      whole(packed[segment]) / kPointsShift});
            }
        }
    }
    std::vector<Shore> found;
    found.reserve(shores.size());
    for (auto& [id, shore] : shores) {
        found.push_back(std::move(shore));
    }
    return found;
}

/// Whether the place is within the rows and columns of the shore's bins. A shore that crosses
/// Greenwich has both the first column and the last, and so all.
bool may_surround(const Shore& shore, Step place, const Grid& grid) {
    Step least = grid.corner(shore.front().bin);
    Step most = least;
    for (const Segment& segment : shore) {
        const Step corner = grid.corner(segment.bin);
        least = {std::min(least.first, corner.first), std::min(least.second, corner.second)};
        most = {std::max(most.first, corner.first), std::max(most.second, corner.second)};
    }
    return place.first >= least.first && place.first <= most.first + kSide &&
           place.second >= least.second && place.second <= most.second + kSide;
}

std::vector<Steps> lines_of(Budgeted& file, const Shore& shore, const Grid& grid) {
    std::vector<io::NumberRun> runs;
    for (const Segment& segment : shore) {
        if (segment.count < 2) {
            throw Unfit("a segment of it has no length");
        }
        runs.push_back({"Relative_longitude_from_SW_corner_of_bin", segment.first, segment.count});
        runs.push_back({"Relative_latitude_from_SW_corner_of_bin", segment.first, segment.count});
    }
    const std::vector<Numbers> points = file.read(runs);
    const auto steps = [](double number) { // 16 bits, of which netCDF knows signed ones only
        if (!(number >= -32768.0 && number <= 65535.0)) {
            throw Unfit("a point in it lies outside its bin");
        }
        return std::int64_t(static_cast<std::uint16_t>(static_cast<std::int32_t>(number)));
    };
    std::vector<Steps> lines;
    for (std::size_t s = 0; s < shore.size(); ++s) {
        const Step corner = grid.corner(shore[s].bin);
        Steps line;
        for (std::size_t i = 0; i < shore[s].count; ++i) {
            line.emplace_back((corner.first + steps(points[2 * s][i])) % grid.around(),
                              corner.second + steps(points[2 * s + 1][i]));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Lines joined end to beginning, each ring without its last point.
std::vector<Steps> rings_of(const std::vector<Steps>& lines) {
    std::multimap<Step, const Steps*> by_start;
    for (const Steps& line : lines) {
        by_start.emplace(line.front(), &line);
    }
    std::vector<Steps> rings;
    while (!by_start.empty()) {
        auto next = by_start.begin();
        const Step start = next->first;
        Step end = start;
        Steps ring;
        do {
            const Steps& line = *next->second;
            by_start.erase(next);
            ring.insert(ring.end(), line.begin(), line.end() - 1);
            end = line.back();
            next = by_start.find(end);
        } while (end != start && next != by_start.end());
        if (end != start) {
            throw Unfit("a shore in it is not closed");
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

/// In degrees, without a leap where it crosses Greenwich: from -180 to 180 at its start.
std::vector<Position> positions_of(const Steps& ring, const Grid& grid) {
    std::vector<Position> positions;
    const std::int64_t half = grid.around() / 2;
    std::int64_t turn = ring.front().first > half ? -grid.around() : 0;
    std::int64_t before = ring.front().first;
    for (const auto& [x, y] : ring) {
        const std::int64_t leap = x - before;
        turn += leap > half ? -grid.around() : leap < -half ? grid.around() : 0;
        before = x;
        positions.push_back({grid.degrees(x + turn), std::min(grid.degrees(y) - 90.0, 90.0)});
    }
    return positions;
}

bool surrounds(const std::vector<Position>& ring, Position place) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Position a = ring[i];
        const Position b = ring[(i + 1) % ring.size()];
        if ((a.lat > place.lat) != (b.lat > place.lat) &&
            place.lon < a.lon + (place.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) {
            inside = !inside;
        }
    }
    return inside;
}

/// What the file tells of all its shores.
struct Index {
    std::vector<Numbers> arrays;
    Grid grid;
};

Index read_index(Budgeted& file) {
    Index index{file.read({{"Id_of_first_segment_in_a_bin"},
                           {"N_segments_in_a_bin"},
                           {"Id_of_GSHHS_ID"},
                           {"Id_of_first_point_in_a_segment"},
                           {"Embedded_npts_levels_exit_entry_for_a_segment"},
                           {"The_km_squared_area_of_polygons"},
                           {"N_bins_in_360_longitude_range"},
                           {"N_bins_in_180_degree_latitude_range"}}),
                {}};
    const std::vector<Numbers>& arrays = index.arrays;
    index.grid = grid_of(arrays[6], arrays[7]);
    const auto bins = std::size_t(index.grid.columns * index.grid.rows);
    if (arrays[0].size() != bins || arrays[1].size() != bins ||
        arrays[3].size() != arrays[2].size() || arrays[4].size() != arrays[2].size()) {
        throw Unfit("its arrays are not as long as they should be");
    }
    return index;
}

ValidRegion region_of(const std::vector<Position>& ring) {
    Region drawn;
    drawn.add_polygon();
    drawn.add_ring();
    drawn.add(ring);
    drawn.close_ring();
    return validate(drawn).region;
}

std::optional<ValidRegion> find_shore(Budgeted& file, const Index& index,
                                      const ShoreWanted& wanted) {
    const Grid& grid = index.grid;
    const double east = wanted.place.lon < 0 ? wanted.place.lon + 360.0 : wanted.place.lon;
    const Step step{std::llround(east / 360.0 * double(grid.around())),
                    std::llround((wanted.place.lat + 90.0) / 360.0 * double(grid.around()))};
    for (const Shore& shore : shores_of_area(index.arrays, wanted.low, wanted.high)) {
        if (!may_surround(shore, step, grid)) {
            continue;
        }
        for (const Steps& steps : rings_of(lines_of(file, shore, grid))) {
            const std::vector<Position> ring = positions_of(steps, grid);
            if (!surrounds(ring, wanted.place)) {
                continue;
            }
            ValidRegion region = region_of(ring);
            if (region.area() >= wanted.low && region.area() <= wanted.high) {
                return region;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::optional<ValidRegion>> shores_around(const std::string& file,
                                                      std::span<const ShoreWanted> wanted) {
    if (!io::is_regular_file(file)) {
        io::cannot_read(file, "it is no file", "name one of GSHHG, such as binned_GSHHS_f.nc");
    }
    io::check_size(file, kMostBytes);
    try {
        Budgeted budgeted{fs::absolute(file).string()};
        const Index index = read_index(budgeted);
        std::vector<std::optional<ValidRegion>> found;
        found.reserve(wanted.size());
        for (const ShoreWanted& one : wanted) {
            found.push_back(find_shore(budgeted, index, one));
        }
        return found;
    } catch (const Unfit& e) {
        io::cannot_read(file, e.what(), "install gmt-gshhg-high or gmt-gshhg-full again");
    }
}

} // namespace shapes
