// SPDX-License-Identifier: MIT
// Places without a border: what is claimed of them must not be measured over the whole front.
#include "tests/engine/claims/reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using reading::only;

namespace {

struct Place {
    const char* lang;
    const char* text;
    const char* place; ///< "" where the claim is of all that the maps show
};

void check_places(const std::vector<Place>& places) {
    for (const Place& one : places) {
        CAPTURE(one.text);
        CHECK(only(one.text, one.lang, "2025-06-10", "Russia").place == one.place);
    }
}

} // namespace

TEST_CASE("a town near which, an axis on which, and a quarter in which it happened are places") {
    check_places({
        {"en", "Russian forces captured 20 km² near Pokrovsk in May.", "near Pokrovsk"},
        {"en", "North of Kupiansk, Russia has taken 35 km² since April.", "North of Kupiansk"},
        {"en", "Russia took 35 km² on the Pokrovsk axis.", "Pokrovsk axis"},
        {"en", "Ukraine has liberated 400 square kilometres in the south.", "in the south"},
        {"en", "Around Kyiv the Russians have lost 3,000 km².", "Around Kyiv"},
        {"en", "Near Pokrovsk alone they took 200 km².", "Near Pokrovsk"},
        {"de", "Russland hat im Raum Pokrowsk 20 km² erobert.", "im Raum Pokrowsk"},
        {"de", "Südlich von Kupjansk eroberten russische Truppen 35 km².", "Südlich von Kupjansk"},
        {"de", "Die Ukraine hat im Süden 400 km² befreit.", "im Süden"},
        {"da", "Rusland har erobret 20 km² nær Pokrovsk.", "nær Pokrovsk"},
        {"da", "Ukraine har befriet 400 km² i syd.", "i syd"},
        {"nb", "Russland har tatt 20 km² nord for Kupjansk.", "nord for Kupjansk"},
        {"nn", "Russland har teke 20 km² sør for Kupjansk.", "sør for Kupjansk"},
        {"sv", "Ryssland har erövrat 20 km² kring Pokrovsk.", "kring Pokrovsk"},
        {"nl", "Rusland heeft 20 km² veroverd ten zuiden van Koepjansk.",
         "ten zuiden van Koepjansk"},
        {"fr", "La Russie a pris 20 km² autour de Pokrovsk.", "autour de Pokrovsk"},
        {"fr", "L'Ukraine a libéré 400 km² dans le sud.", "dans le sud"},
        {"es", "Rusia ha tomado 20 km² cerca de Pokrovsk.", "cerca de Pokrovsk"},
        {"it", "La Russia ha conquistato 20 km² nei pressi di Pokrovsk.", "nei pressi di Pokrovsk"},
        {"pt", "A Rússia tomou 20 km² perto de Pokrovsk.", "perto de Pokrovsk"},
        {"pl", "Rosja zajęła 20 km² w pobliżu Pokrowska.", "w pobliżu Pokrowska"},
        {"pl", "Rosja zajęła 20 km² na kierunku pokrowskim.", "na kierunku pokrowskim"},
        {"uk", "Росія захопила 20 кв. км біля Покровська.", "біля Покровська"},
        {"uk", "Росія захопила 20 кв. км на Покровському напрямку.", "Покровському напрямку"},
        {"uk", "Україна звільнила 400 кв. км на півдні.", "на півдні"},
        {"ru", "Россия захватила 20 кв. км под Покровском.", "под Покровском"},
        {"ru", "Украина освободила 400 кв. км на юге.", "на юге"},
        {"el", "Η Ρωσία κατέλαβε 20 τ.χλμ. γύρω από το Ποκρόφσκ.", "γύρω από το Ποκρόφσκ"},
    });
}

TEST_CASE(
    "where somebody speaks, what a country is and when it happened are no places of a claim") {
    check_places({
        {"en", "Russia captured 500 km² in Ukraine in May.", ""},
        {"en", "Russia captured 500 km² in eastern Ukraine.", ""},
        {"en", "Russia captured 500 km² on the Eastern Front.", ""},
        {"en", "Soldiers near Pokrovsk say that Russia has captured 500 km² since January.", ""},
        {"en", "In Kyiv, President Zelensky said Ukraine had liberated 500 km².", ""},
        {"en", "Russia captured around 500 km² in May.", ""},
        {"en", "Russia captured 500 km² around May.", ""},
        {"de", "Russland eroberte im Mai rund 500 km² ukrainisches Gebiet.", ""},
        {"en", "Near Los Angeles 400 km² have burned.", ""},
        {"de", "Russland hat unter Verlusten 500 km² erobert.", ""},
        {"uk", "Під контролем Росії 500 кв. км.", ""},
        {"ru", "Россия захватила около 500 кв. км в мае.", ""},
        {"pl", "Rosja zajęła około 500 km² w maju.", ""},
        {"fr", "La Russie a conquis près de 500 km² en mai.", ""},
        {"es", "Rusia tomó cerca de 500 km² en mayo.", ""},
    });
}

