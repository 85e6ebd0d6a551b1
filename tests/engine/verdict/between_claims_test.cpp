// SPDX-License-Identifier: MIT
#include "engine/judge/between_claims.hpp"

#include "engine/claims/read_claims.hpp"

#include <doctest/doctest.h>

namespace {

engine::Claim claim(const char* id, const char* text, const char* since, const char* stated) {
    engine::Claim out;
    out.id = id;
    out.text = text;
    out.since = engine::Date::parse_iso(since);
    out.stated = engine::Date::parse_iso(stated);
    auto found = engine::read_claims(text, {"en", out.stated, ""});
    REQUIRE_FALSE(found.empty());
    out.figure = found.front();
    out.others.assign(found.begin() + 1, found.end());
    return out;
}

} // namespace

TEST_CASE("the claims of a case are held against one another under their ids") {
    const std::vector<engine::Claim> claims = {
        claim("total", "2,000 square kilometres", "2022-09-01", "2022-09-10"),
        claim("before", "1,000 km²", "2022-09-01", "2022-09-08"),
        claim("extra", "1,000 km²", "2022-09-08", "2022-09-10"),
        claim("lolland", "almost the size of Lolland", "2022-09-08", "2022-09-10")};
    const auto found = engine::find_between_claims(claims);
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == engine::ConsistencyCode::extra_fits); // 2,000 − 1,000 = 1,000
    CHECK(found[0].claims == std::vector<std::string>{"total", "before", "extra"});
    CHECK(found[1].code == engine::ConsistencyCode::comparison_loose); // 1,000 / 1,243 = 0.80
    CHECK(found[1].claims == std::vector<std::string>{"extra", "lolland"});
}

TEST_CASE("figures of different regions of interest do not have to fit together") {
    std::vector<engine::Claim> claims = {
        claim("here", "2,000 square kilometres", "2022-09-01", "2022-09-10"),
        claim("there", "500 square kilometres", "2022-09-01", "2022-09-10")};
    CHECK(engine::find_between_claims(claims).size() == 1);
    claims[1].within = "oblast.geojson";
    CHECK(engine::find_between_claims(claims).empty());
    claims[0].within = "oblast.geojson";
    CHECK(engine::find_between_claims(claims).size() == 1);
}
