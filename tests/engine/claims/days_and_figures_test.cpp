// SPDX-License-Identifier: MIT
// Which day, which figure and whose deed, where a sentence has several.
#include "tests/engine/claims/reading.hpp"

#include <string>
#include <utility>

using reading::iso;
using reading::only;
using reading::read;

namespace {

using Text = std::pair<const char*, const char*>; ///< language, sentence

} // namespace

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

TEST_CASE("what is counted beside a whole is no part of it") {
    for (const Text& one :
         {Text("en", "Of the 1,300 km² Ukraine held, 300 soldiers were captured."),
          Text("en", "Of the 1,300 km² Ukraine held, 5 brigades have left."),
          Text("en", "Of the 1,300 km² Ukraine held, 90 tanks guard the rest."),
          Text("en", "Of the 1,300 km² Ukraine held, 12 Ukrainian brigades have left."),
          Text("en", "Of the 1,300 km² Ukraine held, 20 have died."),
          Text("fr", "Sur les 1 300 km² que Kiev contrôlait, 50 brigades sont parties."),
          Text("uk", "З 1300 кв. км, які утримувала Україна, 50 бригад пішли."),
          Text("ru", "Из 1300 кв. км, которые удерживала Украина, 50 бригад ушли."),
          Text("nl", "Van de 1.300 km² die Kiev controleerde, zijn 300 soldaten gevangen."),
          Text("es", "De los 1.300 km² que controlaba Kiev, 300 soldados fueron capturados."),
          Text("it", "Dei 1.300 km² che Kiev controllava, 300 soldati sono stati catturati."),
          Text("pl", "Z 1300 km², które kontrolowała Ukraina, 300 żołnierzy jest w niewoli."),
          Text("sv", "Av de 1 300 km² som Kiev kontrollerade har 300 soldater tagits.")}) {
        CAPTURE(one.second);
        for (const engine::TextClaim& claim : read(one.second, one.first)) {
            CHECK(claim.figure_km2 == 1300.0);
        }
    }
    for (const char* part : {"500 have been retaken.", "about 500 were lost.", "500 remain.",
                             "500 are still in its hands."}) {
        CAPTURE(part);
        const auto claim = only("Of the 1,300 km² Ukraine held, " + std::string(part), "en");
        CHECK(claim.figure_km2 == 500.0);
    }
}

TEST_CASE("what is lost in another month need not be land") {
    for (const Text& one :
         {Text("en", "Russia captured 500 km² in April, in May it lost 300 soldiers."),
          Text("de", "Russland eroberte im April 500 km², im Mai verlor es 300 Soldaten."),
          Text("uk", "Росія захопила 500 кв. км у квітні, у травні вона втратила 300 солдатів."),
          Text("fr", "La Russie a pris 500 km² en avril, en mai elle a perdu 300 soldats.")}) {
        CAPTURE(one.second);
        CHECK(only(one.second, one.first).figure_km2 == 500.0);
    }
}

TEST_CASE("a day of the month counts no villages") {
    CHECK(read("On June 6 entire villages were captured by Russia.", "en").empty());
    CHECK(only("On June 6 nine border villages were captured.", "en").count == 9.0);
    CHECK(only("Russia captured 9 border villages.", "en").count == 9.0);
}

TEST_CASE("an election in the sentence wins no land, and takes none away") {
    CHECK(only("Since the election Russia has captured 12 villages.", "en").count == 12.0);
    CHECK(only("After the election, Russia seized 3 % of Ukraine.", "en").ratio == 0.03);
    CHECK(only("Vor der Wahl kontrollierte Russland 20 Prozent der Ukraine.", "de").ratio == 0.2);
    CHECK(only("Sinds de verkiezingen heeft Rusland 12 dorpen veroverd.", "nl").count == 12.0);
    CHECK(only("После выборов Россия захватила 12 сёл.", "ru").count == 12.0);
    CHECK(only("Après les élections, la Russie contrôlait 20 % de l'Ukraine.", "fr").ratio == 0.2);
    for (const char* votes :
         {"The party won 12 towns in the election.", "United Russia took 12 towns in the election.",
          "The Russian party took 12 towns in the election.",
          "In the election, pro-Russian parties took 30 percent of Moldova.",
          "In the election she captured 30 percent of Ukraine."}) {
        CAPTURE(votes);
        CHECK(read(votes, "en").empty());
    }
}

TEST_CASE("half of a month that has not begun is last year's") {
    const auto half = [](const char* text, const char* lang, const char* published) {
        const auto claim = only(text, lang, published);
        return iso(claim.since) + ".." + iso(claim.as_of);
    };
    const char* second = "In the second half of February Russia captured 300 km².";
    CHECK(half(second, "en", "2025-02-10") == "2024-02-16..2024-02-29");
    CHECK(half(second, "en", "2025-03-10") == "2025-02-16..2025-02-28");
    CHECK(half("In der zweiten Hälfte des Februars eroberte Russland 300 km².", "de",
               "2025-02-20") == "2025-02-16..2025-02-20");
    CHECK(half("In the first half of February Russia captured 300 km².", "en", "2025-03-10") ==
          "2025-02-01..2025-02-15");
}

