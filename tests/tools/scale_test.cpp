// SPDX-License-Identifier: MIT
#include "tools/report/scale.hpp"

#include "engine/input_error.hpp"
#include "tests/engine/messages.hpp"
#include "tests/engine/verdict/box_claims.hpp"

#include <doctest/doctest.h>

#include <string>

using engine::Verdict;
using report::label_of;

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
    return messages::of([&] { report::parse_scale(toml, "scale.toml"); });
}

} // namespace

TEST_CASE("the first rule whose verdict and ranges match gives the label") {
    const auto scale = report::parse_scale(kScale, "scale.toml");
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

namespace {

/// 4 degrees on the 1st, 3 on the 11th, between 1 and 2 of them lost; the claim is of some.
engine::Verification labelled(double degrees, const char* stated, const std::string& scale) {
    std::vector<engine::ControlBoundary> maps{
        boxes::map_of("2022-09-01", boxes::box(30, 48, 34, 49)),
        boxes::map_of("2022-09-11", boxes::box(30, 48, 33, 49))};
    auto source = box_claims::source_of(std::move(maps));
    source.accuracy = engine::SourceAccuracy{2.0, 10.0, "a test's"};
    auto found = engine::verify(box_claims::inputs_of(
        {std::move(source)}, {box_claims::claim_of(degrees, "2022-09-01", stated)}));
    report::add_labels(found, report::parse_scale(scale, "scale.toml"));
    return found;
}

} // namespace

TEST_CASE("a newsroom's label stands beside the verdict, for each source and for the claim") {
    const std::string scale = "name = \"n\"\n[[label]]\nverdict = \"overstated\"\nis = \"false\"\n"
                              "[[label]]\nis = \"fair\"\n";
    for (const auto& [degrees, label] : {std::pair(1.0, "fair"), std::pair(2.0, "false")}) {
        const auto found = labelled(degrees, "2022-09-11", scale);
        CHECK(found.scale == "n");
        CHECK(found.claims[0].label == label);
        CHECK(found.claims[0].by_source[0].label == label);
    }
}

TEST_CASE("no label of a scale rests on the chances of a bracket") {
    const std::string scale = "name = \"s\"\n[[label]]\nis = \"likely\"\n"
                              "p_consistent = [0.0, 1.0]\n[[label]]\nis = \"open\"\n";
    const auto exact = labelled(1.0, "2022-09-11", scale).claims[0].by_source[0];
    CHECK(exact.label == "likely");
    CHECK_FALSE(exact.rests_on_prior());
    const auto bracket = labelled(1.0, "2022-09-07", scale).claims[0].by_source[0];
    REQUIRE(bracket.probability);
    CHECK(bracket.rests_on_prior());
    CHECK(bracket.label == "open");
}
