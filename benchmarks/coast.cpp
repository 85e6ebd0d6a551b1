// SPDX-License-Identifier: MIT
#include "benchmarks/coast.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bench {
namespace {

using shapes::Position;
using Line = std::vector<Position>;

/// GMT cuts its shorelines at the borders of bins; level 1 is land against ocean. The region holds
/// all of the continent, and the canal of Panama ends it.
/// It writes a history of its options wherever it runs, whatever it is told: into a folder that
/// goes.
constexpr const char* kCommand = "d=$(mktemp -d) && "
                                 "GMT_TMPDIR=$d gmt coast -Df -R-93/-33/-57/14 -W1 -M 2>/dev/null; "
                                 "rm -rf \"$d\"";

std::vector<Line> dumped_lines() {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(kCommand, "r"), pclose);
    std::vector<Line> lines;
    if (!pipe) {
        return lines;
    }
    std::array<char, 256> text{};
    bool land = false;
    while (std::fgets(text.data(), text.size(), pipe.get()) != nullptr) {
        if (text[0] == '>') {
            land = std::string(text.data()).find("Level 1") != std::string::npos;
            if (land) {
                lines.emplace_back();
            }
        } else if (land) {
            char* rest = nullptr;
            const double lon = std::strtod(text.data(), &rest);
            lines.back().push_back({lon, std::strtod(rest, nullptr)});
        }
    }
    return lines;
}

/// Joins lines that continue each other and returns the longest that closes.
Line longest_ring(const std::vector<Line>& lines) {
    std::map<std::pair<double, double>, std::size_t> starts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].empty() && lines[i].front() != lines[i].back()) {
            starts[{lines[i].front().lon, lines[i].front().lat}] = i;
        }
    }
    Line best;
    while (!starts.empty()) {
        Line ring{lines[starts.begin()->second].front()};
        for (auto next = starts.begin(); next != starts.end();
             next = starts.find({ring.back().lon, ring.back().lat})) {
            const Line& line = lines[next->second];
            ring.insert(ring.end(), line.begin() + 1, line.end());
            starts.erase(next);
        }
        if (ring.front() == ring.back() && ring.size() > best.size()) {
            best = std::move(ring);
        }
    }
    return best;
}

} // namespace

std::optional<shapes::Region> south_america() {
    const Line ring = longest_ring(dumped_lines());
    constexpr std::size_t least_vertices = 100'000; // the full resolution is installed
    if (ring.size() < least_vertices) {
        return std::nullopt;
    }
    shapes::Region region;
    region.add_polygon(std::vector<Line>{ring});
    return region;
}

} // namespace bench