TEST_CASE("the month before is counted from the one that the sentence before names") {
    const auto two = read("Russia captured 594 km² in May. That compares with 634 km² the month "
                          "before.",
                          "en", "2025-06-10");
    REQUIRE(two.size() == 2);
    CHECK(iso(two[0].since) == "2025-05-01");
    CHECK(iso(two[1].since) + ".." + iso(two[1].as_of) == "2025-04-01..2025-04-30");
    CHECK(iso(only("Russia captured 634 km² the month before.", "en", "2025-06-10").since) ==
          "2025-05-01");
}

TEST_CASE("a word that only looks like a month names none") {
    CHECK(only("March on Sumy gave Russian forces 500 km².", "en").since.words.empty());
    CHECK(iso(only("March saw Russian forces take 500 km².", "en").since) == "2022-03-01");
}

TEST_CASE("the word between what grew and what it grew to hedges nothing") {
    for (const Text& one :
         std::vector<Text>{{"uk", "Пожежа розрослася з 10 до 40 гектарів."},
                           {"ru", "Площадь пожара выросла с 10 до 40 гектаров."},
                           {"pl", "Powierzchnia pożaru wzrosła z 10 do 40 hektarów."}}) {
        CAPTURE(one.second);
        const auto claims = read(one.second, one.first);
        REQUIRE(claims.size() == 2);
        CHECK(claims[1].hedge.empty());
    }
    CHECK(only("Вогонь охопив до 40 гектарів.", "uk").hedge == "up_to");
}

TEST_CASE("what passes into hands began nowhere") {
    const auto claim = only("Cerca de 500 km² pasaron a manos rusas en mayo.", "es", "2025-06-10");
    CHECK(iso(claim.since) + iso(claim.as_of) == "2025-05-012025-05-31");
}

TEST_CASE("months, quarters and halves as lists have them") {
    const auto months = read("August, 477 km²; September, 459 km²; November, 725 km².", "en",
                             "2024-12-03", "Russia");
    REQUIRE(months.size() == 3);
    CHECK(iso(months[0].since) == "2024-08-01");
    CHECK(iso(months[1].since) == "2024-09-01");
    CHECK(iso(months[2].since) == "2024-11-01");
    const auto quarters =
        read("In Q3, Russia took 1,280 km², down from 1,350 in Q2.", "en", "2025-10-03");
    REQUIRE(quarters.size() == 2);
    CHECK(iso(quarters[0].as_of) == "2025-09-30");
    CHECK(iso(quarters[1].as_of) == "2025-06-30");
    const auto days = only("Russia took 278 km² between May 9 and 15.", "en", "2024-05-20");
    CHECK(iso(days.since) + iso(days.as_of) == "2024-05-092024-05-15");
    const auto half =
        only("In der zweiten Oktoberhälfte nahm Moskau 84 km² ein.", "de", "2025-11-03");
    CHECK(iso(half.since) + iso(half.as_of) == "2025-10-162025-10-31");
    CHECK(only("In the biggest advance in 18 months Russia took 278 km².", "en", "2024-05-20")
              .since.words.empty());
}

TEST_CASE("no window ends before it begins") {
    for (const char* text : {"Since 5 October, by the end of August, they took 500 km².",
                             "By 1 August they had taken 500 km² since 5 October 2022."}) {
        const auto claim = only(text, "en", "2022-10-06");
        CAPTURE(text);
        CHECK((!claim.since.date || !claim.as_of.date || *claim.since.date <= *claim.as_of.date));
    }
}

TEST_CASE("a figure without its unit counts land only where the words beside it tell of land") {
    CHECK(read("In der Nacht brannten 30 Hektar, am Morgen brannten 85.", "de").size() == 2);
    CHECK(read("The town sold 2.3 hectares and bought 4.", "en").size() == 2);
    CHECK(read("Flames burned 500 hectares, and the fire killed 30.", "en").size() == 1);
    CHECK(read("Ukraine lost 600 km² in September and lost 500 in October.", "en").size() == 2);
    CHECK(
        read("Ukraine lost 600 km² in September and lost 500 soldiers in October.", "en").size() ==
        1);
    const auto rates =
        read("They advance 6 km² a day, down from 14 in November.", "en", "2025-04-30");
    REQUIRE(rates.size() == 2);
    CHECK(rates[1].kind == engine::ClaimKind::kRate);
    const auto grown = read("The fire grew from 90 to 120 thousand hectares.", "en");
    REQUIRE(grown.size() == 2);
    CHECK(*grown[0].figure_km2 == doctest::Approx(900.0));
    CHECK(read("Neither side has gained more than 20 square kilometres this month.", "en").empty());
    CHECK(read("De las 900 hectáreas previstas nada se ha plantado.", "es").empty());
}
