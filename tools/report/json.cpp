// SPDX-License-Identifier: MIT
#include "tools/report/json.hpp"

#include "shapes/io/unsafe_text.hpp"
#include "tools/report/problem_kind.hpp"
#include "tools/report/self_check.hpp"

#include <nlohmann/json.hpp>

namespace report {

Json date_json(const std::optional<engine::Date>& date) {
    return date ? Json(date->iso()) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json band_json(const std::optional<engine::Band>& band) {
    return band ? Json{band->low_km2, band->high_km2} : Json(nullptr);
}

void add_problems(Json& list, const std::string& path,
                  const std::vector<shapes::Problem>& problems) {
    for (const shapes::Problem& problem : problems) {
        Json row{{"file", path},           {"code", shapes::name(problem.code)},
                 {"lon", problem.at.lon},  {"lat", problem.at.lat},
                 {"count", problem.count}, {"text", problem.text}};
        row["fault"] = is_fault(problem.code);
        row["feature"] = problem.feature ? Json(*problem.feature) : Json(nullptr);
        row["ring"] = problem.ring ? Json(*problem.ring) : Json(nullptr);
        if (problem.other_ring) {
            row["other_feature"] =
                problem.other_feature ? Json(*problem.other_feature) : Json(nullptr);
            row["other_ring"] = *problem.other_ring;
        }
        list.push_back(std::move(row));
    }
}

void add_finding(Json& self_check, const engine::SelfCheck& check) {
    self_check["ok"] = check.ok;
    self_check["finding"] = name(check.finding);
    self_check["others"] = Json::array();
    for (const engine::OtherAnswer& other : check.others) {
        self_check["others"].push_back({{"method", other.method},
                                        {"lost_km2", other.lost.km2()},
                                        {"gained_km2", other.gained.km2()}});
    }
    const std::string note = self_check_note(check);
    self_check["note"] = note.empty() ? Json(nullptr) : Json(note);
}

std::string json_text(const Json& json) {
    return shapes::io::escape_unsafe(json.dump(2, ' ', false, Json::error_handler_t::replace)) +
           '\n';
}

std::string document(const char* command, const Json& json) {
    Json named{{"schema", std::string("areaclaim/") + command + "/1"}};
    named.update(json);
    return json_text(named);
}

} // namespace report
