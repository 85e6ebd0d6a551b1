// SPDX-License-Identifier: MIT
// By whom, to whom and from whom: the measure as a case's holder sees it.
#include "tests/engine/claims/reading.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using engine::ClaimDirection;
using engine::Measure;
using reading::iso;
using reading::only;

namespace {

using Text = std::pair<const char*, const char*>; ///< language, sentence

struct Deed {
    std::string lang;
    std::string text;
    std::optional<Measure> to_russia; ///< where the maps show what Russia holds; nullopt: open
    std::optional<Measure> to_ukraine;
};

void check_deeds(const std::vector<Deed>& deeds) {
    for (const Deed& deed : deeds) {
        CAPTURE(deed.text);
        CHECK(only(deed.text, deed.lang, "2025-06-10", "Russia").measure == deed.to_russia);
        if (deed.to_ukraine) {
            CHECK(only(deed.text, deed.lang, "2025-06-10", "Ukraine").measure == deed.to_ukraine);
        }
    }
}

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
    check_deeds(deeds);
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

TEST_CASE("what was lost, and nobody named, is not the holder's by itself") {
    constexpr std::optional<Measure> kOpen;
    check_deeds({
        {"en", "In August 150 km² of land was lost, the General Staff said.", kOpen, std::nullopt},
        {"de", "Im August seien 150 km² verloren gegangen, schrieb DeepState.", kOpen,
         std::nullopt},
        {"uk", "У серпні втрачено 150 кв. км.", kOpen, std::nullopt},
        {"en", "In August 150 km² was lost by Russia.", Measure::lost, Measure::gained},
        {"en", "Putin said that 150 km² had been lost in August.", Measure::lost, std::nullopt},
    });
}

TEST_CASE("what is taken back in another clause makes no regaining of this one") {
    constexpr std::optional<Measure> kOpen;
    check_deeds({
        {"da", "I september tog de 400 km², mens Kyiv ventede tilbage i Sumy.", kOpen,
         std::nullopt},
        {"nb", "I september tok de 400 km², mens andre holdt seg tilbake.", kOpen, std::nullopt},
        {"da", "Ukraine har taget 400 km² tilbage.", Measure::lost, std::nullopt},
    });
    for (const auto& two : {std::pair("da", "I september tog de 400 km², mens Ukraine tog 500 km² "
                                            "tilbage."),
                            std::pair("nb", "I september tok de 400 km², mens Ukraina tok tilbake "
                                            "500 km².")}) {
        CAPTURE(two.first);
        const auto claims = reading::read(two.second, two.first, "2025-06-10", "Russia");
        REQUIRE(claims.size() == 2);
        CHECK(!claims[0].measure);
        CHECK(claims[1].measure == Measure::lost);
    }
}

TEST_CASE("growth to a total tells what is held") {
    constexpr Measure kHeld = Measure::held;
    check_deeds({
        {"en", "That brings the area under Russian control to 5,000 km².", kHeld, std::nullopt},
        {"en", "The advance brings the total under Russian control to 115,000 km².", kHeld,
         std::nullopt},
        {"en", "The push brings the total to 5,000 km² under Russian control.", kHeld,
         std::nullopt},
        {"en", "The area under Moscow's control came to 5,000 km².", kHeld, std::nullopt},
        {"el", "Αυτό έφερε την έκταση υπό ρωσικό έλεγχο σε 5.000 τ.χλμ.", kHeld, std::nullopt},
        {"el", "Οι Ρώσοι πήραν τον έλεγχο σε 500 τ.χλμ.", Measure::gained, std::nullopt},
        {"de", "Das brachte die Fläche unter russischer Kontrolle auf 5.000 km².", kHeld,
         std::nullopt},
        {"nl", "Dat bracht het gebied onder Russische controle naar 5.000 km².", kHeld,
         std::nullopt},
        {"pt", "Isso colocou a área sob controlo russo para 5.000 km².", kHeld, std::nullopt},
        {"en", "The area under Russian control grew by 200 km².", Measure::gained, std::nullopt},
        {"en", "Russian forces took control of 500 km² in May.", Measure::gained, std::nullopt},
    });
    CHECK(reading::read("Russia holds 5,000 km² up from 4,000 in May.", "en", "2025-06-10")
              .front()
              .measure == kHeld);
}

TEST_CASE("what moves in another clause takes nothing") {
    constexpr Measure kHeld = Measure::held;
    check_deeds({
        {"en", "Winter came and Russia holds 20 percent of Ukraine.", kHeld, std::nullopt},
        {"en", "The front moved little and Russia holds 500 km².", kHeld, std::nullopt},
        {"en", "Kyiv's forces took prisoners and hold 500 km² in Kursk.", kHeld, std::nullopt},
        {"en", "Talks went nowhere as Russia holds 116,000 km².", kHeld, std::nullopt},
        {"en", "Talks went nowhere while Russia holds 116,000 km².", kHeld, std::nullopt},
        {"de", "Der Winter kam und Russland kontrolliert 116.000 km².", kHeld, std::nullopt},
        {"nl", "De winter kwam en Rusland controleert 116.000 km².", kHeld, std::nullopt},
        {"da", "Vinteren kom og Rusland kontrollerer 116.000 km².", kHeld, std::nullopt},
        {"ru", "Зима перешла в весну, и Россия контролирует 116 000 кв. км.", kHeld, std::nullopt},
        {"pl", "Zima przeszła i Rosja kontroluje 116 000 km².", kHeld, std::nullopt},
        {"sv", "Vintern kom och Ryssland kontrollerar 116 000 km².", kHeld, std::nullopt},
        {"es", "Quedó claro que Rusia controla 116.000 km².", kHeld, std::nullopt},
        {"en", "Russian forces took trenches and 500 km² under control.", Measure::gained,
         std::nullopt},
    });
}

TEST_CASE("under somebody's control is not out of it") {
    constexpr Measure kHeld = Measure::held;
    check_deeds({
        {"it", "Circa 500 km² soggetti al controllo russo sono stati mappati.", kHeld,
         std::nullopt},
        {"fr", "Quelque 500 km² restent soumis à l'emprise russe.", kHeld, std::nullopt},
        {"es", "Hay 500 km² sometidos al control ruso.", kHeld, std::nullopt},
        {"pt", "Há 500 km² sujeitos ao controlo russo.", kHeld, std::nullopt},
        {"it", "Kiev ha strappato 400 km² al controllo russo.", Measure::lost, Measure::gained},
        {"it", "Strappati al controllo russo 400 km².", Measure::lost, std::nullopt},
        {"fr", "Kiev a arraché 400 km² au contrôle russe.", Measure::lost, Measure::gained},
        {"es", "Kiev arrebató 400 km² al control ruso.", Measure::lost, Measure::gained},
        {"pt", "Kiev arrancou 400 km² ao controlo russo.", Measure::lost, Measure::gained},
    });
}

TEST_CASE("what is out of somebody's control was lost only where it went there") {
    constexpr std::nullopt_t kOpen = std::nullopt;
    check_deeds({
        {"en", "Some 6,000 km² of Donetsk remain beyond Russian control.", kOpen, kOpen},
        {"en", "Some 6,000 km² of Donetsk are still out of Moscow's control.", kOpen, kOpen},
        {"en", "After Russia captured Bakhmut, 6,000 km² were still beyond Moscow's control.",
         kOpen, kOpen},
        {"en", "Russia seized Bakhmut and 6,000 km² of Donetsk remain beyond Russian control.",
         kOpen, kOpen},
        {"en", "Fighting moved on and 6,000 km² remain beyond Russian control.", kOpen, kOpen},
        {"ru", "6000 кв. км Донецкой области остаются вне контроля России.", kOpen, kOpen},
        {"uk", "6000 кв. км Донеччини залишаються поза контролем Росії.", kOpen, kOpen},
        {"sv", "6 000 km² av Donetsk ligger utanför rysk kontroll.", kOpen, kOpen},
        {"da", "6.000 km² af Donetsk er uden for russisk kontrol.", kOpen, kOpen},
        {"de", "6.000 km² von Donezk liegen außerhalb russischer Kontrolle.", kOpen, kOpen},
        {"nl", "6.000 km² van Donetsk blijven buiten Russische controle.", kOpen, kOpen},
        {"pl", "6000 km² obwodu donieckiego pozostaje poza kontrolą Rosji.", kOpen, kOpen},
        {"fr", "6 000 km² restent hors du contrôle russe.", kOpen, kOpen},
        {"es", "6.000 km² siguen fuera del control ruso.", kOpen, kOpen},
        {"it", "6.000 km² restano fuori dal controllo russo.", kOpen, kOpen},
        {"pt", "6.000 km² continuam fora do controlo russo.", kOpen, kOpen},
        {"en", "1,700 square kilometres slipped out of Moscow's control.", Measure::lost, kOpen},
        {"en", "400 km² passed out of Russian hands in May.", Measure::lost, kOpen},
        {"en", "Ukraine wrested 400 km² out of Russian hands.", Measure::lost, Measure::gained},
    });
}

TEST_CASE("nobody takes land from himself, and a border owns none") {
    constexpr Measure kGained = Measure::gained;
    check_deeds({
        {"en", "Russia captured 400 km² from the Russian border to Kupiansk.", kGained,
         Measure::lost},
        {"en", "Russian troops seized 40 km² not far from Russian positions.", kGained,
         Measure::lost},
        {"da", "Russiske styrker erobrede 40 km² fra den russiske grænse mod Sumy.", kGained,
         Measure::lost},
        {"sv", "Ryska trupper erövrade 40 km² från den ryska gränsen mot Sumy.", kGained,
         Measure::lost},
        {"en", "Ukraine captured 40 km² from Russian forces.", Measure::lost, kGained},
    });
    const auto nobody = only("From May 40 km² were seized from the Russian border to Sumy.", "en");
    CHECK_FALSE(nobody.measure);
}

TEST_CASE("what holders take is no gain of those they take it from") {
    const auto to_ukraine = [](const std::string& text, const std::string& lang) {
        return only(text, lang, "2025-06-10", "Ukrainian forces").measure;
    };
    CHECK(to_ukraine("Gerasimov said 500 km² had been captured.", "en") != Measure::gained);
    CHECK(to_ukraine("Gerassimow sagte, 500 km² seien erobert worden.", "de") != Measure::gained);
    CHECK(to_ukraine("In May 500 km² fell under occupation.", "en") == Measure::lost);
    CHECK(to_ukraine("In May 500 km² were liberated.", "en") != Measure::lost);
    check_deeds({
        {"en", "Gerasimov said 500 km² had been captured.", Measure::gained, std::nullopt},
        {"en", "In May 500 km² fell under occupation.", Measure::gained, std::nullopt},
        {"en", "Zelensky told Putin in a letter that 500 km² had been captured.", std::nullopt,
         std::nullopt},
    });
}

TEST_CASE("who loses may follow the verb, and what is lost to somebody is his") {
    constexpr Measure kLost = Measure::lost;
    constexpr Measure kGained = Measure::gained;
    check_deeds({
        {"uk", "Близько 500 кв. км втратила Україна за листопад.", kGained, std::nullopt},
        {"ru", "В мае 500 кв. км потеряла Россия.", kLost, std::nullopt},
        {"pl", "Około 500 km² straciła Ukraina.", kGained, std::nullopt},
        {"fr", "Ce sont 500 km² qu'a perdus l'Ukraine.", kGained, std::nullopt},
        {"es", "En mayo perdió Ucrania 500 km².", kGained, std::nullopt},
        {"es", "Los 120 km² que perdió Rusia fueron recuperados por Kiev.", kLost, kGained},
        {"en", "In May 48 km² were lost to Russian assault groups.", kGained, kLost},
        {"de", "Im Mai fielen 48 km² an Russland.", kGained, kLost},
        {"da", "I maj gik 48 km² tabt til Rusland.", kGained, kLost},
        {"de", "Im Mai gingen 48 km² an Russland verloren.", kGained, kLost},
        {"nl", "In mei ging 48 km² verloren aan Rusland.", kGained, kLost},
        {"nb", "I mai gikk 48 km² tapt til Russland.", kGained, kLost},
        {"sv", "I maj förlorades 48 km² till Ryssland.", kGained, kLost},
        {"en", "In May 48 km² were ceded to Russia.", std::nullopt, std::nullopt},
        {"fr", "En mai 48 km² ont été conquis par l'armée russe.", kGained, kLost},
    });
}

TEST_CASE("who follows a place, or those who speak of him, is not in it") {
    constexpr Measure kGained = Measure::gained;
    check_deeds({
        {"pl", "W rejonie Pokrowska Rosjanie zajęli 33 km².", kGained, Measure::lost},
        {"uk", "На Лиманському напрямку росіяни окупували 19 кв. км.", kGained, Measure::lost},
        {"ru", "Под Покровском российские войска заняли 19 кв. км.", kGained, Measure::lost},
        {"en", "Soldiers outside Sumy said Russia had captured 200 km².", kGained, Measure::lost},
        {"ru", "В Херсонской области Украины захвачено 5 кв. км.", std::nullopt, std::nullopt},
    });
}

TEST_CASE("who is pushed out of an area loses it, whatever the verb") {
    for (const Text& one :
         {Text("en", "Kyiv's forces have pushed the occupiers out of more than 9,000 sq km."),
          Text("en", "Kyiv's troops threw the last invaders out of 12 square kilometres."),
          Text("da", "Ukrainske soldater har smidt russerne ud af 25 kvadratkilometer.")}) {
        CAPTURE(one.second);
        CHECK(only(one.second, one.first, "2025-12-15").measure == engine::Measure::lost);
    }
    CHECK(only("Vorige week verloor Oekraïne 120 vierkante kilometer.", "nl").measure ==
          engine::Measure::lost);
    const auto pushed = only("Russian forces pushed forward over 12 square kilometres.", "en");
    CHECK(pushed.measure != engine::Measure::lost);
}

TEST_CASE("an imperfect only holds, and what is said behind that is no speaker") {
    const auto held = only("Moscou occupait au 30 avril 112 600 km².", "fr", "2025-05-02");
    CHECK(held.measure == engine::Measure::held);
    CHECK(only("Han tilføjede, at hæren har befriet 430 km².", "da").speaker.empty());
    CHECK(only("Volodymyr Zelensky said that 430 km² were freed.", "en").speaker ==
          "Volodymyr Zelensky");
}

TEST_CASE("control that is expanded by an area is no area that is held") {
    CHECK(only("Russia expanded its control by 50 km².", "en").measure == Measure::gained);
    CHECK(only("Russia controls 50 km².", "en").measure == Measure::held);
    CHECK(only("Tsahal s'est retiré mais garde la main sur 53 % de la bande de Gaza.", "fr")
              .measure == Measure::held);
}

TEST_CASE("what is in the hands of others is not the holder's") {
    const auto of_another = [](const char* text, const char* lang) {
        const auto claim = only(text, lang, "2025-01-02", "Russia");
        CHECK(claim.measure == Measure::held);
        return claim.of_another;
    };
    CHECK(of_another("Some 500 km² remain under Kyiv's control.", "en"));
    CHECK(of_another("Some 500 km² are held by Ukraine.", "en"));
    CHECK(of_another("Rund 500 km² stehen noch unter ukrainischer Kontrolle.", "de"));
    CHECK(of_another("Под контролем ВСУ остаются 500 кв. км.", "ru"));
    CHECK_FALSE(of_another("Russia has control of 20 percent of Ukraine.", "en"));
    CHECK_FALSE(of_another("Rund 500 km² stehen unter russischer Kontrolle.", "de"));
    CHECK_FALSE(of_another("500 km² of Ukraine's territory are occupied.", "en"));
}

TEST_CASE("a figure that words call a difference is a balance, or stays open") {
    struct {
        const char* lang;
        const char* text;
        ClaimDirection direction;
    } const balances[] = {
        {"en",
         "Russia now controls nearly 200 square miles more territory in Ukraine compared with the "
         "start of the year.",
         ClaimDirection::kGained},
        {"en", "Russian forces hold 487 square kilometres more than in January.",
         ClaimDirection::kGained},
        {"en", "Russia holds 300 square kilometres less than at the start of the year.",
         ClaimDirection::kLost},
        {"en", "Overall, Russia gained 188 square miles more than it lost in 2023.",
         ClaimDirection::kGained},
        {"en", "In 2024, Russian forces captured 3,985 square kilometres more than Ukraine did.",
         ClaimDirection::kGained},
        {"en", "Russia has gained 188 square miles more territory than Ukraine so far this year.",
         ClaimDirection::kGained},
        {"de", "Russland hält 487 Quadratkilometer mehr als im Januar.", ClaimDirection::kGained},
        {"da", "Rusland kontrollerer 487 kvadratkilometer mere end i januar.",
         ClaimDirection::kGained},
        {"nb", "Russland kontrollerer 487 kvadratkilometer mer enn i januar.",
         ClaimDirection::kGained},
        {"uk", "Росія контролює 487 квадратних кілометрів більше, ніж у січні.",
         ClaimDirection::kGained},
    };
    for (const auto& one : balances) {
        CAPTURE(std::string(one.text));
        const auto claim = only(one.text, one.lang, "2025-01-02", "Russia");
        CHECK(claim.measure == Measure::net);
        CHECK(claim.direction == one.direction);
    }
    // What was taken more than in another month is no area that changed hands in this one.
    for (const char* text :
         {"Russia captured 107 square kilometres more than in May.",
          "Russia holds 110,000 square kilometres more than three years into the war."}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(only(text, "en", "2023-09-28", "Russia").measure);
    }
    // Besides what was told; and a comma ends the figure.
    CHECK(only("Russia took 200 square kilometres more.", "en", "2023-09-28", "Russia").measure ==
          Measure::gained);
    CHECK(only("Russia holds 110,000 square kilometres, more than ever.", "en", "2023-09-28",
               "Russia")
              .measure == Measure::held);
}

TEST_CASE("a held area that grew by a figure was won, whatever word stands before it") {
    struct {
        const char* lang;
        const char* text;
    } const all[] = {
        {"da", "Det russisk kontrollerede område voksede med 725 kvadratkilometer i november."},
        {"nb", "Det russisk kontrollerte området vokste med 725 kvadratkilometer i november."},
    };
    for (const auto& one : all) {
        CAPTURE(std::string(one.text));
        CHECK(only(one.text, one.lang, "2024-12-02", "Russia").measure == Measure::gained);
    }
}

TEST_CASE("a counterattack has the figure behind it, whoever advanced in the clause before") {
    const std::vector<Text> all{
        {"en", "Russia advanced 640 km², while Ukraine's counterattacks brought just 35 km²."},
        {"de",
         "Russland rückte um 640 km² vor, und die Gegenangriffe der Ukraine brachten 35 km²."},
        {"fr",
         "La Russie a avancé de 640 km², et la contre-offensive de l'Ukraine a apporté 35 km²."},
        {"es", "Rusia avanzó 640 km² y la contraofensiva de Ucrania apenas logró 35 km²."},
        {"pt", "A Rússia avançou 640 km² e a contraofensiva da Ucrânia rendeu apenas 35 km²."},
        {"sv", "Ryssland avancerade 640 km² och Ukrainas motanfall gav bara 35 km²."},
        {"pl", "Rosja posunęła się o 640 km², a kontrataki Ukrainy dały tylko 35 km²."},
        {"uk", "Росія просунулася на 640 км², а контратаки України дали лише 35 км²."},
    };
    for (const Text& one : all) {
        CAPTURE(std::string(one.second));
        const auto claims = reading::read(one.second, one.first, "2025-06-10", "Russia");
        REQUIRE(claims.size() == 2);
        CHECK(claims[0].measure == Measure::gained);
        CHECK(claims[1].measure == Measure::lost);
    }
}
