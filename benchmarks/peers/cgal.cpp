// SPDX-License-Identifier: MIT
// CGAL's regularised Boolean set operations on an exact kernel: slow and right.
#include "benchmarks/peers/op.hpp"
#include "tests/support/cgal_exact.hpp"

namespace bench {
namespace {

class CgalDifference : public Op {
  public:
    CgalDifference(const shapes::Region& before, const shapes::Region& after)
        : sets_(before, after) {}

    void run() override { sets_.difference(); }
    double planar_area() override { return sets_.result_planar_area(); }

    std::optional<Change> change() override {
        return Change{area_km2(sets_.lost()), area_km2(sets_.gained())};
    }

  private:
    support::ExactSets sets_;
};

} // namespace

std::unique_ptr<Op> cgal_difference(const shapes::Region& before, const shapes::Region& after) {
    return std::make_unique<CgalDifference>(before, after);
}

} // namespace bench
