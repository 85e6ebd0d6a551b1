// SPDX-License-Identifier: MIT
// Two maps that nobody has seen before: from coordinates to areas, with all that has to be done to
// them first.
#include "benchmarks/measure.hpp"
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/validity/validate.hpp"

#include <utility>

namespace bench {
namespace {

using shapes::Region;
using shapes::ValidRegion;

using Measure = shapes::ChangeArea (*)(const Region& before, const Region& after);

/// The proof of both drawings as they are, their areas, and lost, gained and common.
shapes::ChangeArea proven_change(const Region& before, const Region& after) {
    return shapes::change_area(shapes::validate(before).region, shapes::validate(after).region);
}

/// The same areas without a proof: of the drawings as they are.
shapes::ChangeArea drawn_change(const Region& before, const Region& after) {
    return shapes::any_fill_change_area(before, after);
}

class OurColdPair : public Op {
  public:
    OurColdPair(Measure measure, Region before, Region after)
        : measure_(measure), before_(std::move(before)), after_(std::move(after)) {}
    void run() override { change_ = measure_(before_, after_); }
    std::optional<Change> change() override {
        run();
        return Change{change_.lost.km2(), change_.gained.km2()};
    }

  private:
    Measure measure_;
    Region before_;
    Region after_;
    shapes::ChangeArea change_;
};

/// A peer's way: into its own types, the difference both ways, the planar area of each. It is given
/// what our proof made of the drawings, as it has none of its own that would unite them.
class PeerColdPair : public Op {
  public:
    using Make = std::unique_ptr<Op> (*)(const Region& before, const Region& after);
    PeerColdPair(Make make, ValidRegion before, ValidRegion after)
        : make_(make), before_(std::move(before)), after_(std::move(after)) {}
    void run() override {
        planar_area_ = 0.0;
        for (const bool forward : {true, false}) {
            const std::unique_ptr<Op> op = forward ? make_(before_.region(), after_.region())
                                                   : make_(after_.region(), before_.region());
            op->run();
            planar_area_ += op->planar_area();
        }
    }
    double planar_area() override { return planar_area_; }

  private:
    Make make_;
    ValidRegion before_;
    ValidRegion after_;
    double planar_area_ = 0.0;
};

} // namespace

std::vector<Entrant> cold_entrants(const Region& drawn_before, const Region& drawn_after,
                                   const ValidRegion& before, const ValidRegion& after,
                                   const Peers& peers) {
    std::vector<Entrant> entrants;
    const auto add_ours = [&](const char* what, Measure measure, const char* how) {
        entrants.push_back({what, "areaclaim",
                            [&drawn_before, &drawn_after, measure] {
                                return std::make_unique<OurColdPair>(measure, drawn_before,
                                                                     drawn_after);
                            },
                            how});
    };
    add_ours("cold_pair", proven_change, "proof of both, areas, lost, gained and common");
    add_ours("cold_areas", drawn_change,
             "areas, lost, gained and common of the drawings as they are");
    const auto add = [&](const char* name, PeerColdPair::Make make) {
        if (peers.has(name)) {
            entrants.push_back(
                {"cold_pair", name,
                 [=] { return std::make_unique<PeerColdPair>(make, before, after); },
                 "conversion, difference both ways, planar areas; of regions already united"});
        }
    };
    add("geos", geos_difference);
    add("clipper1", clipper1_difference);
    add("boost", boost_difference);
    return entrants;
}

} // namespace bench
