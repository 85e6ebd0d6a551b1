// SPDX-License-Identifier: MIT
#pragma once
// Claims and maps of the tests of a verification. The maps are boxes between the parallels 48 and
// 49; a degree of longitude there is zone_km2(0, 48, 1, 49) = 8,217.7 km² large. Claims state
// multiples of it.

#include "engine/verify.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace box_claims {

using boxes::box;
using boxes::day;
using boxes::map_of;
using boxes::zone_km2;
using engine::Claim;
using engine::Measure;
using engine::SourceVerdict;
using engine::Verdict;
using engine::Verification;
using engine::VerifyInputs;
using shapes::Area;

inline double degree() {
    return zone_km2(0, 48, 1, 49);
}

/// A claim of `degrees` of longitude, ± 5 % strictly and ± 10 % leniently.
inline Claim claim_of(double degrees, const char* since, const char* stated,
                      Measure measure = Measure::lost) {
    Claim claim;
    claim.id = "c";
    claim.text = "a test's figure";
    claim.measure = measure;
    if (since != nullptr) {
        claim.since = day(since);
    }
    if (stated != nullptr) {
        claim.stated = day(stated);
    }
    const double km2 = degrees * degree();
    claim.figure.figure_km2 = km2;
    claim.figure.strict = engine::Band{0.95 * km2, 1.05 * km2};
    claim.figure.lenient = engine::Band{0.9 * km2, 1.1 * km2};
    return claim;
}

inline engine::SourceInput source_of(std::vector<engine::ControlBoundary> maps,
                                     const std::string& name = "s") {
    engine::SourceProfile exact = *engine::find_built_in_profile("plain");
    exact.accuracy.reset(); // figures worked out by hand know no error of drawing
    return {name, exact, std::nullopt, std::move(maps)};
}

inline VerifyInputs inputs_of(std::vector<engine::SourceInput> sources, std::vector<Claim> claims) {
    VerifyInputs inputs;
    inputs.the_case.title = "test";
    inputs.the_case.claims = std::move(claims);
    inputs.sources = std::move(sources);
    return inputs;
}

/// 30–34 on the 1st, 30–33.9 on the 8th, 30–32 on the 11th.
inline std::vector<engine::ControlBoundary> retreat() {
    return {map_of("2022-09-01", box(30, 48, 34, 49)), map_of("2022-09-08", box(30, 48, 33.9, 49)),
            map_of("2022-09-11", box(30, 48, 32, 49))};
}

inline SourceVerdict judged(std::vector<engine::ControlBoundary> maps, Claim claim,
                            std::optional<shapes::Region> within = std::nullopt,
                            const engine::VerifyOptions& options = {}) {
    auto inputs = inputs_of({source_of(std::move(maps))}, {std::move(claim)});
    inputs.within = std::move(within);
    const Verification result = engine::verify(std::move(inputs), options);
    CHECK(result.self_check.ok);
    return result.claims.at(0).by_source.at(0);
}

inline bool has_reason(const SourceVerdict& v, const std::string& code) {
    return std::ranges::any_of(v.reasons, [&](const auto& r) { return name(r.code) == code; });
}

inline const engine::Reason& reason(const SourceVerdict& v, const std::string& code) {
    const auto it =
        std::ranges::find_if(v.reasons, [&](const auto& r) { return name(r.code) == code; });
    REQUIRE(it != v.reasons.end());
    return *it;
}

inline bool says(const engine::Reason& reason, engine::Remark remark) {
    return std::ranges::find(reason.remarks, remark) != reason.remarks.end();
}

inline bool wants(const std::optional<engine::WantedMap>& map, const char* first,
                  const char* last) {
    const auto is = [](const std::optional<engine::Date>& day, const char* iso) {
        return day ? iso != nullptr && day->iso() == iso : iso == nullptr;
    };
    return map && is(map->first, first) && is(map->last, last);
}

inline void check_degrees(std::optional<Area> area, double degrees) {
    REQUIRE(area);
    CHECK(area->km2() == doctest::Approx(degrees * degree()).epsilon(1e-9));
}

} // namespace box_claims
