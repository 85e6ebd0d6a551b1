// SPDX-License-Identifier: MIT
// validate, change_area, change_regions, intersection: every property of tests/support/properties.
#include "tests/fuzz/drawing.hpp"
#include "tests/support/properties.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > fuzz::kMostBytes) {
        return -1;
    }
    fuzz::Bytes bytes(data, size);
    const std::uint8_t kind = bytes.byte();
    const std::uint8_t choice = bytes.byte();
    const shapes::Region before = fuzz::drawing(bytes, kind);
    const support::Pair pair{"fuzzed", before, fuzz::drawing(bytes, kind)};
    const auto failed = properties::broken(pair, choice, false);
    if (!failed.empty()) {
        for (const std::string& line : failed) {
            std::fprintf(stderr, "%s\n", line.c_str());
        }
        std::fprintf(stderr, "%s\n", support::describe(pair, choice).c_str());
        std::abort();
    }
    return 0;
}
