// SPDX-License-Identifier: MIT
// Our own operations as entrants, and who takes part in which comparison.
#include "benchmarks/measure.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/io/read.hpp"
#include "shapes/validity/validate.hpp"

#include <utility>

namespace bench {
namespace {

using shapes::Region;
using shapes::ValidRegion;

class OurChangeArea : public Op {
  public:
    OurChangeArea(ValidRegion before, ValidRegion after)
        : before_(std::move(before)), after_(std::move(after)) {}
    void run() override { result_ = shapes::change_area(before_, after_); }
    std::optional<Change> change() override {
        run();
        return Change{result_.lost.km2(), result_.gained.km2()};
    }

  private:
    ValidRegion before_;
    ValidRegion after_;
    shapes::ChangeArea result_;
};

class OurRegions : public Op {
  public:
    OurRegions(ValidRegion before, ValidRegion after)
        : before_(std::move(before)), after_(std::move(after)) {}
    void run() override { result_ = shapes::change_regions(before_, after_); }
    std::optional<Change> change() override {
        run();
        return Change{area_km2(result_.lost.region()), area_km2(result_.gained.region())};
    }

  private:
    ValidRegion before_;
    ValidRegion after_;
    shapes::ChangeRegions result_;
};

class OurValidate : public Op {
  public:
    explicit OurValidate(Region drawn) : drawn_(std::move(drawn)) {}
    void run() override { result_ = shapes::validate(drawn_); }

  private:
    Region drawn_;
    shapes::ValidationResult result_;
};

class OurArea : public Op {
  public:
    explicit OurArea(ValidRegion region) : region_(std::move(region)) {}
    void run() override { area_ = shapes::ellipsoidal_area(region_); }
    double planar_area() override { return area_.km2(); }

  private:
    ValidRegion region_;
    shapes::Area area_;
};

class OurRead : public Op {
  public:
    OurRead(std::string path, std::string json_pointer) : path_(std::move(path)) {
        options_.json_pointer = std::move(json_pointer);
    }
    void run() override { file_ = shapes::read_features(path_, options_); }
    double planar_area() override { return static_cast<double>(file_.features.size()); }

  private:
    std::string path_;
    shapes::ReadOptions options_;
    shapes::FeatureCollection file_;
};

} // namespace

std::vector<Entrant> difference_entrants(const ValidRegion& before, const ValidRegion& after,
                                         const Peers& peers) {
    std::vector<Entrant> entrants;
    entrants.push_back({"change_area", "areaclaim",
                        [=] { return std::make_unique<OurChangeArea>(before, after); },
                        "lost, gained and common"});
    entrants.push_back({"difference", "areaclaim",
                        [=] { return std::make_unique<OurRegions>(before, after); },
                        "regions lost and gained"});
    using Make = std::unique_ptr<Op> (*)(const Region&, const Region&);
    const auto add = [&](const char* name, Make make, const char* note) {
        if (peers.has(name)) {
            entrants.push_back({"difference", name,
                                [=] { return make(before.region(), after.region()); }, note, true});
        }
    };
    add("geos", geos_difference, "before ∖ after only");
    add("clipper1", clipper1_difference, "before ∖ after only; integer grid of 1e-7 degrees");
    add("boost", boost_difference, "before ∖ after only");
    add("cgal", cgal_difference, "before ∖ after only; exact kernel");
    return entrants;
}

std::vector<Entrant> area_entrants(const ValidRegion& region, const Peers& peers) {
    std::vector<Entrant> entrants;
    entrants.push_back({"ellipsoidal_area", "areaclaim",
                        [=] { return std::make_unique<OurArea>(region); },
                        "straight edges, of BEFORE"});
    if (peers.has("geod")) {
        entrants.push_back({"ellipsoidal_area", "proj", [=] { return proj_area(region.region()); },
                            "geodesic edges, of BEFORE"});
    }
    return entrants;
}

Entrant validate_entrant(const Region& drawn) {
    return {"validate", "areaclaim", [&drawn] { return std::make_unique<OurValidate>(drawn); },
            "proof of BEFORE, once per map"};
}

std::vector<Entrant> read_entrants(const std::string& path, const std::string& json_pointer) {
    return {{"read", "areaclaim", [=] { return std::make_unique<OurRead>(path, json_pointer); },
             "BEFORE"},
            {"read", "gdal", [=] { return gdal_read(path, json_pointer); },
             json_pointer.empty() ? "BEFORE" : "BEFORE, unwrapped beforehand"}};
}

} // namespace bench
