// SPDX-License-Identifier: MIT
// By whom, to whom and from whom: the measure as a case's holder sees it.
#include "tests/engine/claims/reading.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using engine::Measure;
using reading::iso;
using reading::only;

namespace {

struct Deed {
    std::string lang;
    std::string text;
    std::optional<Measure> to_russia; ///< where the maps show what Russia holds
    std::optional<Measure> to_ukraine;
};

} // namespace

TEST_CASE("who acts, who is driven out, from whom and into whose hands") {
    constexpr Measure kLost = Measure::lost;
    constexpr Measure kGained = Measure::gained;
    const std::vector<Deed> deeds{
        {"en", "Ukraine recaptured 400 square kilometres from Russia.", kLost, kGained},
        {"en", "Russian troops captured 400 square kilometres from Ukraine.", kGained, kLost},
        {"en", "The occupiers captured 400 square kilometres.", kGained, std::nullopt},
        {"en", "Russia drove the Ukrainians out of 86 square kilometres.", kGained, kLost},
        {"en", "Some 400 square kilometres fell into Ukrainian hands.", kLost, kGained},
        {"en", "1,700 square kilometres slipped out of Moscow's control.", kLost, std::nullopt},
        {"uk", "ЗСУ вибили росіян із 200 квадратних кілометрів під Сумами.", kLost, kGained},
        {"ru", "Российские войска взяли под свой контроль 464 кв. км.", kGained, kLost},
        {"de", "Russlands Truppen haben im August weitere 502 km² ukrainischen Bodens erobert.",
         kGained, kLost},
        {"nl", "Russische troepen hebben 310 vierkante kilometer Oekraïense bodem veroverd.",
         kGained, kLost},
        {"de", "Unter russische Kontrolle gebracht wurden 500 km².", kGained, kLost},
        {"fr", "Les troupes de Moscou ont arraché 400 km² aux Ukrainiens.", kGained, kLost},
        {"it", "Le truppe di Kiev hanno strappato ai russi 430 chilometri quadrati.", kLost,
         kGained},
    };
    for (const Deed& deed : deeds) {
        CAPTURE(deed.text);
        CHECK(only(deed.text, deed.lang, "2025-06-10", "Russia").measure == deed.to_russia);
        if (deed.to_ukraine) {
            CHECK(only(deed.text, deed.lang, "2025-06-10", "Ukraine").measure == deed.to_ukraine);
        }
    }
}

TEST_CASE("a verb for moving takes nothing where nobody's hands are named") {
    CHECK_FALSE(only("The line moved and 40 hectares fell to the fire.", "en").measure);
    CHECK_FALSE(only("The burned area fell to 500 square kilometres.", "en").measure);
}

TEST_CASE("whole and half years are counted by the calendar") {
    CHECK(iso(only("Russia took 400 km² in the past year.", "en", "2025-01-04").since) ==
          "2024-01-04");
    CHECK(
        iso(only("Россия захватила 400 кв. км за последние полгода.", "ru", "2025-01-09").since) ==
        "2024-07-09");
    CHECK(iso(only("Russia took 400 km² in the past year.", "en", "2024-02-29").since) ==
          "2023-03-01");
}
