// SPDX-License-Identifier: MIT
// Clipper 6 (libpolyclipping): integer coordinates on a grid of kClipperPerDegree.
#include "benchmarks/peers/op.hpp"

#include <polyclipping/clipper.hpp>

#include <cmath>
#include <stdexcept>

namespace bench {
namespace {

using shapes::Region;

ClipperLib::Paths to_paths(const Region& region) {
    ClipperLib::Paths paths;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        ClipperLib::Path& path = paths.emplace_back();
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            path.emplace_back(std::llround(ring[i].lon * kClipperPerDegree),
                              std::llround(ring[i].lat * kClipperPerDegree));
        }
    }
    return paths;
}

/// Clipper's result: outer rings and holes in one list, told apart by their direction.
double signed_km2(const ClipperLib::Paths& paths) {
    double sum = 0;
    for (const ClipperLib::Path& path : paths) {
        Region ring;
        ring.add_ring();
        for (const ClipperLib::IntPoint& p : path) {
            ring.add({static_cast<double>(p.X) / kClipperPerDegree,
                      static_cast<double>(p.Y) / kClipperPerDegree});
        }
        ring.close_ring();
        sum += std::copysign(area_km2(ring), ClipperLib::Area(path));
    }
    return sum;
}

class Clipper1Difference : public Op {
  public:
    Clipper1Difference(const Region& before, const Region& after)
        : before_(to_paths(before)), after_(to_paths(after)) {}

    void run() override { difference(before_, after_); }

    double planar_area() override {
        double sum = 0;
        for (const ClipperLib::Path& path : result_) {
            sum += ClipperLib::Area(path);
        }
        return sum / (kClipperPerDegree * kClipperPerDegree);
    }

    std::optional<Change> change() override {
        difference(before_, after_);
        const double lost = signed_km2(result_);
        difference(after_, before_);
        return Change{lost, signed_km2(result_)};
    }

  private:
    /// AddPaths sorts out edges and minima, so it is part of the operation.
    void difference(const ClipperLib::Paths& subject, const ClipperLib::Paths& clip) {
        ClipperLib::Clipper clipper;
        clipper.AddPaths(subject, ClipperLib::ptSubject, true);
        clipper.AddPaths(clip, ClipperLib::ptClip, true);
        if (!clipper.Execute(ClipperLib::ctDifference, result_, ClipperLib::pftNonZero,
                             ClipperLib::pftNonZero)) {
            throw std::runtime_error("Clipper::Execute returned false");
        }
    }

    ClipperLib::Paths before_;
    ClipperLib::Paths after_;
    ClipperLib::Paths result_;
};

} // namespace

std::unique_ptr<Op> clipper1_difference(const Region& before, const Region& after) {
    return std::make_unique<Clipper1Difference>(before, after);
}

} // namespace bench
