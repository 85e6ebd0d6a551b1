// SPDX-License-Identifier: MIT
#include "tools/report/reason_text.hpp"

#include "engine/input_error.hpp"
#include "tests/engine/day.hpp"

#include <doctest/doctest.h>

#include <string>

using engine::Reason;
using engine::ReasonCode;
using engine::Remark;
using engine::Verdict;
using engine::WouldDecide;
using report::Language;
using report::reason_text;
using report::reason_values;
using shapes::Area;

namespace {

const Language& in(const char* code) {
    return Language::of(code);
}

} // namespace

TEST_CASE("a reason has its values for programs and its sentences for people") {
    const Reason reason{ReasonCode::no_map_of_day,
                        {Remark::no_map_of_day_after},
                        {{"day", day("2022-09-10")},
                         {"before_date", day("2022-09-08")},
                         {"before_km2", Area::from_km2(602.087)}}};
    CHECK(reason_text(reason, in("en")) == "No map of 10 September 2022 exists in this source; its "
                                           "last map is of 8 September 2022 (602 km²).");
    CHECK(reason_text(reason, in("da")).find("8. september 2022") != std::string::npos);
    for (const char* code : {"en", "da"}) {
        const auto values = reason_values(reason, in(code));
        CHECK(values.at("day") == "2022-09-10");
        CHECK(values.at("before_km2") == "602.087000");
    }
}

TEST_CASE("a report's reasons have its unit, and no digit that is not known") {
    const Reason reason{
        ReasonCode::day_turns_verdict,
        {Remark::day_turns_verdict},
        {{"day", day("2022-09-10")},
         {"measured", engine::Interval{Area::from_km2(406.6), Area::from_km2(2664.7)}},
         {"verdict", Verdict::undecidable}}};
    const report::Figures km2(in("en"), report::AreaUnit::km2);
    CHECK(reason_text(reason, in("en")) ==
          "As of 10 September 2022 it would be 407 to 2,665 km²: undecidable.");
    CHECK(reason_text(reason, km2, Area::from_km2(136)) ==
          "As of 10 September 2022 it would be 410 to 2,660 km²: undecidable.");
    CHECK(reason_text(reason, report::Figures(in("en"), report::AreaUnit::mi2)) ==
          "As of 10 September 2022 it would be 157 to 1,029 sq mi: undecidable.");
}

TEST_CASE("what was said is not rounded by the error of a drawing") {
    const Reason reason{ReasonCode::far_beyond,
                        {Remark::far_beyond_above},
                        {{"limit_km2", Area::from_km2(1577.5)}}};
    const std::string text =
        reason_text(reason, report::Figures(in("en"), report::AreaUnit::km2), Area::from_km2(180));
    CHECK(text.find("1,578 km²") != std::string::npos); // as the band of the words has it
}

TEST_CASE("what a measure that is open would be is told of each") {
    const Reason reason{
        ReasonCode::measure_open,
        {Remark::measure_open},
        {{"matrix", std::vector<engine::MeasureChoice>{
                        {engine::Measure::lost, Verdict::overstated,
                         engine::Interval{Area::from_km2(2.4), Area::from_km2(2.4)}},
                        {engine::Measure::gained, Verdict::undecidable}}}}};
    CHECK(reason_text(reason, in("en"))
              .find("(area lost: 2.4 km², overstated; area gained: "
                    "undecidable)") != std::string::npos);
    CHECK(reason_values(reason, in("da")).at("matrix") == "lost: overstated, gained: undecidable");
}

TEST_CASE("a sentence whose value is missing is a slip of ours") {
    CHECK_THROWS(reason_text({ReasonCode::no_map_of_day, {Remark::no_map_of_day}, {}}, in("en")));
}

TEST_CASE("what several sources give stands in the language, for programs by its names") {
    const Reason reason{
        ReasonCode::sources_differ,
        {Remark::sources_differ, Remark::sources_spread},
        {{"matrix", std::vector<engine::SourceAnswer>{{"a", true, Verdict::consistent},
                                                      {"b", true, Verdict::overstated},
                                                      {"c", false, Verdict::undecidable}}},
         {"spread", engine::Interval{Area::from_km2(8217.6), Area::from_km2(16435.2)}}}};
    CHECK(reason_text(reason, in("en")) ==
          "The sources differ (a: consistent, b: overstated, c: not covered). What they measure is "
          "8,218 to 16,435 km².");
    CHECK(reason_values(reason, in("da")).at("matrix") ==
          "a: consistent, b: overstated, c: not covered");
    CHECK(reason_text(reason, in("da")).find("b: overdrevet") != std::string::npos);
}

