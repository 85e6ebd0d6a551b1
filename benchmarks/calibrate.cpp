// SPDX-License-Identifier: MIT
#include "benchmarks/calibration.hpp"
#include "benchmarks/synthetic.hpp"

#include "engine/judge/judge_claim.hpp"
#include "engine/measure/measure.hpp"
#include "engine/measure/plan.hpp"
#include "engine/timeline/timeline.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <optional>
#include <thread>
#include <utility>

namespace {

constexpr int kDrawsPerCampaign = 5;
constexpr double kMissing = 0.35; ///< share of days without a map
constexpr double k95 = 1.959963984540054;

/// A figure with a band of a width drawn at random.
engine::TextClaim figure(double km2, engine::NormalSource& random) {
    constexpr std::array kHalfWidths{0.05, 0.1, 0.15, 0.25};
    const double width = kHalfWidths[static_cast<std::size_t>(random.uniform() * 4.0)];
    engine::TextClaim figure;
    figure.figure_km2 = km2;
    figure.lenient = engine::Band{(1.0 - width) * km2, (1.0 + width) * km2};
    figure.strict = figure.lenient;
    return figure;
}

/// A claim about the loss from day 0 to `day`: the truth, distorted.
engine::Claim claim_about(double truth_km2, int day, engine::NormalSource& random) {
    engine::Claim claim;
    claim.id = "synthetic";
    claim.measure = engine::Measure::lost;
    claim.since = engine::Date::from_ymd(2022, 9, 1);
    claim.stated = claim.since->plus_days(day);
    claim.figure = figure(truth_km2 * std::exp(0.3 * random.normal()), random);
    return claim;
}

/// The same with another figure, from anywhere in the bracket and a fifth of it around.
engine::Claim independent(engine::Claim claim, const CalibrationCase& bracket,
                          engine::NormalSource& random) {
    const double around = 0.2 * (bracket.high_km2 - bracket.low_km2);
    const double low = std::max(0.0, bracket.low_km2 - around);
    claim.figure = figure(random.between(low, bracket.high_km2 + around), random);
    return claim;
}

/// Day 0 and the last day always have a map, so that every claim is bracketed.
std::vector<engine::ControlBoundary> some_of(std::vector<engine::ControlBoundary> maps,
                                             engine::NormalSource& random) {
    std::vector<engine::ControlBoundary> kept;
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (i == 0 || i + 1 == maps.size() || random.uniform() >= kMissing) {
            kept.push_back(std::move(maps[i]));
        }
    }
    return kept;
}

engine::VerifyOptions verify_options(engine::ErrorModel model) {
    engine::VerifyOptions how;
    how.error_model = model;
    how.sensitivity_days = 0;
    return how;
}

/// What else "lost" may mean is not calibrated, and nothing is computed twice.
engine::SourceVerdict verdict(const engine::SourceReport& report, const engine::Claim& claim,
                              const engine::VerifyOptions& how) {
    const engine::KnownMaps known = engine::known_maps(report, false);
    engine::Plan plan = engine::plan(claim, known, false, how).inside;
    plan.rows = false;
    plan.ever.clear();
    for (auto& [pair, wanted] : plan.pairs) {
        wanted.second_opinion = false;
    }
    const auto measured = engine::measure({report, known}, plan, how);
    return engine::judge_claim(claim, {measured}, how).result;
}

CalibrationCase judged(const engine::SourceReport& report, const engine::Claim& claim,
                       double truth_km2, const engine::VerifyOptions& how) {
    const engine::SourceVerdict result = verdict(report, claim, how);
    const engine::BoundaryError& error = result.measured.errors.front();
    CalibrationCase one;
    one.truth_km2 = truth_km2;
    one.exact = result.measured.best.has_value();
    one.first_order_valid = error.first_order_valid;
    if (result.measured.simulated) {
        one.low_km2 = result.measured.simulated->interval.low->km2();
        one.high_km2 = result.measured.simulated->interval.high->km2();
    } else {
        const double reach = k95 * error.sigma.km2();
        one.low_km2 = (*result.measured.interval.low - error.correction).km2() - reach;
        one.high_km2 = (*result.measured.interval.high - error.correction).km2() + reach;
    }
    one.probability = *result.probability;
    one.verdict = result.verdict;
    const auto truth = shapes::Area::from_km2(truth_km2);
    one.true_verdict = engine::compare({truth, truth}, *claim.figure.lenient);
    return one;
}

