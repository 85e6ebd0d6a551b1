// SPDX-License-Identifier: MIT
#include "engine/measure/measure.hpp"

#include "engine/measure/place_maps.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

using boxes::box;
using boxes::map_of;
using engine::ControlClass;
using engine::ErrorModel;
using engine::Measure;

namespace {

constexpr auto kLevel = ControlClass::confirmed;

/// 30 to 34, then a degree further east, then half a degree back.
engine::SourceReport three_maps() {
    engine::SourceReport report;
    report.timeline = engine::build_timeline("s", {map_of("2022-09-01", box(30, 48, 34, 49)),
                                                   map_of("2022-09-08", box(31, 48, 35, 49)),
                                                   map_of("2022-09-11", box(31, 48, 34.5, 49))});
    report.accuracy = engine::SourceAccuracy{2.0, 10.0, "a test's"};
    return report;
}

/// Keeps what it is given, as the index of an archive does.
class Memory final : public engine::FigureStore {
  public:
    std::optional<std::vector<double>> find(const engine::FigureKey& key) override {
        const auto at = known_.find(key);
        return at != known_.end() ? std::optional(at->second) : std::nullopt;
    }
    void keep(const engine::FigureKey& key, const std::vector<double>& figures) override {
        known_[key] = figures;
    }
    engine::MapDigest digest_of(const shapes::Region& region) const override {
        engine::Parameters all;
        for (const shapes::Position p : region.positions()) {
            all.add(p.lon);
            all.add(p.lat);
        }
        return digest_of(std::string_view(all.bytes()));
    }
    engine::MapDigest digest_of(std::string_view bytes) const override {
        engine::MapDigest digest = {};
        const std::size_t hash = std::hash<std::string_view>{}(bytes);
        std::memcpy(digest.data(), &hash, sizeof hash);
        return digest;
    }

  private:
    std::map<engine::FigureKey, std::vector<double>> known_;
};

/// All that can be remembered of three maps.
engine::Plan remembered_plan() {
    engine::Plan plan;
    engine::Wanted& wanted = plan.pairs[{0, 1, kLevel}];
    wanted.change = wanted.second_opinion = true;
    for (const Measure measure : {Measure::lost, Measure::net}) {
        wanted.errors.emplace(measure, ErrorModel::redrawn);
        wanted.errors.emplace(measure, ErrorModel::retraced);
    }
    plan.ever.insert({Measure::lost, {0, 2, kLevel}});
    plan.reached.insert({0, 2, kLevel, Measure::lost, 1.0, 100.0});
    plan.rows = true;
    return plan;
}

/// The three maps, whose figures are kept.
engine::SourceReport remembering_maps() {
    const auto memory = std::make_shared<Memory>();
    auto report = three_maps();
    std::uint8_t number = 0;
    for (engine::Snapshot& snapshot : report.timeline.snapshots) {
        snapshot.boundary.identity = {{++number}, {}, memory};
    }
    return report;
}

void let_nobody_look(engine::SourceReport& report) {
    for (engine::Snapshot& snapshot : report.timeline.snapshots) {
        snapshot.boundary.regions = engine::RegionsOnDemand(
            []() -> engine::MapRegions { throw std::logic_error("a map is looked at"); });
    }
}

} // namespace

TEST_CASE("what was measured of the same drawings is looked up") {
    auto report = remembering_maps();
    const auto known = engine::known_maps(report, false);
    const engine::Plan plan = remembered_plan();
    const auto unknown = three_maps();
    const auto alone = engine::measure({unknown, known}, plan, {});
    const auto first = engine::measure({report, known}, plan, {});
    let_nobody_look(report);
    const auto again = engine::measure({report, known}, plan, {});
    const engine::MapPair pair{0, 1, kLevel};
    for (const auto& [measure, model] : plan.pairs.at(pair).errors) {
        const engine::BoundaryError& error = *again.error(pair, measure, model);
        for (const engine::BoundaryError* other :
             {first.error(pair, measure, model), alone.error(pair, measure, model)}) {
            CHECK(error.model == other->model);
            CHECK(error.sigma == other->sigma);
            CHECK(error.bias == other->bias);
            CHECK(error.correction == other->correction);
            CHECK(error.moving_km == other->moving_km);
            CHECK(error.shared_km == other->shared_km);
            CHECK(error.traced_twice_km == other->traced_twice_km);
            CHECK(error.first_order_valid == other->first_order_valid);
        }
    }
    const engine::SelfCheck& check = again.pair(pair).check.value();
    const engine::SelfCheck& afresh = alone.pair(pair).check.value();
    CHECK(check.ok);
    CHECK(check.second_method == afresh.second_method);
    CHECK(check.second_lost == afresh.second_lost);
    CHECK(check.bound == afresh.bound);
    CHECK(check.residual_bound == afresh.residual_bound);
    CHECK(check.residual == afresh.residual);
    CHECK(again.ever({Measure::lost, {0, 2, kLevel}}) ==
          alone.ever({Measure::lost, {0, 2, kLevel}}));
    CHECK(again.reached(*plan.reached.begin()) == 1);
}

