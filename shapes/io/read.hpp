// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace shapes {

/// A file that cannot be read or understood. `what()` is the whole message for a person: file,
/// place, reason, and what to do.
class ReadError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// What a file may hold where nothing else is said: 4 GB.
inline constexpr std::size_t kDefaultMaxBytes = 4'000'000'000;

/// No feature of a file passes the filter `ReadOptions::where`.
class NoFeatures : public ReadError {
  public:
    using ReadError::ReadError;
};

/// What an edge means that spans more than 180 degrees of longitude, but not a whole turn: drawn
/// across the antimeridian without saying so (RFC 7946 §3.1.9 asks for a cut there), or meant.
enum class LongEdges {
    unsettled, ///< nobody said: the long way, as drawn, with a problem and a warning
    long_way,  ///< the long way, as drawn
    short_way, ///< across the antimeridian
    refused,
};

struct ReadOptions {
    std::string json_pointer =
        {}; ///< where a wrapped FeatureCollection stands, e.g. "/value"; RFC 6901
    /// Where to look in turn if no map can be read at the first; asked only then.
    std::function<std::vector<std::string>()> other_pointers = {};
    std::string layer = {}; ///< one layer only, as in ogr2ogr; empty: all
    std::string where = {}; ///< attribute filter, as in ogr2ogr
    /// The most bytes that a file may have, and unpack to.
    std::size_t max_bytes = kDefaultMaxBytes;
    LongEdges long_edges = LongEdges::unsettled;
    bool may_be_empty =
        false; ///< give a file of which no feature passes the filter as an empty one
};

/// Reads a file of any supported format. Throws ReadError, of type NoFeatures where it is the
/// filter that leaves nothing.
FeatureCollection read_features(const std::string& path, const ReadOptions& options = {});

} // namespace shapes
