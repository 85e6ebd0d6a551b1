// SPDX-License-Identifier: MIT
#include "tests/real/real_data.hpp"

#include "shapes/change/change_area.hpp"

namespace {

engine::Date day(const char* iso) {
    return engine::Date::parse_iso(iso).value();
}

const engine::Timeline& nzz() {
    static const engine::Timeline timeline =
        engine::build_timeline("nzz", real::read_folder("nzz", "nzz"));
    return timeline;
}

shapes::ChangeArea change(const char* from, const char* to) {
    const auto held = [](const char* iso) {
        const auto i = nzz().as_of(day(iso)).exact;
        REQUIRE(i);
        return nzz().snapshots[*i].boundary.held_at(engine::ControlClass::confirmed);
    };
    return shapes::change_area(held(from), held(to));
}

} // namespace

TEST_CASE("the checked answers on NZZ's maps, to a thousandth of a km²") {
    if (!real::present("nzz")) {
        return;
    }
    for (const real::CheckedAnswer& answer : real::kNzzAnswers) {
        CAPTURE(answer.from);
        CAPTURE(answer.to);
        const shapes::ChangeArea measured = change(answer.from, answer.to);
        CHECK(std::abs(measured.lost.km2() - answer.lost_km2) <= 0.001);
        CHECK(std::abs(measured.gained.km2() - answer.gained_km2) <= 0.001);
        CHECK(measured.relative_residual() < 1e-9);
    }
}

TEST_CASE("NZZ: repeats are folded by the map's own days, and the days without a map are known") {
    if (!real::present("nzz")) {
        return;
    }
    const engine::Timeline& timeline = nzz();
    // The days that the files' property `date` has, each once.
    const std::vector<const char*> expected{"2022-08-24", "2022-08-28", "2022-08-31", "2022-09-04",
                                            "2022-09-06", "2022-09-08", "2022-09-11", "2022-09-20",
                                            "2022-09-25", "2022-09-30", "2022-10-03", "2022-10-07",
                                            "2022-10-09", "2022-10-11"};
    REQUIRE(timeline.snapshots.size() == expected.size());
    std::size_t files = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(timeline.snapshots[i].date == day(expected[i]));
        files += timeline.snapshots[i].files.size();
    }
    CHECK(files == 51);
    CHECK(timeline.warnings.empty()); // no two files draw the same day differently
    // 12 to 19 September are all the map of the 11th: nine files with that of the 11th itself.
    CHECK(timeline.snapshots[6].files.size() == 9);
    CHECK(timeline.undated.empty());
    // 9 and 10 September have files but no map of their own.
    const auto gap = std::ranges::find(timeline.gaps, day("2022-09-09"), &engine::Gap::first);
    REQUIRE(gap != timeline.gaps.end());
    CHECK(gap->last == day("2022-09-10"));
    CHECK(gap->kind == engine::Gap::Kind::repeated);
}

TEST_CASE("DeepState: two days are missing, three files repeat the day before") {
    if (!real::present("deepstate")) {
        return;
    }
    const engine::Timeline timeline =
        engine::build_timeline("deepstate", real::read_folder("deepstate", "deepstate"));
    CHECK(timeline.snapshots.size() == 80); // 83 files less 3 that repeat their neighbour
    std::vector<engine::Gap> missing;
    int repeated_days = 0;
    for (const engine::Gap& gap : timeline.gaps) {
        if (gap.kind == engine::Gap::Kind::missing) {
            missing.push_back(gap);
        } else {
            repeated_days += gap.days();
        }
    }
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].first == day("2024-08-18"));
    CHECK(missing[0].last == day("2024-08-19"));
    CHECK(repeated_days == 3);
}
