// SPDX-License-Identifier: MIT
#include "engine/case/case.hpp"

#include "engine/case/case_file.hpp"
#include "engine/input_error.hpp"
#include "tests/engine/day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using engine::Case;
using engine::Claim;
using engine::Measure;
using engine::PairCase;

namespace {

const std::string kWords = "nearly 2,000 square kilometres retaken since 8 September 2022";

/// The claim as a case file tells it, with these lines besides its words.
Claim of_file(const std::string& lines) {
    return engine::parse_case("holder = \"Russian forces\"\n[[source]]\nname = \"s\"\n"
                              "files = \"*.geojson\"\n[[claim]]\nid = \"claim-1\"\ntext = \"" +
                                  kWords + "\"\n" + lines,
                              "case.toml")
        .claims.at(0);
}

PairCase flags() {
    PairCase pair;
    pair.before = "maps/2022-09-01.geojson";
    pair.after = "maps/2022-09-11.geojson";
    pair.claims = {kWords};
    pair.holder = "Russian forces";
    return pair;
}

void check_same(const Claim& a, const Claim& b) {
    CHECK(a.id == b.id);
    CHECK(a.stated == b.stated);
    CHECK(a.since == b.since);
    CHECK(a.as_of == b.as_of);
    CHECK(a.measure == b.measure);
    CHECK(a.measure_open == b.measure_open);
    CHECK(a.figure.figure_km2 == b.figure.figure_km2);
    CHECK(a.figure.lenient == b.figure.lenient);
}

} // namespace

TEST_CASE("a claim is the same whether a file or flags tell it") {
    check_same(of_file(""), engine::case_of_pair(flags()).claims.at(0));
    CHECK(of_file("").since == day("2022-09-08")); // as the words say
    CHECK(of_file("").measure == Measure::lost);   // retaken from the holder

    PairCase pair = flags();
    pair.stated = day("2022-09-10");
    pair.since = day("2022-09-01");
    pair.measure = Measure::net;
    const Claim claim = engine::case_of_pair(pair).claims.at(0);
    check_same(of_file("stated = 2022-09-10\nsince = 2022-09-01\nmeasure = \"net\"\n"), claim);
    CHECK(claim.since == day("2022-09-01")); // goes before the words
    CHECK(claim.measure == Measure::net);
    CHECK_FALSE(claim.measure_open);
}

TEST_CASE("what neither flags nor words tell stays open, and the maps tell the days") {
    PairCase pair = flags();
    pair.claims = {"2,000 square kilometres", kWords};
    Case the_case = engine::case_of_pair(pair);
    CHECK(the_case.claims.at(0).measure_open);
    CHECK_FALSE(the_case.claims.at(0).since);
    CHECK_FALSE(the_case.claims.at(0).end());
    engine::take_days_from_maps(the_case, day("2022-09-01"), day("2022-09-11"));
    CHECK(the_case.claims.at(0).since == day("2022-09-01"));
    CHECK(the_case.claims.at(0).end() == day("2022-09-11"));
    CHECK(the_case.claims.at(1).since == day("2022-09-08")); // its words do
    CHECK(the_case.claims.at(1).id == "claim-2");
}

TEST_CASE("a beginning that waits for the day of publication is not that of the map before") {
    PairCase pair = flags();
    pair.claims = {
        "On 11 September 2022 Ukraine had retaken 3,000 square kilometres since the start "
        "of the month.",
        "Ukraine has retaken 3,000 square kilometres since the start of the month."};
    Case the_case = engine::case_of_pair(pair);
    CHECK_FALSE(the_case.claims.at(0).since);
    engine::take_days_from_maps(the_case, day("2022-09-04"), day("2022-09-12"));
    const Claim& dated = the_case.claims.at(0);
    CHECK(dated.since == day("2022-09-01"));
    CHECK(dated.as_of == day("2022-09-11"));
    CHECK_FALSE(dated.stated); // when it was said is still not known
    CHECK(the_case.claims.at(1).since == day("2022-09-01"));
    CHECK(the_case.claims.at(1).end() == day("2022-09-12"));
    CHECK(the_case.claims.at(1).id == "claim-2");
}

TEST_CASE("two maps are one source of two files") {
    PairCase pair = flags();
    pair.profile = "nzz";
    pair.layer = "held";
    pair.within = "region.geojson";
    const Case the_case = engine::case_of_pair(pair);
    REQUIRE(the_case.sources.size() == 1);
    CHECK(the_case.sources[0].files == std::vector<std::string>{pair.before, pair.after});
    CHECK(the_case.sources[0].profile == "nzz");
    CHECK(the_case.sources[0].layer == "held");
    CHECK(the_case.within == "region.geojson");
    CHECK(the_case.title == "2022-09-01.geojson → 2022-09-11.geojson");
}

TEST_CASE("words without an area are refused, with the flag that has them") {
    PairCase pair = flags();
    pair.claims = {"30 villages"};
    CHECK_THROWS_WITH_AS(engine::case_of_pair(pair), doctest::Contains("--claim"),
                         engine::InputError);
}
