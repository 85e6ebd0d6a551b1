// SPDX-License-Identifier: MIT
// Five news texts of September 2022 (../shared/seeds beside the maps): every area claim found, none
// invented. They are input only; nothing of them is quoted but the figures.
#include "engine/claims/consistency.hpp"
#include "engine/claims/read_claims.hpp"
#include "tests/real/real_data.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using engine::ClaimKind;
using engine::TextClaim;

/// The claims of the article whose file name begins so; none where the articles are absent.
std::vector<TextClaim> article(const std::string& begins, bool& present) {
    const auto seeds = real::folder().parent_path() / "seeds";
    present = std::filesystem::is_directory(seeds);
    if (!present) {
        MESSAGE("skipped: no articles (", seeds.string(), ")");
        return {};
    }
    engine::ReadOptions options;
    options.published = engine::Date::from_ymd(2022, 9, 10);
    for (const auto& entry : std::filesystem::directory_iterator(seeds)) {
        if (entry.path().filename().string().starts_with(begins)) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(file), {}};
            return engine::read_claims(text, options);
        }
    }
    FAIL("no article ", begins);
    return {};
}

std::string iso(const engine::StatedDay& day) {
    return day.date ? day.date->iso() : "";
}

} // namespace

TEST_CASE("articles: the Danish one states 2,000, 1,000, 1,000 and Lolland") {
    bool present = false;
    const auto claims = article("000", present);
    if (!present) {
        return;
    }
    REQUIRE(claims.size() == 4);
    CHECK(*claims[0].figure_km2 == 2000.0);
    CHECK(iso(claims[0].since) == "2022-08-31"); // ten and a half days before Saturday evening
    CHECK(claims[0].since.words == "på halvanden uge");
    CHECK(iso(claims[0].as_of) == "2022-09-10");
    CHECK(iso(claims[0].stated) == "2022-09-10");
    CHECK(claims[0].speaker == "Volodymyr Zelenskyj");
    CHECK(*claims[1].figure_km2 == 1000.0);
    CHECK(iso(claims[1].as_of) == "2022-09-08"); // Thursday
    CHECK(*claims[2].figure_km2 == 1000.0);
    CHECK(iso(claims[2].since) == "2022-09-08"); // in two days
    CHECK(iso(claims[2].as_of) == "2022-09-10");
    CHECK(claims[3].yardstick == "Lolland");
    CHECK(claims[3].hedge == "almost");
    CHECK(iso(claims[3].since) == "2022-09-08");
    CHECK(iso(claims[3].as_of) == "2022-09-10");
    for (const TextClaim& claim : claims) {
        CHECK(claim.direction == engine::ClaimDirection::kLost);
    }
    const auto found = engine::check_consistency(claims);
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == engine::ConsistencyCode::extra_fits); // 2,000 − 1,000 = the extra 1,000
    CHECK(found[1].code == engine::ConsistencyCode::comparison_loose); // 1,000 / 1,243 = 0.80
}

TEST_CASE("articles: the Norwegian one states no area") {
    bool present = false;
    CHECK(article("001", present).empty());
}

TEST_CASE("articles: TRT misses the word square, and counts settlements") {
    bool present = false;
    const auto claims = article("002", present);
    if (!present) {
        return;
    }
    REQUIRE(claims.size() == 2);
    CHECK(claims[0].again.size() == 1); // the headline and the text
    CHECK(*claims[0].figure_km2 == 2000.0);
    REQUIRE_FALSE(claims[0].warnings.empty());
    CHECK(claims[0].warnings[0].code == engine::WarningCode::length_for_area);
    CHECK(iso(claims[0].since) == "2022-09-01");
    CHECK(claims[0].measure == engine::Measure::lost);
    CHECK(claims[0].speaker == "Volodymyr Zelenskyy");
    CHECK(claims[1].kind == ClaimKind::kCount);
    CHECK(*claims[1].count == 30.0);
    CHECK_FALSE(claims[1].figure_km2);
    CHECK(iso(claims[1].stated) == "2022-09-09"); // late Friday
}

TEST_CASE("articles: settlements alone come as a count") {
    bool present = false;
    const auto claims = article("003", present);
    if (!present) {
        return;
    }
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].kind == ClaimKind::kCount);
    CHECK(*claims[0].count == 30.0);
    CHECK(claims[0].hedge == "more_than");
    CHECK(claims[0].direction == engine::ClaimDirection::kLost); // "liberated and seized"
}

TEST_CASE("articles: 2,000 square kilometres with their square miles are one claim") {
    bool present = false;
    const auto claims = article("004", present);
    if (!present) {
        return;
    }
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].again.size() == 1); // the headline and the text
    CHECK(*claims[0].figure_km2 == 2000.0);
    CHECK(claims[0].speaker == "Volodymyr Zelensky");
    CHECK(claims[0].warnings.empty());
    CHECK(iso(claims[0].since) == "2022-09-01");
}
