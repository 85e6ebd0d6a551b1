// SPDX-License-Identifier: MIT
#include "shapes/simd/instructions.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

using shapes::available;
using shapes::Instructions;

namespace {

/// What the first processor of /proc/cpuinfo says it can; empty where there is no such file.
std::set<std::string> flags_of_machine() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("flags")) {
            std::istringstream words(line.substr(line.find(':') + 1));
            return {std::istream_iterator<std::string>(words), {}};
        }
    }
    return {};
}

} // namespace

TEST_CASE("a set is available only where the machine has all that its loops are built for") {
    CHECK(available(Instructions::scalar));
    CHECK(available(shapes::best_instructions()));
    if (available(Instructions::avx512)) {
        CHECK(available(Instructions::avx2));
    }
    const auto flags = flags_of_machine();
    if (flags.empty()) {
        return;
    }
    // As shapes/CMakeLists.txt enables them.
    const auto has = [&](std::initializer_list<const char*> names) {
        for (const char* name : names) {
            if (flags.count(name) == 0) {
                return false;
            }
        }
        return true;
    };
    CHECK(available(Instructions::avx2) == has({"avx2", "fma", "popcnt", "bmi1"}));
    CHECK(available(Instructions::avx512) ==
          has({"avx512f", "avx512dq", "avx512vl", "avx2", "fma", "popcnt", "bmi1"}));
}
