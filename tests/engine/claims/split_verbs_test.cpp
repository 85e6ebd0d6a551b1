// SPDX-License-Identifier: MIT
// Verbs whose parts stand apart around a figure, and control that grows by one.
#include "tests/engine/claims/reading.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using engine::Measure;
using reading::iso;
using reading::only;

namespace {

struct Said {
    std::string lang;
    std::string text;
};

/// What each text says where the maps show what Russia holds.
void check_all(const std::vector<Said>& all, std::optional<Measure> measure) {
    for (const Said& said : all) {
        CAPTURE(said.text);
        CHECK(only(said.text, said.lang, "2025-06-10", "Russia").measure == measure);
    }
}

} // namespace

TEST_CASE("a verb that stands around the figure: what Ukraine takes back") {
    check_all(
        {
            {"da", "I maj tog Ukraine 50 km² tilbage."},
            {"da", "50 km² tog Ukraine tilbage i maj."},
            {"da", "Ukraine fik 50 km² tilbage."},
            {"nb", "Ukraina fikk 50 km² tilbake."},
            {"nb", "I mai tok Ukraina 50 km² tilbake."},
            {"nn", "Ukraina tok 50 km² attende."},
            {"sv", "Ukraina har tagit 50 km² tillbaka."},
            {"sv", "Ukraina fick 50 km² tillbaka."},
            {"nl", "Oekraïne kreeg 40 km² terug."},
            {"nl", "Oekraïne heeft 40 km² teruggekregen."},
            {"nl", "Oekraïne pakte 40 km² terug."},
            {"de", "Die Ukrainer warfen die Russen auf 60 km² zurück."},
            {"de", "Die Ukrainer holten 60 km² zurück."},
            {"de", "60 km² holten die Ukrainer zurück."},
            {"de", "Die Ukraine bekam 60 km² zurück."},
            {"en", "Ukraine won 50 km² back."},
            {"en", "Ukraine got 50 km² back."},
        },
        Measure::lost);
}

TEST_CASE("a verb that stands around the figure: what Russia takes and Ukraine gives up") {
    check_all(
        {
            {"da", "I maj lagde Rusland 50 km² under sig."},
            {"da", "Rusland har i maj lagt 50 km² under sig."},
            {"da", "Rusland har fået 50 km² tilbage."},
            {"da", "Ukraine gav 50 km² op i maj."},
            {"da", "Ukraine gav slip på 50 km² i maj."},
            {"nb", "I mai la Russland 50 km² under seg."},
            {"nb", "Ukraina ga 50 km² fra seg."},
            {"nn", "Russland har lagt 50 km² under seg."},
            {"nn", "Ukraina gav 50 km² frå seg."},
            {"sv", "Ryssland lade 50 km² under sig."},
            {"sv", "Ukraina släppte 50 km² ifrån sig."},
            {"nl", "Oekraïne gaf 30 km² prijs."},
            {"nl", "30 km² gaf Oekraïne prijs."},
            {"nl", "De Oekraïners gaven 30 km² op."},
            {"nl", "Oekraïne stond 30 km² af."},
            {"nl", "Oekraïne leverde 40 km² in."},
            {"de", "Die Russen drangen auf 60 km² vor."},
            {"de", "Die Russen nahmen 60 km² ein."},
            {"de", "Die Ukrainer gaben 60 km² auf."},
            {"de", "60 km² gaben die Ukrainer bei Sumy auf."},
            {"de", "Die Ukraine trat 60 km² ab."},
            {"de", "Russland riss 60 km² an sich."},
            {"en", "Ukraine gave 50 km² up."},
        },
        Measure::gained);
}

TEST_CASE("the last word of a split verb is another word elsewhere") {
    check_all(
        {
            {"de", "Auf der Insel gab es 60 km² Wald auf kargem Boden."},
            {"de", "Die Behörden gaben für 60 km² auf der Insel Entwarnung."},
            {"nl", "De regering gaf 30 km² op de Veluwe aan boeren."},
            {"da", "Branden lagde 50 km² under sig."},
            {"en", "The ministry added 50 km² to its estimate."},
        },
        std::nullopt);
    check_all(
        {
            {"de", "Die Ukrainer gaben nach und die Russen halten 60 km²."},
            {"en", "Russia holds 60 km² it took back."},
            {"da", "Rusland holder 60 km² de tog tilbage."},
            {"en", "Police gave out maps, and Russia holds 60 km² it took back."},
            {"en", "The expanded Russian army controls 50 km²."},
            {"en", "Russia expanded its control to 5,000 km²."},
            {"en", "Russia controls over 50 km²."},
        },
        Measure::held);
}

