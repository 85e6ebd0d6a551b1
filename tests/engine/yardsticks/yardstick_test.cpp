// SPDX-License-Identifier: MIT
#include "engine/claims/words/yardstick_names.hpp"
#include "engine/yardsticks/yardstick.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

using engine::find_yardsticks;
using engine::Yardstick;

TEST_CASE("every yardstick has an area, a year, a source and what it is") {
    CHECK(engine::yardsticks().size() >= 150);
    std::set<std::string> names;
    for (const Yardstick& y : engine::yardsticks()) {
        CAPTURE(y.name);
        CHECK(names.insert(y.name).second);
        CHECK(y.total_km2 > 0.0);
        CHECK(y.land_km2 > 0.0);
        CHECK(y.land_km2 <= y.total_km2);
        CHECK(y.low_km2 <= y.land_km2);
        CHECK(y.high_km2 >= y.total_km2);
        CHECK(y.year >= 1990);
        CHECK_FALSE(y.source.empty());
        CHECK_FALSE(y.kind.empty());
    }
}

TEST_CASE("known areas, from the sources named") {
    const auto area = [](const char* name) { return find_yardsticks(name).at(0)->total_km2; };
    CHECK(area("Lolland") == 1243.0);    // Statistics Denmark
    CHECK(area("luxembourg") == 2586.0); // CIA World Factbook
    CHECK(area("Люксембург") == 2586.0);
    const Yardstick& rhode = *find_yardsticks("Rhode Island").at(0);
    CHECK(rhode.land_km2 == 2678.0); // U.S. Census 2010: 1,034 square miles
    CHECK(rhode.total_km2 == 4001.0);
    CHECK(find_yardsticks("Lolland").at(0)->high_km2 == 1262.0);
    CHECK(find_yardsticks("Georgia").size() == 2);
    CHECK(find_yardsticks("Nowhere").empty());
}

TEST_CASE("regions near an area come nearest first, by ratio") {
    const auto near = engine::yardsticks_near(1000.0, 10);
    REQUIRE(near.size() == 10);
    double before = 0.0;
    for (const Yardstick* y : near) {
        const double distance = std::abs(std::log(y->total_km2 / 1000.0));
        CHECK(distance >= before);
        before = distance;
    }
    CHECK(before < std::log(1.5));
    CHECK(engine::yardsticks_near(0.0, 5).empty());
    CHECK(engine::yardsticks_near(std::numeric_limits<double>::quiet_NaN(), 5).empty());
    CHECK(engine::yardsticks_near(1.0, 100000).size() == engine::yardsticks().size());
}

TEST_CASE("inflected forms, as a reader copies them from a text") {
    const auto only = [](const char* name) {
        const auto found = engine::find_inflected_yardsticks(name);
        return found.size() == 1 ? found[0]->name : "";
    };
    CHECK(only("Gotlands") == "Gotland");
    CHECK(only("saarlandes") == "Saarland");
    CHECK(only("Люксембургом") == "Luxembourg");
    CHECK(engine::find_inflected_yardsticks("Gotlandsk krig").empty());
    CHECK(engine::find_inflected_yardsticks("").empty());
}

TEST_CASE("a yardstick has a name in each language of reports, else the English one") {
    const auto name = [](const char* english, const char* lang) {
        return engine::name_in(*find_yardsticks(english).at(0), lang);
    };
    CHECK(name("Sicily", "de") == "Sizilien");
    CHECK(name("Sicily", "uk") == "Сицилія");
    CHECK(name("Sicily", "en") == "Sicily");
    CHECK(name("Lolland", "da") == "Lolland");
    CHECK(name("Lolland", "") == "Lolland");
    // The whole name comes first, not the short one of the press, which others have too.
    CHECK(name("Kharkiv Oblast", "da") == "Kharkiv-regionen");
    CHECK(name("Kharkiv Oblast", "nb") == "Kharkiv fylke");
    CHECK(name("Ukraine", "de") == "Ukraine");
    for (const char* lang : {"da", "de", "nb", "uk"}) {
        std::set<std::string> names;
        for (const Yardstick& y : engine::yardsticks()) {
            CAPTURE(lang);
            CAPTURE(y.name);
            CHECK(names.insert(engine::name_in(y, lang)).second);
        }
    }
}

TEST_CASE("a place within a yardstick is on the Earth") {
    std::size_t known = 0;
    for (const Yardstick& y : engine::yardsticks()) {
        known += y.within ? 1U : 0U;
        CAPTURE(y.name);
        CHECK((!y.within || (std::abs(y.within->lon) <= 180 && std::abs(y.within->lat) <= 90)));
    }
    CHECK(known >= 70);
    CHECK_FALSE(find_yardsticks("Saarland").at(0)->within);
}