TEST_CASE("an offset is told by its size, and for programs with its sign") {
    const Reason reason{ReasonCode::source_offset,
                        {Remark::source_offset_less, Remark::offset_of_change},
                        {{"source", "a"},
                         {"other", "b"},
                         {"offset_km2", engine::SignedArea{Area::from_km2(-27000.0)}},
                         {"days", std::uint64_t{5}}}};
    CHECK(
        reason_text(reason, in("en")).starts_with("a holds 27,000 km² less than b on all 5 days"));
    CHECK(reason_values(reason, in("en")).at("offset_km2") == "-27000.000000");
}

TEST_CASE("an hour that only the profile words is told in the language it has") {
    const Reason reason{
        ReasonCode::map_hour,
        {Remark::map_hour},
        {{"hour", engine::ProfileWords{"about 05:00 UTC", {{"da", "omkring kl. 05:00 UTC"}}}}}};
    CHECK(reason_text(reason, in("da")).find("omkring kl. 05:00") != std::string::npos);
    CHECK(reason_text(reason, in("nb")).find("about 05:00 UTC") != std::string::npos);
}

TEST_CASE("what is measured is told without a closing comma where its words stand alone") {
    const std::vector<engine::MeasureChoice> choices{{engine::Measure::held}};
    const Reason reason{ReasonCode::measure_open, {Remark::measure_open}, {{"matrix", choices}}};
    for (const char* language : {"en", "da", "nb", "de", "uk"}) {
        CAPTURE(language);
        CHECK(reason_text(reason, in(language)).find(",:") == std::string::npos);
    }
}

TEST_CASE("a file is told by its name, and to programs with its whole path") {
    const Reason reason{ReasonCode::file_repeats_map,
                        {Remark::file_repeats_map},
                        {{"day", day("2022-09-10")},
                         {"path", std::string("/home/ann/maps/2022-09-10.json")},
                         {"map_date", day("2022-09-08")}}};
    CHECK(reason_text(reason, in("en")) ==
          "The file of 10 September 2022 (2022-09-10.json) carries "
          "the map of 8 September 2022.");
    CHECK(reason_values(reason, in("en")).at("path") == "/home/ann/maps/2022-09-10.json");
}

TEST_CASE("what would decide") {
    const engine::WantedMap between{day("2022-09-09"), day("2022-09-10")};
    const auto text = [](const WouldDecide& wanted) { return would_decide_text(wanted, in("en")); };
    CHECK(text({}).empty());
    CHECK(text({WouldDecide::What::exact_map}) == "a more exact map");
    CHECK(text({WouldDecide::What::maps, between}) == "a map of 9 or 10 September 2022");
    CHECK(text({WouldDecide::What::maps, std::nullopt, between}) ==
          "a map of 9 or 10 September 2022 for the baseline");
    CHECK(text({WouldDecide::What::maps, between, between}) ==
          "a map of 9 or 10 September 2022, and one of 9 or 10 September 2022 for the baseline");
    CHECK(text({WouldDecide::What::maps, engine::WantedMap{day("2022-09-20"), std::nullopt}}) ==
          "a map of 20 September 2022 or later");
    CHECK(text({WouldDecide::What::maps, std::nullopt,
                engine::WantedMap{std::nullopt, day("2022-08-01")}}) ==
          "a map of 1 August 2022 or earlier for the baseline");
    CHECK(text({WouldDecide::What::share_needs_region}).find("polygon") != std::string::npos);
}

TEST_CASE("the language of a report is the one that its run asked for") {
    engine::Verification found;
    CHECK(report::language_of(found).code() == "en");
    found.provenance.options["reasons_lang"] = "no";
    CHECK(report::language_of(found).code() == "nb");
    found.provenance.options["reasons_lang"] = "tlh";
    CHECK_THROWS_AS(report::language_of(found), engine::InputError);
}