TEST_CASE("what is added to held land, or by which control grows, is gained") {
    check_all(
        {
            {"en", "Russia added 50 km² to the territory it holds."},
            {"en", "In May Russia added 50 km² to the land it controls."},
            {"en", "Russia extended its control over another 50 km²."},
            {"en", "Russia increased the territory it holds by 50 km²."},
            {"da", "Rusland føjede 50 km² til det område, det kontrollerer."},
            {"nb", "Russland la 50 km² til området landet kontrollerer."},
            {"sv", "Ryssland lade till 50 km² till det område man kontrollerar."},
            {"de", "Russland fügte dem von ihm kontrollierten Gebiet 50 km² hinzu."},
            {"nl", "Rusland voegde 50 km² toe aan het gebied dat het controleert."},
            {"fr", "La Russie a ajouté 50 km² au territoire qu'elle contrôle."},
            {"es", "Rusia añadió 50 km² al territorio que controla."},
            {"it", "La Russia ha aggiunto 50 km² al territorio che controlla."},
            {"pt", "A Rússia acrescentou 50 km² ao território que controla."},
            {"uk", "Росія додала 50 кв. км до території, яку контролює."},
            {"ru", "Россия добавила 50 кв. км к территории, которую контролирует."},
            {"pl", "Rosja dodała 50 km² do terytorium, które kontroluje."},
            {"da", "Rusland udvidede sin kontrol med 50 km²."},
            {"nb", "Russland utvidet sin kontroll med 50 km²."},
            {"sv", "Ryssland utvidgade sin kontroll med 50 km²."},
            {"de", "Russland weitete seine Kontrolle um 50 km² aus."},
            {"nl", "Rusland breidde zijn controle uit met 50 km²."},
            {"fr", "La Russie a étendu son contrôle sur 50 km²."},
            {"es", "Rusia amplió su control sobre 50 km²."},
            {"it", "La Russia ha esteso il suo controllo su 50 km²."},
            {"uk", "Росія розширила контроль на 50 кв. км."},
            {"ru", "Россия расширила контроль на 50 кв. км."},
            {"pl", "Rosja rozszerzyła kontrolę o 50 km²."},
        },
        Measure::gained);
    CHECK(only("Ukraine added 50 km² to the area it controls.", "en", "2025-06-10", "Russia")
              .measure == Measure::lost);
}

TEST_CASE("control that becomes firmer tells no day it began on") {
    check_all(
        {
            {"en", "Russia consolidated its control over 50 km²."},
            {"en", "Russian forces tightened their grip on 50 km²."},
            {"de", "Russland festigte die Kontrolle über 50 km²."},
            {"da", "Rusland konsoliderede kontrollen over 50 km²."},
            {"fr", "La Russie a consolidé son contrôle sur 50 km²."},
            {"uk", "Росія закріпила контроль над 50 кв. км."},
        },
        std::nullopt);
}

TEST_CASE("a sum behind the full stop of a unit has no window of the sentence before") {
    for (const Said& said : {
             Said{"uk", "За листопад росіяни окупували 505 кв. км. Загалом під окупацією 19% "
                        "України."},
             Said{"ru", "За ноябрь Россия захватила 505 кв. км. Всего она контролирует 19% "
                        "Украины."},
             Said{"en", "In November Russia took 505 sq. km. Overall it holds 116,000 sq. km."},
             Said{"pl", "W listopadzie Rosja zajęła 505 km kw. Łącznie kontroluje 116 000 km kw."},
         }) {
        CAPTURE(said.text);
        const auto claims = reading::read(said.text, said.lang, "2025-06-10", "Russia");
        REQUIRE(claims.size() == 2);
        CHECK(claims[0].measure == Measure::gained);
        CHECK(iso(claims[0].as_of) == "2024-11-30");
        CHECK(claims[1].measure == Measure::held);
        CHECK(iso(claims[1].since).empty());
        CHECK(iso(claims[1].as_of).empty());
    }
}

TEST_CASE("a month in the genitive is of the figure behind it") {
    for (const char* text : {"Russia took 244 km² in January, half of December's 488 km².",
                             "Russia took 244 km² in January, down from December's 488 km²."}) {
        CAPTURE(text);
        const auto claims = reading::read(text, "en", "2025-06-10", "Russia");
        REQUIRE(claims.size() == 2);
        CHECK(iso(claims[0].since) == "2025-01-01");
        CHECK(iso(claims[1].since) == "2024-12-01");
        CHECK(iso(claims[1].as_of) == "2024-12-31");
    }
}
