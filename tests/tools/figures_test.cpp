// SPDX-License-Identifier: MIT
// How areas are rounded, in which unit and in which language.
#include "tools/report/figures.hpp"
#include "tools/report/lines.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace report;
using report::Language;
using shapes::Area;

namespace {

Area km2(double value) {
    return Area::from_km2(value);
}

} // namespace

TEST_CASE("a figure has the digits that its error leaves, by the rule of the Particle Data Group") {
    // Review of Particle Physics (2022), 5.3: 0.827 ± 0.119 is 0.83 ± 0.12, 0.827 ± 0.367 is
    // 0.8 ± 0.4, and 0.827 ± 0.0950 is 0.83 ± 0.10.
    CHECK(step_of(0.119) == doctest::Approx(0.01));
    CHECK(step_of(0.367) == doctest::Approx(0.1));
    CHECK(step_of(136.0) == doctest::Approx(10.0));
    CHECK(step_of(360.0) == doctest::Approx(100.0));
    CHECK(step_of(0.0) == 0.0);
    const Figures english(Language::of("en"), AreaUnit::km2);
    CHECK(english.words(km2(407), km2(136)) == "410 km²");
    CHECK(english.plus_minus(km2(407), km2(136)) == "410 ± 140 km²");
    CHECK(english.plus_minus(km2(2257), km2(360)) == "2,300 ± 400 km²");
    CHECK(english.plus_minus(km2(8365.7), km2(38)) == "8,370 ± 40 km²");
    CHECK(english.words(km2(8365.7)) == "8,366 km²");
    CHECK(english.words(km2(4e-14)) == "0 km²");
    CHECK(english.words(km2(12.0)) == "12 km²"); // what was said, not what was measured
    CHECK(english.words(engine::Band{11.0, 13.0}) == "11 to 13 km²");
    CHECK(english.words(engine::Band{11.0, 13.5}) == "11.0 to 13.5 km²");
    CHECK(english.words(km2(-1234.0)) == "−1,234 km²");
    CHECK(english.words(engine::Interval{km2(602), km2(8968)}) == "602 to 8,968 km²");
    CHECK(english.words(engine::Interval{km2(602), {}}) == "at least 602 km²");
}

TEST_CASE("every language writes numbers its own way") {
    CHECK(Figures(Language::of("da"), AreaUnit::km2).words(km2(8366)) == "8.366 km²");
    CHECK(Figures(Language::of("de"), AreaUnit::km2).words(km2(12.34)) == "12,3 km²");
    CHECK(Figures(Language::of("nb"), AreaUnit::km2).words(km2(8366)) == "8\u00a0366 km²");
    CHECK(Figures(Language::of("uk"), AreaUnit::km2).words(km2(8366)) == "8\u00a0366 км²");
}

TEST_CASE("units: the mile and the acre of the international agreement of 1959") {
    // NIST Special Publication 811, appendix B.8: 2.589988 km² and 4,046.873 m² for the survey
    // foot; the international acre is 4,046.8564224 m².
    CHECK(km2_in(AreaUnit::mi2) == doctest::Approx(2.589988110336).epsilon(1e-12));
    CHECK(km2_in(AreaUnit::acres) == doctest::Approx(0.0040468564224).epsilon(1e-12));
    CHECK(figure(km2(2000), AreaUnit::mi2) == "772.20"); // 2,000 ÷ 2.589988
    CHECK(figure(km2(2.5), AreaUnit::ha) == "250.00");
    CHECK(round_area(2000, AreaUnit::mi2) == "772 sq mi");
    CHECK(settled(AreaUnit::automatic, "square_mile") == AreaUnit::mi2);
    CHECK(settled(AreaUnit::automatic, "dunam") == AreaUnit::km2);
    CHECK(settled(AreaUnit::ha, "square_mile") == AreaUnit::ha);
    CHECK_FALSE(area_unit_from_name("furlong"));
    const Figures miles(Language::of("en"), AreaUnit::mi2);
    CHECK(miles.plus_minus(km2(2000), km2(100)) == "770 ± 40 sq mi"); // 100 km² are 38.6
}

TEST_CASE("labelled lines: texts in one column, the longest cut where there is too little room") {
    const std::string text = entries_text({{"", "words", false}, {"how sure", "a b c", true}},
                                          {false, 80, AreaUnit::km2});
    CHECK(text == "  words\n  how sure     a b c\n");
    const std::string words = "one two three four five six seven eight nine ten eleven twelve";
    const std::string cut =
        entries_text({{"a", words, true}, {"b", words, false}}, {false, 45, AreaUnit::km2}, 4);
    CHECK(cut.find("…") != std::string::npos);
    CHECK(cut.find("twelve") == cut.rfind("twelve")); // b's, which may not be cut
    std::size_t lines = 0;
    for (std::size_t at = 0; at < cut.size(); at = cut.find('\n', at) + 1) {
        CHECK(display_width(cut.substr(at, cut.find('\n', at) - at)) <= 45);
        ++lines;
    }
    CHECK(lines == 4);
}

TEST_CASE("what would mislead by half is cut after all others") {
    const std::string words = "one two three four five six seven eight nine ten eleven twelve";
    const Entry kept{.label = "but", .text = words, .may_be_cut = true, .last_cut = true};
    const Entry other{.label = "maps", .text = words, .may_be_cut = true};
    const std::string cut = entries_text({kept, other, other}, {false, 45, AreaUnit::km2}, 6);
    CHECK(cut.find("twelve") != std::string::npos);
    CHECK(cut.find("twelve") < cut.find("maps"));
    CHECK(cut.find("twelve") == cut.rfind("twelve"));
    const std::string all = entries_text({kept, other}, {false, 45, AreaUnit::km2}, 2);
    CHECK(all.find("twelve") == std::string::npos); // where nothing else is left to cut
}

TEST_CASE("where cutting is not enough, what may go goes, and the first text is cut last") {
    const std::string words = "one two three four five six seven eight nine ten eleven twelve";
    const std::vector<Entry> entries{{"", words, false},
                                     {"a", "needed", true},
                                     {"b", "may go first of all", true, true},
                                     {"c", "needed too", true}};
    const Screen screen{false, 45, AreaUnit::km2};
    const std::string four = entries_text(entries, screen, 4);
    CHECK(four.find("may go") == std::string::npos);
    CHECK(four.find("twelve") != std::string::npos);
    const std::string three = entries_text(entries, screen, 3);
    CHECK(three.find("twelve") == std::string::npos);
    CHECK(three.find("needed too") != std::string::npos);
    CHECK(std::ranges::count(three, '\n') == 3);
}

TEST_CASE("capitals of the report's languages") {
    CHECK(capitals("kan ikke afgøres") == "KAN IKKE AFGØRES");
    CHECK(capitals("узгоджується, її ґанок") == "УЗГОДЖУЄТЬСЯ, ЇЇ ҐАНОК");
    CHECK(capitals("für …") == "FÜR …");
}
