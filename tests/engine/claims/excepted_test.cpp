// SPDX-License-Identifier: MIT
// What a claim's words leave out of a held area.
#include "tests/engine/claims/reading.hpp"

#include <doctest/doctest.h>

#include <string>

using reading::only;
using reading::read;

TEST_CASE("a region that the words leave out of what is held is told by its name") {
    struct {
        const char* lang;
        const char* text;
    } const all[] = {
        {"en", "Russian forces hold 92,000 square kilometres of Ukraine, not counting Crimea."},
        {"en", "Excluding Crimea, Russia controls about 92,000 km² of Ukraine."},
        {"en", "Russia holds 15 percent of Ukraine without the annexed peninsula of Crimea."},
        {"en", "Russia holds 92,000 km² of Ukraine, Crimea not included."},
        {"da", "Rusland holder 92.000 kvadratkilometer af Ukraine, Krim ikke medregnet."},
        {"da", "Uden Krim kontrollerer Rusland 92.000 kvadratkilometer."},
        {"nb", "Russland holder 92 000 kvadratkilometer av Ukraina, uten Krim."},
        {"de", "Russland hält ohne die Krim 92.000 Quadratkilometer besetzt."},
        {"de", "Russland kontrolliert 92.000 Quadratkilometer, die Krim nicht eingerechnet."},
        {"fr", "La Russie occupe 92 000 km² de l'Ukraine, sans compter la Crimée."},
        {"uk", "Росія утримує 92 000 квадратних кілометрів України без урахування Криму."},
        {"ru", "Россия удерживает 92 000 квадратных километров Украины без учета Крыма."},
        {"pl", "Rosja kontroluje 92 000 kilometrów kwadratowych Ukrainy, nie licząc Krymu."},
    };
    for (const auto& one : all) {
        CAPTURE(std::string(one.text));
        CHECK(only(one.text, one.lang, "2022-09-11", "Russia").except == "Crimea");
    }
}

TEST_CASE("what is left out with more, or has no name, is no region's name") {
    for (const char* text :
         {"Excluding Crimea and the areas held before 2022, Russia controls 75,000 km².",
          "Russia holds 75,000 km², excluding territory seized before 2022."}) {
        CAPTURE(std::string(text));
        const auto found = read(text, "en", "2022-09-11", "Russia");
        REQUIRE_FALSE(found.empty());
        CHECK_FALSE(found.front().except.empty());
        CHECK(found.front().except != "Crimea");
    }
}

TEST_CASE("nothing is left out where the words count it, or say it of another figure") {
    for (const char* text : {"Russia holds 119,000 km² of Ukraine, including Crimea.",
                             "Russia holds 119,000 km² of Ukraine without firing a shot.",
                             "Russia controls 119,000 km²; Crimea alone is large."}) {
        CAPTURE(std::string(text));
        CHECK(read(text, "en", "2022-09-11", "Russia").front().except.empty());
    }
    const auto two = read("Russia holds 119,000 km², or 92,000 km² without Crimea.", "en",
                          "2022-09-11", "Russia");
    REQUIRE(two.size() == 2);
    CHECK(two[0].except.empty());
    CHECK(two[1].except == "Crimea");
}
