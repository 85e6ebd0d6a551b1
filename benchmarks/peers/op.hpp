// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace bench {

/// Areas of before ∖ after and after ∖ before on WGS84, km².
struct Change {
    double lost_km2 = 0.0;
    double gained_km2 = 0.0;
};

/// One operation of one library on one pair, its input already in the library's own types.
class Op {
  public:
    Op() = default;
    Op(const Op&) = delete;
    Op& operator=(const Op&) = delete;
    virtual ~Op() = default;

    /// The operation that is timed; its result stays in the object.
    virtual void run() = 0;

    /// The planar area of the result by the library's own means, timed on top of `run` for the rows
    /// "change_area" of libraries that have to build the regions first.
    virtual double planar_area() { return 0.0; }

    /// What came out, for comparing libraries with each other; not timed. May run the operation the
    /// other way round. Nothing for operations that yield no change.
    virtual std::optional<Change> change() { return std::nullopt; }
};

/// Prepares an operation: converts the input, which is not timed. Throws where the library fails.
using MakeOp = std::function<std::unique_ptr<Op>()>;

/// The peers take valid regions, shells counter-clockwise. Each keeps its own copy.
std::unique_ptr<Op> geos_difference(const shapes::Region& before, const shapes::Region& after);
std::unique_ptr<Op> clipper1_difference(const shapes::Region& before, const shapes::Region& after);
std::unique_ptr<Op> boost_difference(const shapes::Region& before, const shapes::Region& after);
std::unique_ptr<Op> cgal_difference(const shapes::Region& before, const shapes::Region& after);

/// GEOS' union of raw features, the any-fill peer.
std::unique_ptr<Op> geos_unite(const shapes::Region& drawn);

/// PROJ's geod_polygon over every ring of the region (geodesic edges).
std::unique_ptr<Op> proj_area(const shapes::Region& region);

/// GDAL's reader: open, read every feature's geometry and fields, close. JSON that wraps its
/// FeatureCollection, which GDAL cannot open, is unwrapped into memory beforehand.
std::unique_ptr<Op> gdal_read(const std::string& path, const std::string& json_pointer);

/// Units of Clipper's integer grid per degree: 1e-7° is a centimetre.
inline constexpr double kClipperPerDegree = 1e7;

/// Area on WGS84 of a peer's result, whatever way its rings run: shells less holes, km².
double area_km2(const shapes::Region& region);

} // namespace bench