TEST_CASE("what depends on something else is not looked up") {
    auto report = remembering_maps();
    const auto known = engine::known_maps(report, false);
    const engine::Plan plan = remembered_plan();
    engine::measure({report, known}, plan, {});
    let_nobody_look(report);
    const engine::MapPair pair{0, 1, kLevel};
    auto drawn_otherwise = report;
    drawn_otherwise.accuracy = engine::SourceAccuracy{1.0, 10.0, "a test's"};
    CHECK_THROWS_AS(engine::measure({drawn_otherwise, known}, plan, {}), std::logic_error);
    const shapes::Region outline = box(30, 48, 30.5, 49);
    CHECK_THROWS_AS(engine::measure({report, known, &outline}, plan, {}), std::logic_error);
    const shapes::ValidRegion within = shapes::validate(outline).region;
    CHECK_THROWS_AS(engine::measure({report, known, nullptr, &within, &outline}, plan, {}),
                    std::logic_error);

    engine::Plan errors; // each kind alone, so that nothing else is missed first
    errors.pairs[pair].errors.emplace(Measure::lost, ErrorModel::redrawn);
    engine::Plan ever;
    ever.ever.insert({Measure::lost, {0, 2, kLevel}});
    for (const engine::Plan* one : {&errors, &ever}) {
        CHECK_NOTHROW(engine::measure({report, known}, *one, {}));
        CHECK_THROWS_AS(engine::measure({report, known, nullptr, &within, &outline}, *one, {}),
                        std::logic_error);
    }
    drawn_otherwise.accuracy = engine::SourceAccuracy{2.0, 5.0, "a test's"};
    CHECK_THROWS_AS(engine::measure({drawn_otherwise, known}, errors, {}), std::logic_error);
}

TEST_CASE(
    "the map by which a figure was reached is the same, whether rows rule others out or not") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    const auto rows = engine::measure(report.timeline);
    std::size_t reached = 0;
    for (const Measure measure : {Measure::lost, Measure::gained, Measure::net}) {
        for (const double sign : {1.0, -1.0}) {
            engine::Plan plan;
            for (double km2 = 500.0; km2 < 20'000.0; km2 += 500.0) {
                plan.reached.insert({0, 2, kLevel, measure, sign, km2});
            }
            const auto without = engine::measure({report, known}, plan, {});
            const auto with =
                engine::measure({report, known, nullptr, nullptr, nullptr, &rows}, plan, {});
            for (const engine::FirstReached& first : plan.reached) {
                CAPTURE(first.figure_km2);
                CHECK(with.reached(first) == without.reached(first));
                reached += with.reached(first) ? 1U : 0U;
            }
        }
    }
    CHECK(reached > 0);
}