TEST_CASE("a name may be of several words, and the town be told to be one") {
    check_places({
        {"en", "Russia took 150 km² near Velyka Novosilka.", "near Velyka Novosilka"},
        {"en", "Russia took 20 km² near the town of Pokrovsk.", "near the town of Pokrovsk"},
        {"de", "Russland eroberte 20 km² bei Kupjansk.", "bei Kupjansk"},
        {"de", "Russland eroberte 20 km² nahe der Stadt Pokrowsk.", "nahe der Stadt Pokrowsk"},
        {"da", "Rusland har erobret 20 km² ved Huljajpole.", "ved Huljajpole"},
        {"sv", "Ryssland har tagit 20 km² vid Huljajpole.", "vid Huljajpole"},
        {"pl", "Rosjanie zajęli 20 km² pod Hulajpolem.", "pod Hulajpolem"},
        {"fr", "La Russie a pris 20 km² au nord de Pokrovsk.", "au nord de Pokrovsk"},
    });
}

TEST_CASE("land of the holder's own country is not on the maps of what he took") {
    check_places({
        {"en", "Ukraine captured about 1,000 km² of Russian territory in August.",
         "Russian territory"},
        {"en", "Ukraine controls 1,150 sq km inside Russia.", "Russia"},
        {"en", "Ukraine holds 1,150 sq km of Russia's territory.", "Russia's territory"},
        {"en", "Ukrainian troops seized 1,000 km² of the territory of Russia.",
         "territory of Russia"},
        {"de", "Die Ukraine eroberte 1000 Quadratkilometer russischen Gebiets.",
         "russischen Gebiets"},
        {"da", "Ukraine har erobret 1.000 kvadratkilometer russisk territorium.",
         "russisk territorium"},
        {"nb", "Ukraina har tatt 1000 kvadratkilometer russisk territorium.",
         "russisk territorium"},
        {"sv", "Ukraina har tagit 1 000 kvadratkilometer ryskt territorium.", "ryskt territorium"},
        {"nl", "Oekraïne heeft 1.000 km² Russisch grondgebied veroverd.", "Russisch grondgebied"},
        {"fr", "L'Ukraine a conquis 1 000 km² de territoire russe.", "territoire russe"},
        {"es", "Ucrania ha conquistado 1.000 km² de territorio ruso.", "territorio ruso"},
        {"it", "L'Ucraina ha conquistato 1.000 km² di territorio russo.", "territorio russo"},
        {"pt", "A Ucrânia conquistou 1.000 km² de território russo.", "território russo"},
        {"uk", "Україна захопила 1000 кв. км російської території.", "російської території"},
        {"ru", "Украина захватила 1000 кв. км российской территории.", "российской территории"},
        {"pl", "Ukraina zajęła 1000 km² terytorium Rosji.", "terytorium Rosji"},
        {"en", "Ukraine has retaken 1,000 km² of Russian-held territory.", ""},
        {"en", "Ukraine seized 1,000 km² of Russian-occupied land.", ""},
        {"en", "Ukraine liberated 1,000 km² of its territory.", ""},
        {"en", "Ukraine has retaken 1,000 km² of the territory Russia holds.", ""},
        {"en", "Russia captured 500 km² of Ukrainian territory.", ""},
        {"de", "Russland eroberte 500 km² ukrainisches Gebiet.", ""},
        {"uk", "Росія захопила 500 кв. км української території.", ""},
    });
}

TEST_CASE("feasts, fights and those who speak are no places") {
    check_places({
        {"en", "Around Christmas Russia captured 60 km².", ""},
        {"de", "Rund um Weihnachten eroberten die Russen 60 km².", ""},
        {"de", "Bei Gefechten eroberten die Russen 60 km².", ""},
        {"fr", "Autour de Noël, les Russes ont pris 60 km².", ""},
        {"ru", "Под Рождество российские войска заняли 60 кв. км.", ""},
        {"en", "Russia has captured 267 km², bloggers close to Moscow said.", ""},
        {"en", "Russia holds 267 km² outside Kyiv's control.", ""},
        {"da", "Soldater nær Sumy siger, at Rusland har taget 200 km².", ""},
        {"es", "Soldados cerca de Sumy cuentan que Rusia ha capturado 200 km².", ""},
    });
}

TEST_CASE("the place of a part is not that of its whole") {
    using Text = std::pair<const char*, const char*>;
    for (const Text& one : std::vector<Text>{
             {"en", "Russia took 212 km², of which 84 near Lyman."},
             {"de", "Moskau nahm 2.950 km² ein, davon 320 im Raum Lyman."},
             {"uk", "Окупанти захопили 212 кв. км, з них 84 - під Гуляйполем."},
             {"ru", "Россия заняла 212 кв. км, из них 84 - под Лиманом."},
             {"fr", "Moscou a pris 212 km², dont 84 autour de Lyman."},
             {"es", "Moscú ha ocupado 212 km², de ellos 84 cerca de Liman."},
             {"it", "I russi hanno preso 212 km², di cui 84 intorno a Lyman."},
             {"pl", "Rosja zajęła 212 km kw., z czego 84 pod Łymanem."},
             {"sv", "Ryssarna har tagit 212 km², varav 84 vid Lyman."},
         }) {
        CAPTURE(one.second);
        const auto claims = reading::read(one.second, one.first, "2025-06-10", "Russia");
        REQUIRE(claims.size() == 2);
        CHECK(claims[0].place.empty());
        CHECK(!claims[1].place.empty());
    }
}
