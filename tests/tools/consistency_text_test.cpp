// SPDX-License-Identifier: MIT
#include "tests/engine/day.hpp"
#include "tools/report/consistency_text.hpp"

#include <doctest/doctest.h>

using report::consistency_text;
using report::Language;

TEST_CASE("what claims say of one another, with their figures") {
    const report::Figures in(Language::of("en"), report::AreaUnit::km2);
    CHECK(consistency_text(engine::IncreaseFigures{2000, 1000, 900}, in) ==
          "2,000 km² less 1,000 km² are 1,000 km²; the increase is stated as 900 km²");
    CHECK(consistency_text(engine::SizeFigures{1000, "the size of Lolland", 1243}, in) ==
          "1,000 km² are 0.80 of what “the size of Lolland” names (1,243 km²)");
    CHECK(consistency_text(engine::SettlementFigures{2000, 30}, in) ==
          "2,000 km² with 30 settlements are 66.7 km² to each");
    CHECK(consistency_text(engine::TotalFigures{900, day("2022-09-10"), 2000, day("2022-09-08")},
                           in) ==
          "900 km² by 10 September 2022 are less than 2,000 km² by 8 September 2022");
    CHECK(consistency_text(engine::RivalFigures{900, 2000, day("2022-09-01"), day("2022-09-08")},
                           in) ==
          "900 km² and 2,000 km² are both stated for 1 to 8 September 2022");
}

TEST_CASE("figures are in the unit that was asked for") {
    const report::Figures miles(Language::of("en"), report::AreaUnit::mi2);
    CHECK(consistency_text(engine::IncreaseFigures{2589.988110336, 258.9988110336, 2000}, miles)
              .starts_with("1,000 sq mi less 100 sq mi"));
}

TEST_CASE("the ids of the claims stand before it, in every language") {
    const engine::ConsistencyFinding finding{engine::ConsistencyCode::extra_fits,
                                             true,
                                             {"a", "b", "c"},
                                             engine::IncreaseFigures{2000, 1000, 1000}};
    CHECK(report::consistency_line(finding, {Language::of("da"), report::AreaUnit::km2}) ==
          "a, b, c: 2.000 km² minus 1.000 km² er 1.000 km²; tilvæksten siges at være 1.000 km²");
    for (const std::string& code : Language::codes()) {
        CAPTURE(code);
        const report::Figures figures(Language::of(code), report::AreaUnit::km2);
        CHECK(report::consistency_line(finding, figures).starts_with("a, b, c: "));
    }
}