TEST_CASE("the error of a pair is that of the two maps, whatever else is measured of it") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    engine::Wanted& wanted = plan.pairs[{0, 1, kLevel}];
    wanted.change = wanted.regions = true;
    for (const Measure measure : {Measure::lost, Measure::gained, Measure::net}) {
        wanted.errors.emplace(measure, ErrorModel::redrawn);
        wanted.errors.emplace(measure, ErrorModel::retraced);
    }
    plan.pairs[{0, 1, ControlClass::contested}].change = true;
    const auto measured = engine::measure({report, known}, plan, {});
    const auto& snapshots = report.timeline.snapshots;
    for (const auto& [measure, model] : wanted.errors) {
        const engine::BoundaryError* error = measured.error({0, 1, kLevel}, measure, model);
        REQUIRE(error != nullptr);
        const auto alone = engine::boundary_error(
            snapshots[0].boundary.held_at(kLevel), snapshots[1].boundary.held_at(kLevel), measure,
            model, report.accuracy->at(kLevel), engine::EdgeSet());
        CHECK(error->sigma == alone.sigma);
        CHECK(error->moving_km == alone.moving_km);
        CHECK(error->sigma > shapes::Area{});
    }
    const engine::MeasuredPair& pair = measured.pair({0, 1, kLevel});
    REQUIRE(pair.regions);
    CHECK(shapes::ellipsoidal_area(pair.regions->lost).km2() ==
          doctest::Approx(boxes::zone_km2(30, 48, 31, 49)).epsilon(1e-9));
    // Where a source draws no contested areas, their level is that of the confirmed ones.
    CHECK(&measured.pair({0, 1, ControlClass::contested}) == &pair);
}

TEST_CASE("GEOS beside our own errors changes neither, on any number of threads") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    const std::vector<engine::MapPair> pairs{
        {0, 1, kLevel}, {0, 2, kLevel}, {1, 2, kLevel}, {2, 2, kLevel}};
    for (const engine::MapPair& pair : pairs) {
        engine::Wanted& wanted = plan.pairs[pair];
        wanted.change = pair.before != pair.after;
        wanted.held = !wanted.change;
        wanted.regions = wanted.second_opinion = true;
        wanted.errors.emplace(wanted.held ? Measure::held : Measure::lost, ErrorModel::retraced);
    }
    engine::VerifyOptions many;
    many.threads = 3;
    const auto one = engine::measure({report, known}, plan, {});
    const auto three = engine::measure({report, known}, plan, many);
    for (const engine::MapPair& pair : pairs) {
        const engine::SelfCheck& alone = one.pair(pair).check.value();
        const engine::SelfCheck& beside = three.pair(pair).check.value();
        CHECK(alone.ok);
        CHECK(beside.ok);
        REQUIRE(alone.second_lost);
        CHECK(alone.second_lost == beside.second_lost);
        CHECK(alone.second_gained == beside.second_gained);
        const Measure measure = pair.before != pair.after ? Measure::lost : Measure::held;
        CHECK(one.error(pair, measure, ErrorModel::retraced)->sigma ==
              three.error(pair, measure, ErrorModel::retraced)->sigma);
        CHECK(one.pair(pair).regions->lost.region() == three.pair(pair).regions->lost.region());
    }
    CHECK(three.pair({0, 1, kLevel}).check->second_lost->km2() ==
          doctest::Approx(boxes::zone_km2(30, 48, 31, 49)).epsilon(1e-6));
}

TEST_CASE("what no plan asked for is not there, and nothing is measured by asking") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    plan.pairs[{0, 2, kLevel}].change = true;
    const auto measured = engine::measure({report, known}, plan, {});
    CHECK(measured.pair({0, 2, kLevel}).change.value().area.lost.km2() > 0.0);
    CHECK_FALSE(measured.pair({0, 2, kLevel}).regions);
    CHECK_FALSE(measured.pair({0, 2, kLevel}).check);
    CHECK_THROWS_AS(measured.pair({0, 1, kLevel}), std::logic_error);
    CHECK_THROWS_AS(measured.error({0, 2, kLevel}, Measure::lost, ErrorModel::redrawn),
                    std::logic_error);
    CHECK(measured.rows().empty());
}

TEST_CASE("each place counts once of what changed hands to and fro") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    const engine::EverChanged ever{Measure::lost, {0, 2, kLevel}};
    const engine::FirstReached first{
        0, 2, kLevel, Measure::gained, 1.0, 0.75 * boxes::zone_km2(34, 48, 35, 49)};
    plan.ever.insert(ever);
    plan.reached.insert(first);
    const auto measured = engine::measure({report, known}, plan, {});
    // Of the first map a degree, and half of the one that was won on the way.
    CHECK(measured.ever(ever).km2() ==
          doctest::Approx(1.5 * boxes::zone_km2(30, 48, 31, 49)).epsilon(1e-6));
    CHECK(measured.reached(first) == 1);
}
