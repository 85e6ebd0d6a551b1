// SPDX-License-Identifier: MIT
// validate under both fill rules: what comes out is valid, and validating it again changes nothing.
#include "shapes/validity/validate.hpp"
#include "tests/fuzz/drawing.hpp"
#include "tests/support/wkt.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

void check(const shapes::Region& drawn, shapes::FillRule fill) {
    const shapes::ValidationResult once = shapes::validate(drawn, fill);
    const shapes::ValidationResult twice = shapes::validate(once.region.region(), fill);
    if (!(twice.region.region() == once.region.region())) {
        std::fprintf(stderr, "validated again, it changes:\n%s\n%s\n%s\n",
                     support::to_wkt(drawn).c_str(), support::to_wkt(once.region.region()).c_str(),
                     support::to_wkt(twice.region.region()).c_str());
        std::abort();
    }
    for (const shapes::Problem& problem : once.problems) {
        if (problem.text.empty() || (problem.ring && *problem.ring >= drawn.ring_count())) {
            std::fprintf(stderr, "a problem without text, or of a ring that is not there\n%s\n",
                         support::to_wkt(drawn).c_str());
            std::abort();
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > fuzz::kMostBytes) {
        return -1;
    }
    fuzz::Bytes bytes(data, size);
    const std::uint8_t kind = bytes.byte();
    const shapes::Region drawn = fuzz::drawing(bytes, kind);
    check(drawn, shapes::FillRule::nonzero);
    check(drawn, shapes::FillRule::evenodd);
    return 0;
}
