// SPDX-License-Identifier: MIT
// Windows in time: parts of months, months on end, periods in brackets, days of other deeds.
#include "tests/engine/claims/reading.hpp"

#include <string>
#include <utility>

using reading::iso;
using reading::only;
using reading::read;

namespace {

using Text = std::pair<const char*, const char*>; ///< language, sentence

} // namespace

TEST_CASE("early, middle and late are a third of the month or the year") {
    const auto window = [](const char* text, const char* lang, const char* published) {
        const auto claim = only(text, lang, published);
        return iso(claim.since) + " " + iso(claim.as_of);
    };
    CHECK(window("They took 50 km² in late August.", "en", "2024-10-01") ==
          "2024-08-21 2024-08-31");
    CHECK(window("They took 50 km² in early September.", "en", "2024-10-01") ==
          "2024-09-01 2024-09-10");
    CHECK(window("Mitte September eroberten sie 50 km².", "de", "2024-10-01") ==
          "2024-09-11 2024-09-20");
    CHECK(window("I midten af august erobrede de 50 km².", "da", "2024-10-01") ==
          "2024-08-11 2024-08-20");
    CHECK(window("На початку серпня вони захопили 50 км².", "uk", "2024-10-01") ==
          "2024-08-01 2024-08-10");
    CHECK(window("They took 50 km² in late 2023.", "en", "2024-10-01") == "2023-09-01 2023-12-31");
    CHECK(window("They took 50 km² in August.", "en", "2024-10-01") == "2024-08-01 2024-08-31");
    CHECK(iso(only("They have taken 50 km² since late August.", "en", "2024-10-01").since) ==
          "2024-08-21");
}

TEST_CASE("what began in a month is counted from then, and has not ended with it") {
    for (const Text& one :
         {Text("en", "Ukraine has recaptured over 1,170 km² since launching the start of its "
                     "counter-assault "
                     "against Russia in late August."),
          Text("en", "Since the counteroffensive began in late August, Ukraine has retaken 500 "
                     "km²."),
          Text("de", "Seit Beginn der Offensive Ende August hat die Ukraine 500 km² befreit."),
          Text("da", "Siden modoffensiven begyndte i slutningen af august, har Ukraine generobret "
                     "500 km².")}) {
        const auto claim = only(one.second, one.first, "2022-10-09");
        CAPTURE(one.second);
        const bool in_english = std::string(one.first) == "en"; // the others name the end of it
        CHECK(iso(claim.since) == (in_english ? "2022-08-21" : "2022-08-31"));
        CHECK(iso(claim.as_of) != "2022-08-31");
    }
    CHECK(iso(only("Since Russia launched its invasion in February 2022 it has taken 60,000 km².",
                   "en", "2024-01-01")
                  .since) == "2022-02-01");
    // "da" is "by" as well.
    const auto italian =
        only("500 km² conquistati da parte delle forze russe in ottobre.", "it", "2024-11-05");
    CHECK(iso(italian.as_of) == "2024-10-31");
}

TEST_CASE("an event of a month, said in a longer sentence, opens the window") {
    for (const Text& one :
         {Text("en", "Ukraine has recaptured over 1,170 km² since launching the start of its "
                     "counter-assault against Russia in late August."),
          Text("en", "Oct 5 (Reuters) - Ukraine has retaken 500 km² in the southern region since "
                     "launching a counter-offensive against Russian forces in August, a "
                     "spokesperson said on Thursday."),
          Text("de", "Seit die ukrainische Armee ihre Gegenoffensive gegen die russischen Truppen "
                     "im August begonnen hat, hat sie 500 km² befreit.")}) {
        const auto claim = only(one.second, one.first, "2022-10-06");
        CAPTURE(one.second);
        const bool late = std::string(one.second).find("late August") != std::string::npos;
        CHECK(iso(claim.since) == (late ? "2022-08-21" : "2022-08-01"));
        CHECK(iso(claim.as_of) != "2022-08-31");
    }
}

TEST_CASE("of a length of time and a month as long as it, the month is meant") {
    const auto month =
        only("In one month, the Russian army took 713 km² in July.", "en", "2025-08-03");
    CHECK(iso(month.since) + iso(month.as_of) == "2025-07-012025-07-31");
    const auto week =
        only("It took 235 km² over the past week, a record for 2024.", "en", "2024-11-25");
    CHECK(iso(week.since) == "2024-11-18");
}

