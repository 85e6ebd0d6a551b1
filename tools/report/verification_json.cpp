// SPDX-License-Identifier: MIT
#include "tools/report/json.hpp"
#include "tools/report/map_warning_text.hpp"
#include "tools/report/maps.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/verification.hpp"
#include "tools/report/warning_text.hpp"

#include <nlohmann/json.hpp>

namespace report {
namespace {

using engine::SourceVerdict;
using OptionalArea = std::optional<shapes::Area>;

Json km2_json(const OptionalArea& area) {
    return area ? Json(area->km2()) : Json(nullptr);
}

Json dated_json(const std::optional<engine::DatedArea>& dated) {
    return dated ? Json{{"date", dated->date.iso()}, {"km2", dated->area.km2()}} : Json(nullptr);
}

Json simulated_json(const std::optional<engine::SimulatedInterval>& simulated) {
    if (!simulated) {
        return nullptr;
    }
    return {{"model", engine::name(simulated->model)},
            {"runs", simulated->runs},
            {"seed", simulated->seed},
            {"sigma_km2", simulated->sigma.km2()},
            {"bias_km2", simulated->bias.km2()},
            {"low_km2", km2_json(simulated->interval.low)},
            {"high_km2", km2_json(simulated->interval.high)},
            {"replaces_first_order", simulated->replaces_first_order}};
}

Json errors_json(const std::vector<engine::BoundaryError>& errors) {
    Json list = Json::array();
    for (const engine::BoundaryError& error : errors) {
        list.push_back({{"model", engine::name(error.model)},
                        {"sigma_km2", error.sigma.km2()},
                        {"bias_km2", error.bias.km2()},
                        {"correction_km2", error.correction.km2()},
                        {"moving_km", error.moving_km},
                        {"shared_km", error.shared_km},
                        {"traced_twice_km", error.traced_twice_km},
                        {"first_order_valid", error.first_order_valid}});
    }
    return list;
}

Json interval_json(const engine::Interval& interval) {
    return {{"low_km2", km2_json(interval.low)}, {"high_km2", km2_json(interval.high)}};
}

// What the words of a measure can mean, measured: the two maps' difference, the balance, the sum
// from map to map, and each place once that changed hands at some time.
Json readings_json(const SourceVerdict& found, engine::Measure measure) {
    if (!found.readings) {
        return nullptr;
    }
    return {{engine::name(measure), interval_json(found.measured.interval)},
            {"net", interval_json(found.readings->net)},
            {"gross", interval_json(found.readings->gross)},
            {"ever", interval_json(found.readings->ever)}};
}

Json omitted_json(const std::vector<engine::Omission>& omitted) {
    Json list = Json::array();
    for (const engine::Omission& omission : omitted) {
        list.push_back({{"what", omission.what}, {"km2", omission.km2}});
    }
    return list;
}

Json measured_json(const engine::Measured& measured) {
    Json classes = Json::object();
    for (const engine::ClassTotal& total : measured.classes) {
        classes[engine::name(total.level)] = {{"low_km2", km2_json(total.measured.low)},
                                              {"high_km2", km2_json(total.measured.high)},
                                              {"sigma_km2", km2_json(total.sigma)},
                                              {"verdict", engine::name(total.verdict)}};
    }
    return {{"best_km2", km2_json(measured.best)},
            {"low_km2", km2_json(measured.interval.low)},
            {"high_km2", km2_json(measured.interval.high)},
            {"sigma_km2", km2_json(measured.sigma)},
            {"error_models", errors_json(measured.errors)},
            {"simulated", simulated_json(measured.simulated)},
            {"bracket",
             {{"before", dated_json(measured.bracket.before)},
              {"after", dated_json(measured.bracket.after)}}},
            {"baseline",
             {{"before", date_json(measured.baseline_before)},
              {"after", date_json(measured.baseline_after)}}},
            {"classes", std::move(classes)}};
}

Json sensitivity_json(const std::vector<engine::Shift>& shifts) {
    Json list = Json::array();
    for (const engine::Shift& shift : shifts) {
        list.push_back({{"of", shift.of == engine::Shift::Of::day ? "day" : "baseline"},
                        {"shift_days", shift.days},
                        {"plausible_baseline", shift.plausible},
                        {"date", shift.date.iso()},
                        {"km2", km2_json(shift.best)},
                        {"low_km2", km2_json(shift.interval.low)},
                        {"high_km2", km2_json(shift.interval.high)},
                        {"verdict", engine::name(shift.verdict)}});
    }
    return list;
}

// Of a bracket they are mostly our prior, how land changes hands between two maps, and say so.
Json probability_json(const SourceVerdict& found) {
    const auto& probability = found.probability;
    return probability ? Json{{"consistent", probability->consistent},
                              {"overstated", probability->overstated},
                              {"understated", probability->understated},
                              {"mostly_prior", found.rests_on_prior()}}
                       : Json(nullptr);
}

// Sentences for people, and beside them the same as code and values for programs.
void add_reasons(Json& json, const std::vector<engine::Reason>& reasons, const Language& in) {
    json["reasons"] = Json::array();
    json["reason_codes"] = Json::array();
    for (const engine::Reason& reason : reasons) {
        json["reasons"].push_back(reason_text(reason, in));
        json["reason_codes"].push_back(
            {{"code", engine::name(reason.code)}, {"values", reason_values(reason, in)}});
    }
}

// What a claim gave against one source.
Json source_verdict_json(const SourceVerdict& found, engine::Measure measure, const Language& in) {
    Json json{
        {"source", found.source},
        {"measured", measured_json(found.measured)},
        {"covered", found.covered},
        {"verdict", engine::name(found.verdict)},
        {"low", found.verdict == engine::Verdict::consistent && found.decision.far_beyond},
        {"readings", readings_json(found, measure)},
        {"omitted", omitted_json(found.omitted)},
        {"without_break", found.broken_by ? interval_json(found.without_break) : Json(nullptr)},
        {"strict_verdict", engine::name(found.strict_verdict)},
        {"label", text_or_null(found.label)},
        {"probability", probability_json(found)},
        {"ratio", found.ratio ? Json(*found.ratio) : Json(nullptr)},
        {"sensitivity", sensitivity_json(found.sensitivity)},
        {"reached", found.reached ? Json{{"after", found.reached->after.iso()},
                                         {"by", found.reached->by.iso()}}
                                  : Json(nullptr)},
        {"would_decide", text_or_null(would_decide_text(found.would_decide, in))}};
    add_reasons(json, found.reasons, in);
    return json;
}

Json claim_json(const engine::ClaimVerification& verified, const Language& in) {
    const engine::Claim& claim = verified.claim;
    Json json{
        {"id", claim.id},
        {"text", claim.text},
        {"stated", date_json(claim.stated)},
        {"since", date_json(claim.since)},
        {"as_of", date_json(claim.as_of)},
        {"measure", claim.measure_open ? Json(nullptr) : Json(engine::name(claim.measure))},
        {"speaker", text_or_null(claim.speaker)},
        {"figure_km2", claim.figure.figure_km2 ? Json(*claim.figure.figure_km2) : Json(nullptr)},
        {"band",
         {{"strict", band_json(claim.figure.strict)},
          {"lenient", band_json(claim.figure.lenient)}}}};
    // With one source its answer is the claim's; with several the first one's stands here, and each
    // has its own in by_source.
    if (!verified.by_source.empty()) {
        json.update(source_verdict_json(verified.by_source.front(), claim.measure, in));
    }
    if (verified.rate) {
        json["rate"] = {{"km2_a_day", verified.rate->km2_a_day}, {"days", verified.rate->days}};
    }
    if (verified.share) {
        const auto& polygon = verified.share->polygon_km2;
        json["share_of"] = {{"published_km2", verified.share->published_km2},
                            {"polygon_km2", polygon ? Json(*polygon) : Json(nullptr)}};
    }
    json["verdict"] = engine::name(verified.verdict);
    json["label"] = text_or_null(verified.label);
    json["spread"] = verified.spread ? Json{{"low_km2", km2_json(verified.spread->low)},
                                            {"high_km2", km2_json(verified.spread->high)}}
                                     : Json(nullptr);
    if (!verified.reasons.empty()) {
        add_reasons(json, verified.reasons, in);
    }
    json["choices"] = Json::array();
    for (const engine::MeasureChoice& choice : verified.choices) {
        const engine::Interval measured = choice.measured.value_or(engine::Interval{});
        json["choices"].push_back({{"measure", engine::name(choice.measure)},
                                   {"low_km2", km2_json(measured.low)},
                                   {"high_km2", km2_json(measured.high)},
                                   {"verdict", engine::name(choice.verdict)}});
    }
    json["warnings"] = Json::array();
    for (const engine::ClaimWarning& warning : claim.warnings) {
        json["warnings"].push_back(warning_text(warning, in));
    }
    json["by_source"] = Json::array();
    for (const SourceVerdict& found : verified.by_source) {
        json["by_source"].push_back(source_verdict_json(found, claim.measure, in));
    }
    return json;
}

Json self_check_json(const engine::SelfCheck& check) {
    Json json{{"ok", check.ok},
              {"relative_residual", check.relative_residual},
              {"second_method", text_or_null(check.second_method)},
              {"second_lost_km2", km2_json(check.second_lost)},
              {"second_gained_km2", km2_json(check.second_gained)},
              {"lost_km2", check.lost.km2()},
              {"gained_km2", check.gained.km2()},
              {"bound_km2", check.bound.km2()},
              {"error", text_or_null(check.error)}};
    add_finding(json, check);
    return json;
}

Json provenance_json(const engine::Provenance& provenance) {
    Json files = Json::array();
    for (const engine::InputFile& file : provenance.files) {
        files.push_back(
            {{"path", file.path}, {"sha256", text_or_null(file.sha256)}, {"bytes", file.bytes}});
    }
    return {{"program", provenance.program},
            {"libraries", provenance.libraries},
            {"options", provenance.options},
            {"files", std::move(files)}};
}

Json accuracy_json(const std::optional<engine::SourceAccuracy>& accuracy) {
    if (!accuracy) {
        return nullptr;
    }
    Json classes = Json::object();
    for (const engine::ControlClass level : engine::kControlClasses) {
        const engine::DisplacementField field = accuracy->at(level);
        classes[engine::name(level)] = {{"position_sigma_km", field.position_sigma_km},
                                        {"correlation_km", field.correlation_km}};
    }
    return {{"position_sigma_km", accuracy->position_sigma_km},
            {"correlation_km", accuracy->correlation_km},
            {"classes", std::move(classes)},
            {"origin", engine::name(accuracy->origin)},
            {"reason", accuracy->reason}};
}

Json source_json(const engine::SourceReport& source, const Language& in) {
    Json alarms = Json::array();
    for (const engine::Alarm& alarm : source.alarms) {
        alarms.push_back(alarm_json(alarm, in));
    }
    return {{"name", source.name},
            {"profile", source.profile},
            {"credit", text_or_null(source.credit)},
            {"licence", text_or_null(source.licence)},
            {"map_hour", text_or_null(source.map_hour)},
            {"error", accuracy_json(source.accuracy)},
            {"fixed_outline",
             {{"by", engine::name(source.outline.by)},
              {"first", date_json(source.outline.first)},
              {"last", date_json(source.outline.last)}}},
            {"snapshots", snapshots_json(source.timeline, source.rows)},
            {"alarms", std::move(alarms)}};
}

} // namespace

std::string verification_json(const engine::Verification& verification) {
    const Language& in = language_of(verification);
    Json claims = Json::array();
    for (const engine::ClaimVerification& claim : verification.claims) {
        claims.push_back(claim_json(claim, in));
    }
    Json consistency = Json::array();
    for (const engine::ConsistencyFinding& finding : verification.consistency) {
        consistency.push_back(
            {{"code", engine::name(finding.code)},
             {"agrees", finding.agrees},
             {"claims", finding.claims},
             {"text", consistency_text(finding.figures, Figures(in, AreaUnit::km2))}});
    }
    Json sources = Json::array();
    for (const engine::SourceReport& source : verification.sources) {
        sources.push_back(source_json(source, in));
    }
    return document("verify", {{"generator", "areaclaim"},
                               {"case", verification.the_case.title},
                               {"holder", text_or_null(verification.the_case.holder)},
                               {"edges", name(verification.options.edges)},
                               {"reasons_lang", in.code()},
                               {"scale", text_or_null(verification.scale)},
                               {"claims", std::move(claims)},
                               {"consistency", std::move(consistency)},
                               {"sources", std::move(sources)},
                               {"self_check", self_check_json(verification.self_check)},
                               {"warnings", map_warning_texts(verification.warnings, in)},
                               {"provenance", provenance_json(verification.provenance)}});
}

} // namespace report
