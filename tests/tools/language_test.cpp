// SPDX-License-Identifier: MIT
#include "tools/report/language.hpp"

#include "engine/claims/read_claims.hpp"
#include "engine/input_error.hpp"
#include "engine/verdict/reason.hpp"
#include "engine/yardsticks/yardstick.hpp"
#include "tests/engine/day.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

using engine::Interval;
using engine::Verdict;
using report::Language;
using shapes::Area;

namespace {

std::set<std::string> named_values(const std::string& text) {
    static const std::regex kBraces(R"(\{([^}]*)\})");
    std::set<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), kBraces), end; it != end; ++it) {
        found.insert((*it)[1]);
    }
    return found;
}

} // namespace

TEST_CASE("every language has every text, and names no value that the English one does not") {
    const auto& english = Language::of("en").texts();
    CHECK(Language::codes() == std::vector<std::string>{"da", "de", "en", "nb", "uk"});
    for (const std::string& code : Language::codes()) {
        const auto& texts = Language::of(code).texts();
        CAPTURE(code);
        CHECK(Language::of(code).code() == code);
        for (const auto& entry : english) {
            const std::string& key = entry.first;
            const std::string& text = entry.second;
            CAPTURE(key);
            REQUIRE(texts.contains(key));
            const auto allowed = named_values(text);
            for (const std::string& value : named_values(texts.at(key))) {
                CAPTURE(value);
                CHECK(allowed.contains(value));
            }
            const bool sentence = key.starts_with("reason.") || key.starts_with("alarm_text.") ||
                                  key.starts_with("consistency.") || key.starts_with("warning.") ||
                                  key.starts_with("map_warning.") || key.starts_with("reader.") ||
                                  key.starts_with("fault.");
            const bool translated = code == "en" || !sentence || texts.at(key) != text;
            CHECK(translated);
        }
        CHECK(texts.size() == english.size());
    }
}

TEST_CASE("every remark of a reason has its sentence, and every sentence its remark") {
    const auto& texts = Language::of("en").texts();
    std::size_t sentences = 0;
    for (const auto& entry : texts) {
        sentences += entry.first.starts_with("reason.") ? 1U : 0U;
    }
    for (const engine::Remark remark : engine::all_remarks()) {
        CAPTURE(name(remark));
        CHECK(texts.contains(std::string("reason.") + name(remark)));
    }
    CHECK(sentences == engine::all_remarks().size());
}

TEST_CASE("areas, bands and days in words") {
    const Language& english = Language::of("en");
    CHECK(english.words(Area::from_km2(8967.698)) == "8,968 km²");
    CHECK(english.words(Area::from_km2(1234567.8)) == "1,234,568 km²");
    CHECK(english.words(Area::from_km2(999.6)) == "1,000 km²");
    CHECK(english.words(Area::from_km2(85.26)) == "85.3 km²");
    CHECK(english.words(Area::from_km2(99.96)) == "100 km²");
    CHECK(english.words(Area::from_km2(0.5567)) == "0.557 km²");
    CHECK(english.words(Area::from_km2(-602.1)) == "−602 km²");
    CHECK(english.words(Area::from_km2(-0.0001)) == "0 km²");
    CHECK(english.words(Area{}) == "0 km²");
    CHECK(english.words(Interval{Area::from_km2(602.1), Area::from_km2(8967.7)}) ==
          "602 to 8,968 km²");
    CHECK(english.words(Interval{Area::from_km2(602), std::nullopt}) == "at least 602 km²");
    CHECK(english.words(Interval{}) == "any area");
    CHECK(english.words(engine::Band{900, 1100}) == "900 to 1,100 km²");
    CHECK(english.words(day("2022-09-10")) == "10 September 2022");
    CHECK(english.words(day("2022-09-09"), day("2022-09-10")) == "9 or 10 September 2022");
    CHECK(english.words(day("2022-09-12"), day("2022-09-19")) == "12 to 19 September 2022");
    CHECK(english.words(day("2022-09-30"), day("2022-10-02")) == "30 September to 2 October 2022");
    CHECK(english.words(day("2022-12-31"), day("2023-01-01")) ==
          "31 December 2022 or 1 January 2023");
    CHECK(english.words(day("2022-09-10"), day("2022-09-10")) == "10 September 2022");
}

TEST_CASE("areas and days as Danes and Norwegians write them") {
    const Language& danish = Language::of("da");
    CHECK(danish.words(Area::from_km2(8967.698)) == "8.968 km²");
    CHECK(danish.words(Area::from_km2(85.26)) == "85,3 km²");
    CHECK(danish.words(engine::Band{900, 1100}) == "900 til 1.100 km²");
    CHECK(danish.words(day("2022-05-09"), day("2022-05-10")) == "9. eller 10. maj 2022");
    CHECK(danish.words(day("2022-09-30"), day("2022-10-02")) ==
          "30. september til 2. oktober 2022");
    CHECK(danish.words(Verdict::undecidable) == "kan ikke afgøres");
    CHECK(danish.length(0.03) == "30 m");
    CHECK(Language::of("uk").length(2.5) == "2,5 км");
    const Language& norwegian = Language::of("no");
    CHECK(&norwegian == &Language::of("nb"));
    CHECK(norwegian.words(Area::from_km2(8967.698)) == "8\u00a0968 km²");
    CHECK(norwegian.words(day("2022-05-09"), day("2022-05-10")) == "9. eller 10. mai 2022");
    CHECK_THROWS_AS(Language::of("tlh"), engine::InputError);
}

TEST_CASE("every other reading of a claim has its words") {
    const char* const texts[] = {"They took 2.000 km² in May.",  "Sie nahmen 2,500 km² ein.",
                                 "3.800 mila km² persi",         "100 kvadratmil er tapt",
                                 "an area of 300 dunams",        "twice the size of Georgia",
                                 "half of Georgia was taken",    "the size of Gotland",
                                 "1,000 km² (900 square miles)", "the size of Malta (2,000 km²)"};
    std::set<std::string> codes;
    for (const char* text : texts) {
        for (const engine::TextClaim& claim : engine::read_claims(text)) {
            for (const engine::Reading& reading : claim.readings) {
                CAPTURE(text);
                codes.insert(reading.code);
                CHECK_FALSE(Language::of("en").words(reading).empty());
                CHECK((reading.code == "namesake" ||
                       Language::of("da").words(reading) != Language::of("en").words(reading)));
            }
        }
    }
    CHECK(codes.size() >= 6);
}

TEST_CASE("every kind of region has a name") {
    for (const engine::Yardstick& region : engine::yardsticks()) {
        CAPTURE(region.name);
        CHECK(Language::of("nb").texts().contains("kind." + region.kind));
    }
}
