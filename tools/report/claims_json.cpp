// SPDX-License-Identifier: MIT
#include "tools/report/claims.hpp"
#include "tools/report/consistency_text.hpp"
#include "tools/report/json.hpp"
#include "tools/report/warning_text.hpp"

#include <nlohmann/json.hpp>

namespace report {
namespace {

template<typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json claim_json(const engine::TextClaim& claim) {
    const Language& english = Language::of("en");
    Json readings = Json::array();
    for (const engine::Reading& reading : claim.readings) {
        readings.push_back({{"figure_km2", reading.figure_km2}, {"why", english.words(reading)}});
    }
    Json again = Json::array();
    for (const engine::TextSpan& span : claim.again) {
        again.push_back({{"begin", span.begin}, {"end", span.end}});
    }
    Json warnings = Json::array();
    Json codes = Json::array();
    for (const engine::ClaimWarning& warning : claim.warnings) {
        warnings.push_back(warning_text(warning, english));
        codes.push_back(engine::name(warning.code));
    }
    return {{"text", claim.text},
            {"begin", claim.begin},
            {"end", claim.end},
            {"line", claim.line},
            {"column", claim.column},
            {"sentence", claim.sentence},
            {"lang", claim.lang},
            {"again", std::move(again)},
            {"kind", engine::name(claim.kind)},
            {"figure_km2", or_null(claim.figure_km2)},
            {"low_km2", or_null(claim.low_km2)},
            {"high_km2", or_null(claim.high_km2)},
            {"band", {{"strict", band_json(claim.strict)}, {"lenient", band_json(claim.lenient)}}},
            {"hedge", text_or_null(claim.hedge)},
            {"unit", text_or_null(claim.unit)},
            {"value", or_null(claim.value)},
            {"yardstick", text_or_null(claim.yardstick)},
            {"ratio", or_null(claim.ratio)},
            {"count", or_null(claim.count)},
            {"stated", date_json(claim.stated.date)},
            {"since", date_json(claim.since.date)},
            {"as_of", date_json(claim.as_of.date)},
            {"words",
             {{"stated", text_or_null(claim.stated.words)},
              {"since", text_or_null(claim.since.words)},
              {"as_of", text_or_null(claim.as_of.words)}}},
            {"measure", claim.measure ? Json(engine::name(*claim.measure)) : Json(nullptr)},
            {"place", text_or_null(claim.place)},
            {"except", text_or_null(claim.except)},
            {"direction", text_or_null(engine::name(claim.direction))},
            {"speaker", text_or_null(claim.speaker)},
            {"outlet", text_or_null(claim.outlet)},
            {"readings", std::move(readings)},
            {"warnings", std::move(warnings)},
            {"warning_codes", std::move(codes)}};
}

} // namespace

std::string claims_json(const ReadText& text) {
    Json list = Json::array();
    for (const engine::TextClaim& claim : text.claims) {
        list.push_back(claim_json(claim));
    }
    Json consistency = Json::array();
    const Figures figures(Language::of("en"), AreaUnit::km2);
    for (const engine::Consistency& found : text.consistency) {
        consistency.push_back({{"code", engine::name(found.code)},
                               {"agrees", found.agrees},
                               {"claims", found.claims},
                               {"text", consistency_text(found.figures, figures)}});
    }
    return document("claims",
                    {{"claims", std::move(list)}, {"consistency", std::move(consistency)}});
}

std::string yardsticks_json(const std::vector<const engine::Yardstick*>& yardsticks) {
    Json list = Json::array();
    for (const engine::Yardstick* yardstick : yardsticks) {
        list.push_back({{"name", yardstick->name},
                        {"kind", yardstick->kind},
                        {"aliases", yardstick->aliases},
                        {"land_km2", yardstick->land_km2},
                        {"total_km2", yardstick->total_km2},
                        {"low_km2", yardstick->low_km2},
                        {"high_km2", yardstick->high_km2},
                        {"year", yardstick->year},
                        {"source", yardstick->source},
                        {"note", yardstick->note}});
    }
    return document("yardstick", {{"yardsticks", std::move(list)}});
}

} // namespace report