TEST_CASE("months on end are one window") {
    for (const Text& one : {Text("en", "They gained 823 km² in August and September 2024."),
                            Text("en", "Over August and September, they gained 823 km²."),
                            Text("de", "Im August und September eroberten sie 823 km²."),
                            Text("fr", "En août et septembre, ils ont conquis 823 km²."),
                            Text("da", "I august og september indtog tropperne 823 km²."),
                            Text("uk", "За серпень і вересень росіяни захопили 823 км².")}) {
        const auto claim = only(one.second, one.first, "2024-10-02");
        CAPTURE(one.second);
        CHECK(iso(claim.since) + iso(claim.as_of) == "2024-08-012024-09-30");
    }
    const auto three = only("They gained 1,572 km² in June, July and August.", "en", "2025-09-02");
    CHECK(iso(three.since) + iso(three.as_of) == "2025-06-012025-08-31");
    const auto winter = only("They gained 700 km² in December and January.", "en", "2025-02-02");
    CHECK(iso(winter.since) + iso(winter.as_of) == "2024-12-012025-01-31");
    // Of two figures each keeps its month.
    const auto two =
        read("They gained 477 km² in August and 459 in September.", "en", "2024-10-02");
    REQUIRE(two.size() == 2);
    CHECK(iso(two[0].as_of) + iso(two[1].since) == "2024-08-312024-09-01");
}

TEST_CASE("the period right before a figure in brackets is that figure's alone") {
    for (const char* text :
         {"Russian forces took 701 km² in November, more than in November 2024 (725 km²).",
          "Russian forces took 701 km² in November, the most after November 2024 (725 km²).",
          "Russian forces took 701 km² in November, second only to November 2024 (725 km²).",
          "Russian forces took 701 km² in November, the most since November 2024 (725 km²)."}) {
        const auto claims = read(text, "en", "2025-12-01");
        CAPTURE(text);
        REQUIRE(claims.size() == 2);
        CHECK(iso(claims[0].since) + iso(claims[0].as_of) == "2025-11-012025-11-30");
        CHECK(iso(claims[1].since) + iso(claims[1].as_of) == "2024-11-012024-11-30");
    }
}

TEST_CASE("a short Danish sentence about forces is no Norwegian one") {
    for (const char* text : {"De russiske styrker har i november indtaget 725 kvadratkilometer.",
                             "I november rykkede de russiske styrker 725 km² frem."}) {
        const auto claim = only(text, "", "2024-12-02");
        CAPTURE(text);
        CHECK(claim.lang == "da");
        CHECK(claim.measure == engine::Measure::gained);
    }
    const auto norwegian =
        only("De russiske styrkene har tatt 725 kvadratkilometer i november.", "", "2024-12-02");
    CHECK(norwegian.lang == "nb");
}

TEST_CASE("what is occupied as of a day is held, and what has been occupied in a month was taken") {
    const auto held = only("As of September 1, Russia occupied a total of 66,266 km².", "en",
                           "2024-09-02", "Russian forces");
    CHECK(held.measure == engine::Measure::held);
    CHECK(iso(held.as_of) == "2024-09-01");
    CHECK(only("In September Russia occupied 259 km².", "en", "2024-10-02").measure ==
          engine::Measure::gained);
    CHECK(only("By 25 September Russia had occupied 200 km² this month.", "en", "2024-09-26")
              .measure == engine::Measure::gained);
}

TEST_CASE("of windows in one another the inner one is meant, of others the nearest") {
    const auto november =
        only("In 2024, Russian forces took 725 km² in November.", "en", "2024-12-02");
    CHECK(iso(november.since) + iso(november.as_of) == "2024-11-012024-11-30");
    const auto two = read("З серпня по листопад 2024 року росіяни займали більше – 363 км² у "
                          "серпні та 730 км² у листопаді.",
                          "uk", "2025-02-01");
    REQUIRE(two.size() == 2);
    CHECK(iso(two[0].as_of) == "2024-08-31");
    CHECK(iso(two[1].since) == "2024-11-01");
    const auto spring = only("Absent since April 2022, Moscow's troops have taken 320 km² since "
                             "the beginning of 2025.",
                             "en", "2025-07-01");
    CHECK(iso(spring.since) == "2025-01-01");
}

TEST_CASE("the year of another deed, long ago, is not the claim's") {
    const auto german = only("Zusammen mit der 2014 annektierten Krim kontrolliert Moskau derzeit "
                             "etwa 18,2 Prozent der Ukraine.",
                             "de", "2024-10-29");
    CHECK(german.measure == engine::Measure::held);
    CHECK(german.as_of.words.empty());
    const auto english = only("With the annexation of Crimea in 2014, Russia holds 108,070 km².",
                              "en", "2024-08-13");
    CHECK(english.as_of.words.empty());
    CHECK(iso(only("In 2014 Russia annexed 27,000 km².", "en", "2024-08-13").as_of) ==
          "2014-12-31");
    CHECK(iso(only("In 2023 they advanced and took 584 km².", "en", "2024-08-13").as_of) ==
          "2023-12-31");
}

