// SPDX-License-Identifier: MIT
// Which day, which figure and whose deed, where a sentence has several.
#include "tests/engine/claims/reading.hpp"

#include <utility>

using reading::iso;
using reading::only;
using reading::read;

TEST_CASE("a verb that both takes and holds takes where a window of a year at most is named") {
    const auto year = only("Russia occupied 4,168 square kilometres in 2024.", "en", "2025-01-10");
    CHECK(year.measure == engine::Measure::gained);
    CHECK(iso(year.since) + iso(year.as_of) == "2024-01-012024-12-31");
    CHECK(only("Russia occupied 43,000 square kilometres between 2014 and 2021.", "en").measure !=
          engine::Measure::gained);
}

TEST_CASE("a day that is only compared with is not the claim's") {
    const auto fire = only("El incendio ha arrasado 1.500 hectáreas, el doble que ayer.", "es");
    CHECK(fire.since.words.empty());
    CHECK(fire.as_of.words.empty());
    const auto less = only("Russia seized 259 square kilometres, 44% less than in August.", "en");
    CHECK(less.since.words.empty());
    CHECK(iso(only("Russia seized less than 300 square kilometres in August.", "en").since) ==
          "2022-08-01");
}

TEST_CASE("the day of the figure that a claim is compared with is not the claim's") {
    const auto now = read("The army holds 63 percent of Syria, up from 26 percent in 2017.", "en");
    REQUIRE(!now.empty());
    CHECK(now.front().since.words.empty());
    CHECK(iso(only("They took 500 km² in fighting against Russian troops in May.", "en").since) ==
          "2022-05-01");
}

TEST_CASE("a record since a day is not counted from that day") {
    CHECK(only("It was the largest advance since 2022: 725 km².", "en").since.words.empty());
    CHECK(only("Es war der größte Verlust seit 2022: 725 km².", "de").since.words.empty());
    CHECK(iso(only("They have taken 725 km² since 2022.", "en").since) == "2022-01-01");
}

TEST_CASE("a length of time reaches back from the day until which it is told") {
    const auto month = only("By 1 September they had taken 259 km² in a month.", "en");
    CHECK(iso(month.since) == "2022-08-02"); // 30 days, as a rolling month has
    CHECK(iso(month.as_of) == "2022-09-01");
    CHECK(iso(only("Vom 1. bis 5. September fielen 120 km².", "de").since) == "2022-09-01");
}

TEST_CASE("who acts is found behind a month as well") {
    using Text = std::pair<const char*, const char*>;
    for (const Text& one :
         {Text("en", "In August Russian forces gained 464 km², compared with 634 in July."),
          Text("uk", "У серпні росіяни окупували 411 км²."),
          Text("pl", "W sierpniu Rosjanie zajęli 725 km².")}) {
        CAPTURE(one.second);
        CHECK(read(one.second, one.first).front().measure == engine::Measure::gained);
    }
}

TEST_CASE("what began on a day opens the window with it") {
    const auto since = only("They retook 160 sq km since the operation began on 21 August.", "en");
    CHECK(iso(since.since) == "2022-08-21");
    CHECK(iso(since.as_of) == "");
}

TEST_CASE("the part in figures of a whole has its unit, and a whole by itself is no claim") {
    CHECK(only("180 of 365 square kilometres were flattened.", "en").figure_km2 == 180.0);
    CHECK(only("Davon sind 180 von 365 Quadratkilometern zerstört.", "de").figure_km2 == 180.0);
    CHECK(only("The rebels took 1,500 of the province's 4,000 km².", "en").figure_km2 == 1500.0);
    CHECK(read("They took 3 of the villages and 40 km².", "en").back().figure_km2 == 40.0);
    CHECK(only("They took 365 square kilometres.", "en").figure_km2 == 365.0);
}

TEST_CASE("what something grew or shrank from was true when the window began") {
    const auto ice = read("The glacier shrank from 50.3 to 48.1 km² between 2000 and 2020.", "en");
    REQUIRE(ice.size() == 2);
    CHECK(iso(ice[0].as_of) == "2000-01-01");
    CHECK(iso(ice[1].as_of) == "2020-12-31");
    // Without a window nothing says of which day it was.
    const auto lake = read("The lake grew from 40 to 60 km² on 5 May.", "en");
    REQUIRE(lake.size() == 2);
    CHECK(iso(lake[0].as_of) == "");
    CHECK(lake[0].warnings.size() == 1);
}

TEST_CASE("hectares by the thousand and the million, and Indian numbers") {
    CHECK(only("Some 6.2 Mha of forest were lost.", "en").figure_km2 == 62000.0);
    CHECK(only("Some 350 kha of forest were lost.", "en").figure_km2 == 3500.0);
    CHECK(only("3 lakh hectares were flooded.", "en").figure_km2 == 3000.0);
    CHECK(only("1.2 crore hectares were flooded.", "en").figure_km2 == 120000.0);
}

TEST_CASE("nothing is a claim where the text is one, and no claim in running text") {
    engine::ReadOptions options;
    options.lang = "en";
    options.is_claim = true;
    const auto zero = engine::read_claims("gained 0 km²", options);
    REQUIRE(zero.size() == 1);
    CHECK(zero.front().figure_km2 == 0.0);
    CHECK(zero.front().strict->low_km2 == 0.0);
    CHECK(zero.front().strict->high_km2 == 0.5); // half of its last digit
    CHECK(read("They gained 0 km² on Sunday.", "en").empty());
}

TEST_CASE("a multiple behind a name is not passed over") {
    CHECK(read("They took land as large as Öland three times.", "en").empty());
    CHECK(read("Ett område lika stort som Öland tre gånger.", "sv").empty());
    CHECK(only("An area as large as Öland, three times as much as in May.", "en").ratio == 1.0);
}
