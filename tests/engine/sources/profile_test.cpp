// SPDX-License-Identifier: MIT
#include "engine/sources/profile.hpp"

#include "engine/input_error.hpp"
#include "tests/engine/messages.hpp"

#include <doctest/doctest.h>

#include <string>

using engine::ControlClass;
using engine::parse_profile;

using messages::has;

namespace {

/// The message of the error that a profile gives; "" where it gives none.
std::string error_of(const std::string& toml) {
    return messages::of([&] { parse_profile(toml, "p.toml"); });
}

} // namespace

TEST_CASE("the built-in profiles are there, complete, and say where their numbers come from") {
    for (const char* name :
         {"plain", "nzz", "deepstate", "isw", "uacontrolmap", "fire", "glacier", "areaclaim"}) {
        CAPTURE(name);
        const engine::SourceProfile* profile = engine::find_built_in_profile(name);
        REQUIRE(profile != nullptr);
        CHECK_FALSE(profile->title.empty());
        CHECK_FALSE(profile->traps.empty());
        CHECK_FALSE(profile->map_hour.empty());
        REQUIRE(profile->accuracy);
        CHECK(profile->accuracy->position_sigma_km > 0.0);
        CHECK(has(profile->accuracy->reason, "Our assumption"));
    }
    CHECK(engine::find_built_in_profile("no such") == nullptr);
}

TEST_CASE("the nzz profile unwraps, counts nochange and gains, and knows losses are not held") {
    const engine::SourceProfile& nzz = *engine::find_built_in_profile("nzz");
    CHECK(nzz.json_pointer == "/value");
    REQUIRE(nzz.classes.size() == 3);
    CHECK(nzz.classes[0].gives == ControlClass::confirmed);
    CHECK(nzz.classes[1].gives == ControlClass::confirmed);
    CHECK(nzz.classes[2].value == "losses");
    CHECK_FALSE(nzz.classes[2].gives);
    CHECK_FALSE(nzz.otherwise);
}

TEST_CASE("a profile error names file, line, key and remedy") {
    const std::string unknown =
        error_of("name = \"x\"\notherwise = \"confirmed\"\npointer = \"/v\"");
    CHECK(has(unknown, "p.toml, line 3"));
    CHECK(has(unknown, "'pointer'"));
    CHECK(has(unknown, "json_pointer")); // the keys that are known

    const std::string in_rule = error_of("name = \"x\"\n[[class]]\nlayer = \"a\"\nis = \"held\"");
    CHECK(has(in_rule, "line 4"));
    CHECK(has(in_rule, "confirmed, contested, claimed, not held"));

    CHECK(has(error_of("name = \"x\""), "nothing would ever be held"));
    CHECK(has(error_of("otherwise = \"confirmed\""), "'name' is missing"));
    CHECK(has(error_of("name = \"x\"\nname = "), "not TOML"));
    CHECK(has(error_of("name = 5"), "a text in quotation marks"));
    CHECK(has(error_of("name=\"x\"\notherwise=\"confirmed\"\n[date]\nfile_names=\"{DD}\""),
              "exactly one place"));
    CHECK(has(error_of("name=\"x\"\notherwise=\"confirmed\"\njson_pointer=\"value\""), "RFC 6901"));
    CHECK(has(error_of("name=\"x\"\notherwise=\"confirmed\"\n[accuracy]\nposition_sigma_km=-1\n"
                       "correlation_km=1\nreason=\"r\""),
              "above 0"));
    const std::string accurate = "name=\"x\"\notherwise=\"confirmed\"\n[accuracy]\n"
                                 "position_sigma_km=1\ncorrelation_km=8\nreason=\"r\"\n";
    CHECK(has(error_of(accurate + "[accuracy.contested]\ncorrelation_km=0"), "above 0"));
    CHECK(has(error_of(accurate + "[accuracy.sure]\ncorrelation_km=1"), "'sure'"));
    CHECK(has(error_of("name=\"x\"\n[[class]]\nproperty=\"a\"\nis=\"confirmed\""), "both"));
    CHECK(has(error_of("name=\"x\"\n[[class]]\nis=\"confirmed\""), "something to match"));
    CHECK(has(error_of("name=\"x\"\nclass = \"a\""), "[[class]]"));
}

TEST_CASE("accuracy by class: what a class leaves out is that of the surer one") {
    const auto profile =
        engine::parse_profile("name=\"x\"\notherwise=\"confirmed\"\n[accuracy]\n"
                              "position_sigma_km=1\ncorrelation_km=8\nreason=\"r\"\n"
                              "[accuracy.contested]\nposition_sigma_km=3",
                              "p.toml");
    REQUIRE(profile.accuracy);
    using engine::ControlClass;
    CHECK(profile.accuracy->at(ControlClass::confirmed).position_sigma_km == 1.0);
    CHECK(profile.accuracy->at(ControlClass::contested).position_sigma_km == 3.0);
    CHECK(profile.accuracy->at(ControlClass::contested).correlation_km == 8.0);
    CHECK(profile.accuracy->at(ControlClass::claimed).position_sigma_km == 3.0);
}

TEST_CASE("breaks of definition and what a source leaves out stand in its profile") {
    const auto profile = engine::parse_profile(R"(
name = "x"
otherwise = "confirmed"
[[breaks]]
date = 2024-03-13
km2 = -16619
what = "an area is no longer drawn"
[[omits]]
what = "an island"
what_da = "en ø"
km2 = 1200
from = 2024-01-01
ring = [30, 44, 33, 44, 33, 46]
[[omits]]
what = "what it never draws"
km2 = 0
)",
                                               "x.toml");
    REQUIRE(profile.breaks.size() == 1);
    CHECK(profile.breaks[0].km2 == -16619.0);
    REQUIRE(profile.omits.size() == 2);
    CHECK(profile.omits[0].ring ==
          std::vector<shapes::Position>{{30.0, 44.0}, {33.0, 44.0}, {33.0, 46.0}});
    CHECK(profile.omits[1].ring.empty());
    CHECK(profile.omits[0].what_in.at("da") == "en ø");
    CHECK_FALSE(profile.omits[0].holds_on(engine::Date::parse_iso("2023-12-31").value()));
    CHECK(profile.omits[0].holds_on(engine::Date::parse_iso("2024-01-01").value()));
    for (const char* bad : {"[[breaks]]\nkm2 = 5\nwhat = \"a\"", "[[omits]]\nwhat = \"a\"",
                            "[[omits]]\nwhat = \"a\"\nkm2 = 5\nring = [33, 44, 30, 46]",
                            "[[omits]]\nwhat = \"a\"\nkm2 = 5\nring = [33, 44, 30, 46, 31]",
                            "[[omits]]\nwhat = \"a\"\nkm2 = 5\nring = [33, 44, 30, 91, 31, 40]"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(
            engine::parse_profile(std::string("name = \"x\"\notherwise = \"confirmed\"\n") + bad,
                                  "x.toml"),
            engine::InputError);
    }
}
