// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

/// What every reader promises of what it lets through, whatever the bytes were.
namespace fuzz {

inline void demand(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "%s\n", what);
        std::abort();
    }
}

inline void check_ring(shapes::Ring ring) {
    demand(!ring.empty() && ring.front() == ring.back(), "an empty or open ring");
    for (const shapes::Position p : ring) {
        demand(std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90, "a position off the Earth");
    }
}

inline void check(const shapes::FeatureCollection& collection) {
    demand(!collection.features.empty(), "no features");
    for (const shapes::Feature& feature : collection.features) {
        for (std::size_t r = 0; r < feature.region.ring_count(); ++r) {
            check_ring(feature.region.ring(r));
        }
    }
    for (const shapes::Problem& problem : collection.problems) {
        demand(!problem.feature || *problem.feature < collection.features.size(),
               "a problem of no feature");
    }
}

inline void check_message(const std::string& message, const std::string& path) {
    demand(message.starts_with(path + ": "), "a message without its file");
    // Where the parser's own message would stand: behind it the input is quoted, which may say so.
    demand(!message.substr(path.size() + 2).starts_with("it cannot be parsed as JSON"),
           "the parser refused what the checker took: a fault without a place");
}

} // namespace fuzz
