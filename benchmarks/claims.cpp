// SPDX-License-Identifier: MIT
// How long reading a megabyte of text takes: news, in which a claim is rare, and a text of nothing
// but claims. The texts are ours.
#include "engine/claims/read_claims.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace {

constexpr std::int64_t kBytes = 1'000'000;

constexpr const char* kEnglishNews =
    "The council met on Tuesday to discuss the repair of two bridges that were damaged when the "
    "river rose in March. Engineers expect the work to take until the autumn, and buses will stop "
    "at the school in the meantime. \"We have asked for offers from three firms,\" the mayor, Anna "
    "Berg, said, and added that the money was there.\n\nIn the east, troops have retaken about "
    "2,000 square kilometres (772 square miles) since the start of the month, the president said "
    "late on Saturday. Residents of a town of 27,000 people spoke of queues at the crossing, where "
    "some had waited for 14 hours. The army did not say how many had been wounded, nor whether the "
    "road to the north, 60 kilometres long, was open again.\n\nElsewhere, the price of wheat rose "
    "by 2.5 percent, to 312 euros a tonne, after ships had left the harbour. Analysts see little "
    "reason to think that it will fall before the harvest, which was late last year as well. The "
    "weather office expects rain in the west and up to 24 degrees in the south at the weekend.\n\n";

constexpr const char* kUkrainianNews =
    "Міська рада у вівторок обговорила ремонт двох мостів, пошкоджених навесні під час повені. "
    "Роботи мають тривати до осені, а автобуси тим часом зупинятимуться біля школи. За словами "
    "мера, кошти на це вже передбачено в бюджеті.\n\nНа сході військові звільнили близько 2 тис. "
    "кв. км від початку місяця, заявив президент у суботу ввечері. Мешканці міста, де до війни "
    "жило 27 тисяч людей, розповідають про черги на переправі. Дорога на північ завдовжки 60 "
    "кілометрів залишається закритою.\n\nЦіна на пшеницю зросла на 2,5%, до 312 євро за тонну. "
    "Синоптики очікують дощу на заході й до 24 градусів на півдні у вихідні.\n\n";

constexpr const char* kPacked =
    "Ukraine retook 2,000 square kilometres (772 square miles) and 30 villages since Tuesday, the "
    "president said on Saturday. It is almost the size of Lolland. They hold a third of Kharkiv "
    "oblast, and take 40 km² a week.\n";

void read(benchmark::State& state, const char* piece, const char* lang) {
    std::string text;
    while (text.size() < static_cast<std::size_t>(kBytes)) {
        text += piece;
    }
    text.resize(static_cast<std::size_t>(kBytes));
    engine::ReadOptions options;
    options.lang = lang;
    options.published = engine::Date::from_ymd(2022, 9, 10);
    std::size_t claims = 0;
    for (auto _ : state) {
        claims = engine::read_claims(text, options).size();
    }
    state.counters["claims"] = static_cast<double>(claims);
    state.SetBytesProcessed(state.iterations() * kBytes);
}

} // namespace

BENCHMARK_CAPTURE(read, english_news, kEnglishNews, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, ukrainian_news, kUkrainianNews, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, nothing_but_claims, kPacked, "en")->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
