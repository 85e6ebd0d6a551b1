// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/dateline.hpp"

#include "engine/claims/read_claims.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::string day(const std::string& text, const std::string& lang = "en") {
    const engine::StatedDay found =
        engine::day_of_text(text, *engine::lexicon(lang), /*certain=*/true);
    return found.date ? found.date->iso() + " from " + found.words : "none";
}

} // namespace

TEST_CASE("the day of a text is that of its dateline or of a line of its own") {
    CHECK(day("KYIV, Sept 12, 2022 - Ukrainian forces advanced.") ==
          "2022-09-12 from Sept 12, 2022");
    CHECK(day("Front moves\n\nKYIV, 12 September 2022 (Agency) - It moved.") ==
          "2022-09-12 from 12 September 2022");
    CHECK(day("Front moves\nPublished on 12 September 2022, 10:31 BST\n\nIt moved.") ==
          "2022-09-12 from 12 September 2022");
    CHECK(day("12.09.2022, 10:31 Uhr\nDie Front hat sich bewegt.", "de") ==
          "2022-09-12 from 12.09.2022");
    CHECK(day("Опубліковано 12 вересня 2022\nФронт рухається.", "uk") ==
          "2022-09-12 from 12 вересня 2022");
    CHECK(day("Київ, 12 вересня 2022 року. Фронт рухається.", "uk") ==
          "2022-09-12 from 12 вересня 2022");
    CHECK(day("Publié le 12 septembre 2022\nLe front bouge.", "fr") ==
          "2022-09-12 from 12 septembre 2022");
}

TEST_CASE("no day of the text: another kind of line, no year, two days, far down") {
    CHECK(day("Since 24 February 2022 the front has moved.") == "none");
    CHECK(day("What happened on the front on 24 February 2022") == "none");
    CHECK(day("On 24 February 2022 Russia invaded, and the front moved for months.") == "none");
    CHECK(day("KYIV, Sept 12 (Agency) - It moved.") == "none");
    CHECK(day("12 September 2022: 2,000 km² retaken") == "none");
    CHECK(day("Published 12 September 2022\nUpdated 14 September 2022\nIt moved.") == "none");
    CHECK(day(std::string(40, '\n') + "Published 12 September 2022") == "none");
    CHECK(day("") == "none");
}

TEST_CASE("claims are counted from the day of their text, but the sentence goes before") {
    const std::string text = "Published: 12 September 2022\n\n"
                             "They retook 2,000 km² since Thursday. "
                             "On 6 September 2022 he said that 300 km² had been retaken.";
    const auto claims = engine::read_claims(text, {});
    REQUIRE(claims.size() == 2);
    CHECK(claims[0].stated.date->iso() == "2022-09-12");
    CHECK(claims[0].stated.words == "12 September 2022");
    CHECK(claims[0].since.date->iso() == "2022-09-08");
    CHECK(claims[1].stated.date->iso() == "2022-09-06");
    // What the user says of it goes before what the text says.
    engine::ReadOptions said;
    said.published = engine::Date::parse_iso("2022-09-20");
    const auto counted = engine::read_claims(text, said);
    CHECK(counted[0].since.date->iso() == "2022-09-15");
    CHECK(counted[0].stated.words.empty());
}
