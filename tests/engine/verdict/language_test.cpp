// SPDX-License-Identifier: MIT
#include "engine/verdict/language.hpp"

#include "engine/claims/read_claims.hpp"
#include "engine/input_error.hpp"
#include "engine/judge/reasons.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/yardsticks/yardstick.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

using engine::Language;
using engine::Verdict;
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

engine::Date day(const char* iso) {
    return engine::Date::parse_iso(iso).value();
}

} // namespace

TEST_CASE("every language has every text, and names no value that the English one does not") {
    const auto& english = Language::of("en").texts();
    CHECK(Language::codes() == std::vector<std::string>{"da", "de", "en", "nb", "uk"});
    for (const std::string& code : Language::codes()) {
        const auto& texts = Language::of(code).texts();
        CAPTURE(code);
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
            const bool translated =
                code == "en" || !key.starts_with("reason.") || texts.at(key) != text;
            CHECK(translated);
        }
        CHECK(texts.size() == english.size());
    }
}

TEST_CASE("texts whose key is made of another name exist for all of those names") {
    const auto& texts = Language::of("en").texts();
    const auto has = [&](const std::string& key) {
        CAPTURE(key);
        CHECK(texts.contains("reason." + key));
    };
    for (const auto v :
         {Verdict::consistent, Verdict::overstated, Verdict::understated, Verdict::undecidable}) {
        has(std::string("comparison_") + name(v));
    }
    has("other_way_net");
    for (const auto c : engine::kControlClasses) {
        has(std::string("classes_turn_verdict_") + name(c));
    }
    for (const auto o : {engine::AccuracyOrigin::assumed, engine::AccuracyOrigin::given_by_case,
                         engine::AccuracyOrigin::given_by_option}) {
        has(std::string("position_sigma_") + name(o));
    }
    for (const auto m : {engine::ErrorModel::redrawn, engine::ErrorModel::retraced}) {
        has(std::string("boundary_error_") + name(m));
        has(std::string("boundary_error_other_model_") + name(m));
    }
    for (const char* code :
         {"file_date_not_map_date", "repeated_map", "missing_day", "one_day_spike", "restored_dip",
          "definition_break", "component_whole", "polygon_far", "layers_disagree", "overlap",
          "class_share_jump", "orientation", "zero_area", "invalid_rings", "long_edge"}) {
        if (engine::casts_doubt({code, {}, {}, {}, {}})) {
            has(std::string("rests_on_") + code);
        }
    }
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
    const Language& norwegian = Language::of("no");
    CHECK(&norwegian == &Language::of("nb"));
    CHECK(norwegian.words(Area::from_km2(8967.698)) == "8\u00a0968 km²");
    CHECK(norwegian.words(day("2022-05-09"), day("2022-05-10")) == "9. eller 10. mai 2022");
    CHECK_THROWS_AS(Language::of("tlh"), engine::InputError);
}

TEST_CASE("a reason has its values for programs and its sentences for people") {
    const auto reason = engine::say(Language::of("da"), "no_map_of_day", {"no_map_of_day"},
                                    {{"day", {"2022-09-10", "10. september 2022"}}});
    CHECK(reason.text == "Kilden har intet kort fra 10. september 2022.");
    CHECK(reason.values.at("day") == "2022-09-10");
    CHECK_THROWS(engine::say(Language::of("en"), "x", {"no_such_text"}, {}));
    CHECK_THROWS(engine::say(Language::of("en"), "x", {"no_map_of_day"}, {})); // a value is missing
}

TEST_CASE("every other reading of a claim is said in English as the claim says it") {
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
                CHECK(Language::of("en").words(reading) == reading.why);
                CHECK(Language::of("da").words(reading) != reading.why);
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
