// SPDX-License-Identifier: MIT
#include "engine/sources/name_pattern.hpp"

#include <doctest/doctest.h>

#include <string>

using engine::find_date;
using engine::matches_pattern;
using engine::NameDate;

namespace {

/// "2022-09-08", "absent" or "ambiguous".
std::string found(const char* pattern, const char* name) {
    const NameDate result = find_date(pattern, name);
    switch (result.result) {
    case NameDate::Result::found:
        return result.date.iso();
    case NameDate::Result::ambiguous:
        return "ambiguous";
    case NameDate::Result::absent:
        break;
    }
    return "absent";
}

} // namespace

TEST_CASE("patterns match whole texts, letter case and runs of white space aside") {
    CHECK(matches_pattern("nochange", "NoChange"));
    CHECK_FALSE(matches_pattern("change", "nochange"));
    CHECK(matches_pattern("*change", "nochange"));
    CHECK(matches_pattern("a?c*", "abcdef"));
    CHECK_FALSE(matches_pattern("a?c", "ac"));
    CHECK(matches_pattern("*a*b*c*", "xxaxxbxxc"));
    CHECK_FALSE(matches_pattern("*a*b*c", "xxaxxcxxb"));
    CHECK(matches_pattern("", ""));
    CHECK(matches_pattern("***", ""));
    CHECK(matches_pattern("*Axis [Z]", "Luhansk \n Axis  [Z]"));
}