/// The cases of one campaign: first-order ones, and some of those for which it does not hold again
/// by simulation.
ModelCalibration campaign_cases(engine::ErrorModel model, const CalibrationOptions& options,
                                std::uint64_t number) {
    engine::NormalSource random(
        options.seed + (model == engine::ErrorModel::retraced ? 1000003 : 0), number);
    ModelCalibration found;
    const Campaign campaign(random, model);
    const engine::SourceAccuracy accuracy{campaign.field().position_sigma_km,
                                          campaign.field().correlation_km, "known"};
    for (int d = 0; d < kDrawsPerCampaign; ++d) {
        engine::SourceReport report;
        report.accuracy = accuracy;
        report.timeline =
            engine::build_timeline("synthetic", some_of(campaign.draw(random), random));
        const int day = 1 + static_cast<int>(random.uniform() * (Campaign::kDays - 2));
        const double truth = campaign.lost_km2(day);
        const engine::Claim claim = claim_about(truth, day, random);
        engine::VerifyOptions how = verify_options(model);
        found.first_order.push_back(judged(report, claim, truth, how));
        if (!found.first_order.back().exact) {
            const engine::Claim other = independent(claim, found.first_order.back(), random);
            found.independent.push_back(judged(report, other, truth, how));
        }
        const bool again = number * kDrawsPerCampaign % 7 == 0 && // a few campaigns have plenty
                           !found.first_order.back().first_order_valid &&
                           found.first_order.back().exact;
        if (again) {
            how.simulation = engine::SimulationOptions{options.runs, options.seed + number, 1, {}};
            found.simulated.push_back(judged(report, claim, truth, how));
        }
    }
    return found;
}

bool is_exact(const CalibrationCase& c) {
    return c.exact && c.first_order_valid;
}

} // namespace

std::vector<CalibrationCase> ModelCalibration::exact() const {
    std::vector<CalibrationCase> chosen;
    std::ranges::copy_if(first_order, std::back_inserter(chosen), is_exact);
    return chosen;
}

std::vector<CalibrationCase> ModelCalibration::bracketed() const {
    std::vector<CalibrationCase> chosen;
    std::ranges::copy_if(first_order, std::back_inserter(chosen),
                         [](const CalibrationCase& c) { return !c.exact; });
    return chosen;
}

ModelCalibration calibrate(engine::ErrorModel model, const CalibrationOptions& options) {
    constexpr std::uint64_t kBatch = 200; // campaigns; whole ones, so that threads change nothing
    ModelCalibration all;
    all.model = model;
    for (std::uint64_t first = 0; std::ranges::count_if(all.first_order, is_exact) < options.cases;
         first += kBatch) {
        std::vector<ModelCalibration> batch(kBatch);
        std::atomic<std::uint64_t> next{0};
        const auto work = [&] {
            for (std::uint64_t i = next++; i < kBatch; i = next++) {
                batch[i] = campaign_cases(model, options, first + i);
            }
        };
        {
            std::vector<std::jthread> others;
            for (int t = 1; t < options.threads; ++t) {
                others.emplace_back(work);
            }
            work();
        }
        for (const ModelCalibration& one : batch) {
            all.first_order.insert(all.first_order.end(), one.first_order.begin(),
                                   one.first_order.end());
            all.independent.insert(all.independent.end(), one.independent.begin(),
                                   one.independent.end());
            for (const CalibrationCase& c : one.simulated) {
                if (all.simulated.size() < static_cast<std::size_t>(options.simulated)) {
                    all.simulated.push_back(c);
                }
            }
        }
    }
    return all;
}

Reliability reliability(const std::vector<CalibrationCase>& cases) {
    Reliability result;
    for (const CalibrationCase& c : cases) {
        const engine::Probability& p = c.probability;
        for (const auto& [predicted, verdict] :
             {std::pair{p.consistent, engine::Verdict::consistent},
              std::pair{p.overstated, engine::Verdict::overstated},
              std::pair{p.understated, engine::Verdict::understated}}) {
            auto& one =
                result
                    .classes[std::min<std::size_t>(9, static_cast<std::size_t>(predicted * 10.0))];
            ++one.cases;
            one.predicted += predicted;
            one.observed += c.true_verdict == verdict ? 1.0 : 0.0;
        }
    }
    for (auto& one : result.classes) {
        if (one.cases > 0) {
            one.predicted /= static_cast<double>(one.cases);
            one.observed /= static_cast<double>(one.cases);
        }
    }
    return result;
}