TEST_CASE("a daily rate is a rate") {
    CHECK(only("They advanced at an average daily rate of 14 km² in September 2024.", "en",
               "2024-10-29")
              .kind == engine::ClaimKind::kRate);
}

TEST_CASE("months on end and as many figures: each has its own") {
    for (const Text& one :
         {Text("en", "In October and November Ukraine lost 461 and 505 square kilometres."),
          Text("en", "Ukraine lost 461 and 505 km² respectively in October and November."),
          Text("de", "Im Oktober und November gingen 461 beziehungsweise 505 Quadratkilometer "
                     "verloren."),
          Text("nl", "In oktober en november gingen respectievelijk 461 en 505 vierkante kilometer "
                     "verloren."),
          Text("da", "I oktober og november gik henholdsvis 461 og 505 kvadratkilometer tabt.")}) {
        const auto claims = read(one.second, one.first, "2025-12-02");
        CAPTURE(one.second);
        REQUIRE(claims.size() == 2);
        CHECK(iso(claims[0].since) + iso(claims[0].as_of) == "2025-10-012025-10-31");
        CHECK(iso(claims[1].since) + iso(claims[1].as_of) == "2025-11-012025-11-30");
    }
    const auto both =
        read("In October and November they took 966 km² and lost 20 km².", "en", "2025-12-02");
    REQUIRE(both.size() == 2);
    CHECK(iso(both[0].since) + iso(both[0].as_of) == "2025-10-012025-11-30");
    CHECK(iso(both[1].since) + iso(both[1].as_of) == "2025-10-012025-11-30");
}

TEST_CASE("the year of a participle behind the figure is not the claim's") {
    for (const Text& one :
         {Text("en", "Russia holds 19 percent of Ukraine, including Crimea, annexed in 2014."),
          Text("de", "Russland hält 19 Prozent der Ukraine, samt der Krim, annektiert 2014."),
          Text("fr", "La Russie occupe 19 % de l'Ukraine, dont la Crimée, annexée en 2014."),
          Text("es", "Rusia controla el 19 % de Ucrania, incluida Crimea, anexionada en 2014."),
          Text("it", "La Russia occupa il 19% dell'Ucraina, compresa la Crimea, annessa nel 2014."),
          Text("pt", "A Rússia ocupa 19% da Ucrânia, incluindo a Crimeia, anexada em 2014."),
          Text("uk", "РФ контролює 19 % України, зокрема Крим, анексований у 2014 році."),
          Text("pl", "Rosja kontroluje 19 proc. Ukrainy, w tym Krym, zaanektowany w 2014 r.")}) {
        const auto claim = only(one.second, one.first, "2025-10-14");
        CAPTURE(one.second);
        CHECK(iso(claim.since) == "");
        CHECK(iso(claim.as_of) == "");
    }
    CHECK(iso(only("In 2023 they took 584 km², captured in 2023.", "en", "2024-08-13").as_of) ==
          "2023-12-31");
}

TEST_CASE("a day on which something begins opens the window") {
    for (const Text& one :
         {Text("en", "A wildfire that broke out on Tuesday has burned 500 hectares."),
          Text("de", "Das am Dienstag ausgebrochene Feuer hat 500 Hektar verbrannt."),
          Text("fr", "L'incendie parti mardi a brûlé 500 hectares."),
          Text("da", "Branden, der brød ud tirsdag, har hærget 500 hektar."),
          Text("es", "El incendio que comenzó el martes ha calcinado 500 hectáreas.")}) {
        const auto claim = only(one.second, one.first, "2025-07-24");
        CAPTURE(one.second);
        CHECK(iso(claim.since) == "2025-07-22");
        CHECK(iso(claim.as_of) != "2025-07-22");
    }
}

TEST_CASE("a figure in a clause of another time has that time only") {
    const auto fell =
        read("Russia took 505 km² in November, the most since July, when 634 km² fell.", "en",
             "2025-12-01");
    REQUIRE(fell.size() == 2);
    CHECK(iso(fell[0].as_of) == "2025-11-30");
    CHECK(iso(fell[1].since) + iso(fell[1].as_of) == "2025-07-012025-07-31");
    const auto open =
        read("Ryssland tog 505 km² i november, mest sedan efter juli, då 634 km² föll.", "sv",
             "2025-12-01");
    REQUIRE(open.size() == 2);
    CHECK(iso(open[1].since) != "2025-11-01");
}

