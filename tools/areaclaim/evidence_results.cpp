// SPDX-License-Identifier: MIT
#include "tools/areaclaim/evidence_results.hpp"

#include "engine/input_error.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/evidence/claim_review.hpp"
#include "tools/page/page.hpp"
#include "tools/report/qgis.hpp"
#include "tools/report/verification.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

namespace areaclaim {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostDifferences = 20;

// What is shown of a value: enough to see the difference.
std::string shown(const Json& value) {
    const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    constexpr std::size_t kMost = 80;
    return text.size() <= kMost ? text : text.substr(0, kMost) + "…";
}

void compare(const Json& was, const Json& is, const std::string& place,
             std::vector<std::string>& differences) {
    if (differences.size() >= kMostDifferences || was == is) {
        return;
    }
    if (was.is_object() && is.is_object()) {
        for (const auto& [key, value] : was.items()) {
            compare(value, is.contains(key) ? is.at(key) : Json(), place + "." + key, differences);
        }
        for (const auto& [key, value] : is.items()) {
            if (!was.contains(key)) {
                differences.push_back(place + "." + key + ": new, " + shown(value));
            }
        }
        return;
    }
    if (was.is_array() && is.is_array() && was.size() == is.size()) {
        for (std::size_t i = 0; i < was.size(); ++i) {
            compare(was[i], is[i], place + "[" + std::to_string(i) + "]", differences);
        }
        return;
    }
    differences.push_back(place + ": was " + shown(was) + ", is " + shown(is));
}

Json without_versions(Json json) {
    if (json.contains("provenance")) {
        json["provenance"].erase("program");
        json["provenance"].erase("libraries");
    }
    if (json.contains("self_check")) {
        json["self_check"].erase("second_method"); // GEOS with its version
    }
    return json;
}

// Paths are told as the run named them, and two runs may name one file differently.
Json without_paths(Json json) {
    if (json.is_object()) {
        json.erase("path");
        json.erase("provenance");
        json.erase("reasons");      // may name a file
        json.erase("reason_codes"); // likewise
        json.erase("alarms");
        json.erase("case");
    }
    if (json.is_structured()) {
        for (auto& [key, value] : json.items()) {
            value = without_paths(std::move(value));
        }
    }
    return json;
}

// What is told of the maps, without their paths. Which files of an archive were left out can only
// be told where they are.
std::vector<engine::MapWarning> told_of_maps(const engine::Verification& verification) {
    std::vector<engine::MapWarning> told;
    for (engine::MapWarning warning : verification.warnings) {
        if (warning.code == engine::MapWarningCode::far_maps_unread) {
            continue;
        }
        warning.paths.clear();
        if (warning.reader) {
            warning.reader->name.clear(); // libraries begin with the path
        }
        told.push_back(std::move(warning));
    }
    return told;
}

// Without what names paths, see told_of_maps.
Json figures_of(const engine::Verification& verification) {
    Json json = Json::parse(report::verification_json(verification));
    json.erase("warnings");
    return without_paths(std::move(json));
}

void compare_json(const std::string& was, const Json& is, const std::string& name,
                  std::vector<std::string>& differences) {
    const Json stored = Json::parse(was, nullptr, false);
    if (stored.is_discarded()) {
        differences.push_back(name + ": is no JSON any more");
    } else {
        compare(without_versions(stored), without_versions(is), name, differences);
    }
}

} // namespace

std::vector<Result> results_of(const engine::Verification& verification) {
    const report::ChangeMap map = report::change_map(verification);
    return {{"verification.json", "Every figure and verdict, by docs/schema/verify.schema.json",
             report::verification_json(verification)},
            {"changes.geojson", "The regions behind the figures",
             report::geojson(map, report::Coordinates::centimetres)},
            {"changes.qml", "How QGIS draws them", report::qgis_style()},
            {"report.html", "The page for readers", page::verification_page(verification)},
            {"claimreview.jsonld", "The verdicts as ClaimReview of schema.org, to be completed",
             evidence::claim_review(verification)}};
}

std::vector<std::string> figures_that_differ(const engine::Verification& a,
                                             const engine::Verification& b) {
    std::vector<std::string> differences;
    compare(figures_of(a), figures_of(b), "verification.json", differences);
    if (told_of_maps(a) != told_of_maps(b)) {
        differences.emplace_back("verification.json.warnings");
    }
    return differences;
}

std::vector<std::string> results_that_differ(const std::string& folder,
                                             const engine::Verification& again, bool same_program) {
    std::vector<std::string> differences;
    for (const Result& result : results_of(again)) {
        const std::string path = (std::filesystem::path(folder) / result.name).string();
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) {
            differences.push_back(result.name + ": is not there any more");
            continue;
        }
        const std::string was = read_text(path);
        if (was == result.content) {
            continue;
        }
        if (result.name == "verification.json") {
            compare_json(was, Json::parse(result.content), result.name, differences);
        } else if (same_program || result.name == "changes.geojson") {
            differences.push_back(result.name + ": has other content");
        }
    }
    return differences;
}

} // namespace areaclaim
