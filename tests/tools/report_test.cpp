// SPDX-License-Identifier: MIT
#include "tools/areaclaim/digest.hpp"
#include "tools/report/csv.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/table.hpp"
#include "tools/report/text.hpp"

#include <doctest/doctest.h>
#include <limits>

using namespace report;

TEST_CASE("clean: what could steer a terminal does not pass") {
    CHECK(clean("plain Text, æøå, Харків, 東京") == "plain Text, æøå, Харків, 東京");
    CHECK(clean("\x1b[31mred\x1b[0m") == " [31mred [0m");
    CHECK(clean("a\nb\tc\rd\x07") == "a b c d ");
    CHECK(clean("\xC2\x9B"
                "31m") == " 31m"); // CSI as one C1 character
    CHECK(clean("abc\xE2\x80\xAE"
                "cba") == "abccba");                                // right-to-left override
    CHECK(clean("a\xE2\x80\xA8z") == "a z");                        // line separator
    CHECK(clean("\xFFok\xC3") == "\xEF\xBF\xBDok\xEF\xBF\xBD");     // no UTF-8
    CHECK(clean("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");         // overlong
    CHECK(clean("\xED\xA0\x80").find('\xED') == std::string::npos); // a surrogate
}

TEST_CASE("display width counts columns") {
    CHECK(display_width("Kharkiv") == 7);
    CHECK(display_width("Хáрків") == 6);
    CHECK(display_width("e\xCC\x81") == 1); // e and a combining acute
    CHECK(display_width("東京") == 4);
    CHECK(display_width("") == 0);
}

TEST_CASE("shortened texts fit") {
    CHECK(shorten_end("a long text", 6) == "a lon…");
    CHECK(shorten_start("/a/long/path.json", 10) == "…path.json");
    CHECK(shorten_start("short", 10) == "short");
    CHECK(display_width(shorten_end("東京東京", 4)) <= 4);
    CHECK(shorten_end("text", 0).empty());
}

TEST_CASE("wrap breaks at spaces") {
    CHECK(wrap("one two three", 7) == "one two\nthree");
    CHECK(wrap("one two three", 7, 2) == "one two\n  three");
    CHECK(wrap("muchlongerthanthat x", 5) == "muchlongerthanthat\nx");
    CHECK(wrap("", 5).empty());
}

TEST_CASE("numbers have commas, useful digits and no minus zero") {
    CHECK(number(8365.7036, 1) == "8,365.7");
    CHECK(number(-1234567.0, 0) == "-1,234,567");
    CHECK(number(999.0, 0) == "999");
    CHECK(number(-0.0001, 2) == "0.00");
    CHECK(number(std::numeric_limits<double>::quiet_NaN(), 1) == "-");
    CHECK(number(std::numeric_limits<double>::max(), 0).size() > 400);
    CHECK(count(12480) == "12,480");
    const auto km2 = [](double value) { return shapes::Area::from_km2(value); };
    CHECK(figure(km2(0.5572)) == "0.557");
    CHECK(figure(km2(9.99996)) == "10.00");
    CHECK(figure(km2(303.5961)) == "303.60");
    CHECK(figure(km2(118452.34)) == "118,452.3");
    CHECK(figure(km2(0.0)) == "0");
    CHECK(figure(km2(4e-14)) == "0");
    CHECK(figure(km2(-4e-14)) == "0");
    CHECK(signed_figure(km2(4e-14)) == "0");
    CHECK(signed_figure(km2(2.5)) == "+2.500");
    CHECK(signed_figure(km2(-2.5)) == "-2.500");
    CHECK(round_area(8365.7) == "8,366 km²");
    CHECK(round_area(5.57) == "5.6 km²");
    CHECK(round_area(0.557) == "0.557 km²");
    CHECK(round_area(0.25) == "0.250 km²"); // 25 ha
    CHECK(round_figure(0.0) == "0");
    CHECK(round_area(1e-13) == "0 km²");
    CHECK(percent(0.5) == "50 %");
    CHECK(percent(0.001) == "<1 %");
    CHECK(percent(1.0) == ">99 %");
}

TEST_CASE("tables align on the decimal point and shrink paths only") {
    Table table({{"what"}, {"km²", Align::decimal}, {"file", Align::left, true}});
    table.add({"lost", "8,365.7", "/some/where/2022-09-11.json"});
    table.add({"gained", "0.557", "x"});
    CHECK(table.text({false, 80}) == "what          km²  file\n"
                                     "lost    8,365.7    /some/where/2022-09-11.json\n"
                                     "gained      0.557  x\n");
    const std::string narrow = table.text({false, 34});
    CHECK(narrow.find("8,365.7 ") != std::string::npos);
    CHECK(narrow.find("…022-09-11.json") != std::string::npos);
    CHECK(table.text({true, 80}).find("\x1b[2m") != std::string::npos);
}

TEST_CASE("CSV fields are quoted where they must be, and are no formulas") {
    CHECK(csv_record({"a", "b,c", "say \"no\""}) == "a,\"b,c\",\"say \"\"no\"\"\"\n");
    CHECK(csv_record({"", "x"}) == ",x\n");
    CHECK(csv_field("=HYPERLINK(1)") == "'=HYPERLINK(1)");
    CHECK(csv_field("-12.5") == "-12.5");
    CHECK(csv_field("-cmd") == "'-cmd");
    CHECK(csv_field("\xE2\x80\xAE=1+1") == "'=1+1"); // the mark that turns text is taken out
    CHECK(csv_field("\t=1+1") == "' =1+1");
    CHECK(csv_field("a\xC2\x9B b\xE2\x80\xAE.geojson") == "a  b.geojson");
    CHECK(csv_number(0.1) == "0.1");
    CHECK(csv_number(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("SHA-256 of FIPS 180-4's example") {
    CHECK(areaclaim::sha256("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(areaclaim::sha256("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