TEST_CASE("matching a hostile pattern against a long name stays quick") {
    const std::string stars = "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b";
    CHECK_FALSE(matches_pattern(stars, std::string(100'000, 'a')));
}

TEST_CASE("each place for a day is read") {
    CHECK(found("{YYYY-MM-DD}.*", "2022-09-08.json") == "2022-09-08");
    CHECK(found("deepstatemap_data_{YYYYMMDD}*", "deepstatemap_data_20240708.geojson") ==
          "2024-07-08");
    CHECK(found("{YYMMDD}_*", "230312_0349.kmz") == "2023-03-12");
    CHECK(found("*{DDMONYYYY}*", "UkraineControlMapAO08SEP2022.zip") == "2022-09-08");
    CHECK(found("*{DDMONYYYY}*", "UkraineCOntrolMapAO13APR2022.zip") == "2022-04-13");
    CHECK(found("*{MONDDYYYY}*", "AssessedRussianAdvancesinUkraineSEP082022.zip") == "2022-09-08");
    CHECK(found("*{MONDDYYYY}*", "assessedrussianadvancesinukrainesep082022.ZIP") == "2022-09-08");
}

TEST_CASE("a malformed day is no day, never a wrong one") {
    // Names that occur in published files.
    CHECK(found("*{DDMONYYYY}*", "ClaimedUkrainianCounterOffensives13APR.zip") == "absent");
    CHECK(found("*{DDMONYYYY}*", "UkraineControlMapAO02FEB22024.zip") == "absent");
    CHECK(found("*{MONDDYYYY}*", "UkraineControlMapAO02FEB22024.zip") == "absent");
    CHECK(found("*{MONDDYYYY}*", "ClaimedUkrainianCounteroffensivesDEC060205.zip") == "absent");
    CHECK(found("*{MONDDYYYY}*", "ReportedUkrainianPartisanWarfareNOV092924.zip") == "absent");
    CHECK(found("*{DDMONYYYY}*", "UkraineControlMapAO30A_Merge_APR") == "absent");

    CHECK(found("*{YYYYMMDD}*", "map_20220931.json") == "absent");  // 31 September
    CHECK(found("*{YYYYMMDD}*", "map_120220908.json") == "absent"); // a digit too many before
    CHECK(found("*{YYYYMMDD}*", "map_202209081.json") == "absent"); // and after
    CHECK(found("*{YYYY-MM-DD}*", "2022-9-8.json") == "absent");
    CHECK(found("*{YYYY-MM-DD}*", "") == "absent");
    CHECK(found("*{DDMONYYYY}*", "08SE") == "absent");
}

TEST_CASE("a name with two different days is ambiguous, with one day twice it is not") {
    CHECK(found("*{YYYYMMDD}*", "20220908_to_20220911.json") == "ambiguous");
    CHECK(found("*{YYYYMMDD}*", "20220908_copy_20220908.json") == "2022-09-08");
    CHECK(found("{YYYYMMDD}_to_*", "20220908_to_20220911.json") == "2022-09-08");
}

TEST_CASE("a pattern needs exactly one known place") {
    CHECK_FALSE(engine::pattern_error("x{YYYYMMDD}y"));
    CHECK(engine::pattern_error("no place"));
    CHECK(engine::pattern_error("{YYYYMMDD}{YYYYMMDD}"));
    CHECK(engine::pattern_error("{}"));
    CHECK(engine::pattern_error("{DD.MM}"));
    CHECK(engine::pattern_error("{YYYYDD}"));
    CHECK(engine::pattern_error("{YYYY/MM/DD}"));
    CHECK(engine::pattern_error("{YYYYMMDDMM}"));
    CHECK(engine::pattern_error("}{"));
}

TEST_CASE("a place may have any order, separators, and one or two digits") {
    CHECK(found("*{YYYY_MM_DD}*", "front_2023_05_09.kml") == "2023-05-09");
    CHECK(found("*{DD.MM.YYYY}*", "Lage 09.05.2023.geojson") == "2023-05-09");
    CHECK(found("*{DD.MM.YYYY}*", "Lage 31.04.2023.geojson") == "absent"); // April has 30 days
    CHECK(found("*{M-D-YYYY}*", "control 5-9-2023.zip") == "2023-05-09");
    CHECK(found("*{M-D-YYYY}*", "control 12-31-2023.zip") == "2023-12-31");
    CHECK(found("*{M-D-YYYY}*", "control 31-12-2023.zip") == "absent");
    CHECK(found("*{D.M.YYYY}*", "9.5.2023") == "2023-05-09");
    CHECK(found("*{YYYY-MON-DD}*", "2023-May-09") == "2023-05-09");
}

TEST_CASE("a month and a year are dated by their first day") {
    CHECK(found("*{YYYYMM}*", "forest_202305.tif.geojson") == "2023-05-01");
    CHECK(found("*{YYYY-MM}*", "forest_2023-05.geojson") == "2023-05-01");
    CHECK(found("*{YYYY}*", "glaciers_1985.gpkg") == "1985-01-01");
    CHECK(found("*{YYYY}*", "glaciers_19850.gpkg") == "absent");
    CHECK(found("*{YYYY}*", "glaciers_1985_1999.gpkg") == "ambiguous");
}

TEST_CASE("patterns of files are those of a shell: sets, letter case, hidden files") {
    using engine::matches_file_pattern;
    CHECK(matches_file_pattern("2022-*.geojson", "2022-09-08.geojson"));
    CHECK(matches_file_pattern("2022-0[89]-??.json", "2022-09-08.json"));
    CHECK(matches_file_pattern("[a-c]*", "b.json"));
    CHECK(matches_file_pattern("[!a]*", "b.json"));
    CHECK(matches_file_pattern("a[]]b", "a]b"));
    CHECK(matches_file_pattern("a[", "a["));
    CHECK_FALSE(matches_file_pattern("[!b]*", "b.json"));
    CHECK_FALSE(matches_file_pattern("2022-0[67]-*", "2022-09-08.json"));
    CHECK_FALSE(matches_file_pattern("*.JSON", "a.json"));
    CHECK_FALSE(matches_file_pattern("*", ".hidden.json"));
    CHECK(matches_file_pattern(".*", ".hidden.json"));
    // In names of layers and in properties a bracket is itself.
    CHECK(engine::matches_pattern("[final] zone*", "[Final]  zone 3"));
    CHECK_FALSE(engine::matches_pattern("[abc]", "a"));
}
