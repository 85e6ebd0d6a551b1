// SPDX-License-Identifier: MIT
// Names that were mistyped, and a desk's file.
#include "engine/input_error.hpp"
#include "tools/areaclaim/desk_file.hpp"
#include "tools/areaclaim/nearest.hpp"

#include <doctest/doctest.h>

using namespace areaclaim;

TEST_CASE("distances between words, from the literature on string metrics") {
    CHECK(typing_distance("kitten", "sitting") == 3); // V. Levenshtein's measure
    CHECK(typing_distance("ca", "ac") == 1);          // one exchange, F. Damerau 1964
    CHECK(typing_distance("ca", "abc") == 3);         // optimal string alignment, not 2
    CHECK(typing_distance("", "area") == 4);
    CHECK(typing_distance("area", "area") == 0);
}

TEST_CASE("the nearest name, and none where nothing is near") {
    const std::vector<std::string> names{"check", "verify", "claims", "area", "timeline"};
    CHECK(nearest_name("verfy", names) == "verify");
    CHECK(nearest_name("chekc", names) == "check");
    CHECK(nearest_name("are", names) == "area");
    CHECK(nearest_name("time", names) == "timeline"); // its only beginning
    CHECK(nearest_name("conquer", names).empty());
    CHECK(nearest_name("", names).empty());
    CHECK(nearest_name(std::string(100'000, 'x'), names).empty());
}

TEST_CASE("a desk's file is read strictly") {
    const Desk desk =
        parse_desk("holder = \"H\"\n[[source]]\nname = \"N\"\nfiles = [\"a\", \"b\"]\n"
                   "licence = \"L\"\n[source.error]\nposition_sigma_km = 2\n"
                   "correlation_km = 10\n",
                   "desk.toml");
    CHECK(desk.holder == "H");
    REQUIRE(desk.sources.size() == 1);
    CHECK(desk.sources[0].source.files.size() == 2);
    CHECK(desk.sources[0].source.profile.empty()); // to be detected
    CHECK(desk.sources[0].source.error.position_sigma_km == 2.0);
    CHECK(desk.sources[0].source.licence == "L");
    for (const char* bad : {"", "[[source]]\nname = \"N\"\n", "[[source]]\nfiles = \"a\"\n",
                            "[[source]]\nname = \"N\"\nfiles = \"a\"\nlink = 3\n",
                            "[[source]]\nname = \"N\"\nfiles = \"a\"\nlicense = \"L\"\n",
                            "[[source]]\nname = \"N\"\nfiles = \"a\"\n[[source]]\nname = \"N\"\n"
                            "files = \"b\"\n"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(parse_desk(bad, "desk.toml"), engine::InputError);
    }
}
