// SPDX-License-Identifier: MIT
#include "tests/engine/day.hpp"
#include "tools/chart/axis.hpp"
#include "tools/chart/band_bar.hpp"
#include "tools/chart/line_chart.hpp"
#include "tools/chart/markup.hpp"
#include "tools/chart/words.hpp"

#include <doctest/doctest.h>
#include <limits>

using namespace chart;

namespace {

Words english() {
    return Words(report::Language::of("en"));
}

bool contains(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("text and attributes cannot become markup") {
    const std::string hostile = "<script>alert(\"1\" & '2')</script>\x1b[31m\xE2\x80\xAE";
    const std::string escaped =
        "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt; [31m";
    CHECK(Markup::text(hostile).str() == escaped);
    CHECK(element("p", {{"title", hostile}}, hostile).str() ==
          "<p title=\"" + escaped + "\">" + escaped + "</p>");
    CHECK(element("br", {}).str() == "<br />");
}

TEST_CASE("coordinates are short and finite") {
    CHECK(px(12.345678) == "12.35");
    CHECK(px(-0.001) == "0");
    CHECK(px(3) == "3");
    CHECK(px(std::numeric_limits<double>::quiet_NaN()) == "0");
    CHECK(px(std::numeric_limits<double>::max()) == "1000000000");
}

TEST_CASE("ticks are round and cover the values") {
    CHECK(ticks(0, 2257, 5) == std::vector<double>{0, 500, 1000, 1500, 2000, 2500});
    CHECK(ticks(-35, 12, 5) == std::vector<double>{-40, -30, -20, -10, 0, 10, 20});
    CHECK(ticks(0, 0, 5).size() == 2);
    CHECK(ticks(0, std::numeric_limits<double>::infinity(), 5).size() == 2);
}

TEST_CASE("days are labelled as far apart as there is room") {
    const auto days = day_ticks(day("2022-09-01"), day("2022-09-13"), 7);
    REQUIRE(days.size() == 7);
    CHECK(days[1].iso() == "2022-09-03");
    const auto years = day_ticks(day("2022-02-24"), day("2026-11-29"), 6);
    REQUIRE(years.size() == 4);
    CHECK(years[0].iso() == "2023-01-01");
    CHECK(day_ticks(day("2022-09-08"), day("2022-09-08"), 4).size() == 1);
}

TEST_CASE("figures and days in the reader's language") {
    const Words words = english();
    CHECK(words.number(1234567.5) == "1,234,567.5");
    CHECK(words.number(0.25) == "0.25");
    CHECK(words.number(1e300).size() > 300);
    CHECK(words.number(-0.0001) == "0");
    CHECK(words.number(-1000) == "−1,000");
    CHECK(words.short_day(day("2022-09-08")) == "8 Sep");
    CHECK(Words(report::Language::of("da")).number(1243.5) == "1.243,5");
    const Words ukrainian(report::Language::of("uk")); // letters of two bytes stay whole
    CHECK(ukrainian.day_and_year(day("2022-09-08")) == "8 вер 2022");
}

TEST_CASE("a chart says what it shows, marks its alarms and escapes their texts") {
    LineChart chart;
    chart.id = "t";
    chart.title = "Held <b>";
    chart.description = "Two maps.";
    chart.series = {
        {"held", Series::Look::solid, {{day("2022-09-08"), 10}, {day("2022-09-10"), 30}}}};
    chart.strips = {{"claim", 15, std::numeric_limits<double>::infinity(), day("2022-09-10"), 20}};
    chart.whiskers = {{"measured", day("2022-09-10"), 25, 35, 30}};
    chart.flags = {{day("2022-09-09"), "\"><script>"}, {day("2022-09-09"), "again"}};
    const std::string svg = line_chart(chart, english()).str();
    CHECK(contains(svg, "<title id=\"ch-title-t\">Held &lt;b&gt;</title>"));
    CHECK(contains(svg, "<title>&quot;&gt;&lt;script&gt; again</title>"));
    CHECK_FALSE(contains(svg, "<script"));
    CHECK_FALSE(contains(svg, "nan"));
    CHECK_FALSE(contains(svg, "inf"));
    CHECK(contains(svg, "role=\"img\""));
    // One style for each, told apart without colour: dash and mark are in the class.
    CHECK(contains(svg, "ch-line ch-solid"));
}

TEST_CASE("what a flag means is told in lines that fit, where a drawing stands alone") {
    LineChart chart;
    chart.id = "l";
    chart.standalone_style = ".ch-text{}";
    chart.series = {{"held", Series::Look::solid, {{day("2022-09-08"), 10}}}};
    std::string words;
    for (int i = 0; i < 100; ++i) {
        words += "word" + std::to_string(i) + " ";
    }
    chart.flags = {{day("2022-09-08"), words}};
    const std::string svg = line_chart(chart, english()).str();
    CHECK(contains(svg, "word99"));
    for (std::size_t at = svg.find("<text"); at != std::string::npos;) {
        const std::size_t end = svg.find("</text>", at);
        CHECK(svg.substr(at, end - at).size() < 260); // the attributes and one line
        at = svg.find("<text", end);
    }
}

TEST_CASE("charts under one another have their own values and the same days") {
    LineChart held;
    held.id = "h";
    held.title = "Both";
    held.standalone_style = ".ch-text{}";
    held.series = {
        {"held", Series::Look::solid, {{day("2022-09-08"), 100000}, {day("2022-09-10"), 100500}}}};
    held.from_nothing = false;
    held.days = {day("2022-09-14")};
    LineChart lost = held;
    lost.id = "l";
    lost.series = {
        {"lost", Series::Look::dashed, {{day("2022-09-08"), 0}, {day("2022-09-14"), 400}}}};
    lost.from_nothing = true;
    lost.strips = {{"“300” (9 Sep 2022)", 290, 310, day("2022-09-09"), 300, "A"},
                   {"“more than 200” (9 Sep 2022)", 200, std::numeric_limits<double>::infinity(),
                    day("2022-09-09"), 200, "B"}};
    const std::string svg = stacked_charts({held, lost}, english()).str();
    CHECK(svg.find("<svg") == svg.rfind("<svg"));
    CHECK(svg.find("<title") == svg.rfind("<title"));
    CHECK(contains(svg, ">100,000</text>"));
    CHECK_FALSE(contains(svg, ">50,000</text>"));
    CHECK(contains(svg, ">400</text>"));
    CHECK(contains(svg, "A: “300” (9 Sep 2022)"));
    CHECK(contains(svg, ">B</text>"));
    const std::size_t last = svg.find(">14 Sep<");
    CHECK(svg.find(">14 Sep<", last + 1) != std::string::npos); // on both
    CHECK_FALSE(contains(svg, "inf"));
}

TEST_CASE("an empty chart and an open band are drawings all the same") {
    LineChart chart;
    chart.id = "e";
    CHECK(contains(line_chart(chart, english()).str(), "<svg"));
    BandBar bar;
    bar.id = "b";
    bar.stated = {"words", 1000, std::numeric_limits<double>::infinity(), {}, 1000};
    bar.measured = {"maps", {}, 0, std::numeric_limits<double>::infinity(), std::nullopt};
    const std::string svg = band_bar(bar, english()).str();
    CHECK(contains(svg, "<svg"));
    CHECK_FALSE(contains(svg, "inf"));
    CHECK_FALSE(contains(svg, "nan"));
}