TEST_CASE("the second half is of the month that the first was named of") {
    const auto halves =
        read("In der ersten Oktoberhälfte nahm Russland 150 km² ein, in der zweiten "
             "Oktoberhälfte 311.",
             "de", "2025-11-03");
    REQUIRE(!halves.empty());
    CHECK(iso(halves[0].as_of) == "2025-10-15");
    const auto elided =
        read("In the first half of October the Russians took 150 km², in the second "
             "311.",
             "en", "2025-11-03");
    REQUIRE(elided.size() == 2);
    CHECK(iso(elided[1].since) + iso(elided[1].as_of) == "2025-10-162025-10-31");
    const auto year = read("In the first half of 2025 Russia took 2,000 km², in the second 2,500.",
                           "en", "2026-01-10");
    REQUIRE(year.size() == 2);
    CHECK(iso(year[1].since) + iso(year[1].as_of) == "2025-07-012025-12-31");
}

TEST_CASE("the winter of a year is open where it may have begun in it or ended") {
    const auto either = only("In the winter of 2024 they took 500 km².", "en", "2025-08-12");
    CHECK(iso(either.since) + iso(either.as_of) == "");
    CHECK(!either.warnings.empty());
    const auto ended = only("In the winter of 2024 they took 500 km².", "en", "2024-06-12");
    CHECK(iso(ended.since) + iso(ended.as_of) == "2023-12-012024-02-29");
    const auto spring = only("In the spring of 2024 they took 500 km².", "en", "2025-08-12");
    CHECK(iso(spring.since) == "2024-03-01");
}

TEST_CASE("this year is the year of the window's end, whenever it was said") {
    for (const char* text :
         {"Since the start of the year until 31 August 2025, they took 3,434 km².",
          "From the start of the year to 31 August they took 3,434 km²."}) {
        const auto claim = only(text, "en", "2026-01-12");
        CAPTURE(text);
        CHECK(iso(claim.since) + iso(claim.as_of) == "2025-01-012025-08-31");
    }
}

TEST_CASE("of a part, what stands behind the whole is said of the whole") {
    for (const Text& one :
         {Text("en", "Kyiv still controls less than 450 of the 1,250 km² captured in August."),
          Text("it", "Kiev controlla ancora meno di 450 dei 1.250 km² presi ad agosto."),
          Text("de",
               "Kiew hält noch 450 der 1.250 Quadratkilometer, die im August erobert wurden.")}) {
        const auto claim = only(one.second, one.first, "2025-02-12");
        CAPTURE(one.second);
        CHECK(claim.measure == engine::Measure::held);
        CHECK(iso(claim.since) == "");
    }
}

TEST_CASE("a length of time and another period are two windows where there are two figures") {
    const auto weeks =
        read("In den vergangenen sieben Tagen rückten die Russen um 62 km² vor, in der "
             "Woche davor waren es 41.",
             "de", "2025-10-07");
    REQUIRE(!weeks.empty());
    CHECK(iso(weeks[0].since) == "2025-09-30");
}

TEST_CASE("a month right before a number is that figure's") {
    const auto two =
        read("August kostede Ukraine 464 kvadratkilometer, juli 564.", "da", "2025-09-03");
    REQUIRE(two.size() == 2);
    CHECK(iso(two[1].since) + iso(two[1].as_of) == "2025-07-012025-07-31");
}

TEST_CASE("the first months of this year, told with its genitive") {
    const auto danish =
        only("I årets første elleve måneder har Rusland erobret 4.336 km².", "da", "2025-12-02");
    CHECK(iso(danish.since) + iso(danish.as_of) == "2025-01-012025-11-30");
}

TEST_CASE("a length of time inside a period that is over is open") {
    const auto open =
        only("Торік за одинадцять місяців було втрачено 3 200 кв. км.", "uk", "2025-12-01");
    CHECK(iso(open.since) + iso(open.as_of) == "");
    CHECK(!open.warnings.empty());
    const auto when =
        only("Це вдвічі більше, ніж у жовтні, коли ворог захопив 267 кв. км.", "uk", "2025-12-01");
    CHECK(iso(when.since) + iso(when.as_of) == "2025-10-012025-10-31");
}

TEST_CASE("a period inside a bracket goes before one ahead of it") {
    const auto two = read("La Russie a pris 556 km² en juin, un rythme qui s'accélère depuis mars "
                          "(507 km² en mai).",
                          "fr", "2025-07-02");
    REQUIRE(two.size() == 2);
    CHECK(iso(two[1].since) + iso(two[1].as_of) == "2025-05-012025-05-31");
}
