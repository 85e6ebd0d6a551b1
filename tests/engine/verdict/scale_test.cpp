// SPDX-License-Identifier: MIT
#include "engine/verdict/scale.hpp"

#include "engine/input_error.hpp"
#include "tests/engine/messages.hpp"

#include <doctest/doctest.h>

#include <string>

using engine::label_of;
using engine::Verdict;

using messages::has;

namespace {

constexpr const char* kScale = R"(name = "Truth meter"

[[label]]
verdict = "overstated"
ratio = [3, inf]
is = "Pants on fire"

[[label]]
verdict = "overstated"
is = "Mostly false"

[[label]]
verdict = "undecidable"
p_overstated = [0.8, 1]
is = "Probably false"

[[label]]
verdict = ["undecidable", "understated"]
is = "Needs context"

[[label]]
is = "True"
)";

std::string error_of(const std::string& toml) {
    return messages::of([&] { engine::parse_scale(toml, "scale.toml"); });
}

} // namespace

TEST_CASE("the first rule whose verdict and ranges match gives the label") {
    const auto scale = engine::parse_scale(kScale, "scale.toml");
    CHECK(scale.name == "Truth meter");
    const engine::Probability likely{0.1, 0.85, 0.05};
    CHECK(label_of(scale, Verdict::overstated, 5.0, {}) == "Pants on fire");
    CHECK(label_of(scale, Verdict::overstated, 3.0, {}) == "Pants on fire"); // both ends included
    CHECK(label_of(scale, Verdict::overstated, 2.9, {}) == "Mostly false");
    CHECK(label_of(scale, Verdict::overstated, {}, {}) == "Mostly false"); // no ratio is known
    CHECK(label_of(scale, Verdict::undecidable, {}, likely) == "Probably false");
    CHECK(label_of(scale, Verdict::undecidable, {}, {}) == "Needs context");
    CHECK(label_of(scale, Verdict::understated, 0.5, likely) == "Needs context");
    CHECK(label_of(scale, Verdict::consistent, 1.0, {}) == "True");
    CHECK(label_of(scale, Verdict::contradicted, {}, {}) == "True");
}

TEST_CASE("a scale that cannot be used is told with its line and what to do") {
    const auto verdict = error_of("name = \"x\"\n[[label]]\nverdict = \"false\"\nis = \"F\"\n");
    CHECK(has(verdict, "scale.toml, line 3: key 'verdict': 'false' is none of: consistent"));
    const auto range = error_of("name = \"x\"\n[[label]]\nratio = [2, 1]\nis = \"F\"\n");
    CHECK(has(range, "scale.toml, line 3: key 'ratio': a range is due here, as in [0.8, 1.0]"));
    CHECK(has(error_of("name = \"x\"\n[[label]]\np_consistent = [0, 2]\nis = \"F\"\n"),
              "from 0 on to 1"));
    CHECK(has(error_of("name = \"x\"\n[[label]]\np_consistent = \"high\"\nis = \"F\"\n"),
              "an array of numbers"));
    const auto uncovered =
        error_of("name = \"x\"\n[[label]]\nverdict = \"consistent\"\nis = \"T\"\n");
    CHECK(has(uncovered, "the verdict 'overstated' may get no label: add a [[label]]"));
    CHECK(has(error_of("name = \"x\"\n[[label]]\nlabel = \"T\"\n"), "key 'is' is missing"));
    CHECK(has(error_of("name = \"x\"\n[[label]]\nis = \"T\"\nwhen = 1\n"),
              "key 'when' is not known here"));
}
