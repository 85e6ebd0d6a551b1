// SPDX-License-Identifier: MIT
#include "tools/report/json.hpp"

#include "shapes/io/unsafe_text.hpp"

#include <nlohmann/json.hpp>

namespace report {

Json date_json(const std::optional<engine::Date>& date) {
    return date ? Json(date->iso()) : Json(nullptr);
}

void add_problems(Json& list, const std::string& path,
                  const std::vector<shapes::Problem>& problems) {
    for (const shapes::Problem& problem : problems) {
        Json row{{"file", path},           {"code", shapes::name(problem.code)},
                 {"lon", problem.at.lon},  {"lat", problem.at.lat},
                 {"count", problem.count}, {"text", problem.text}};
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

std::string document(const Json& json) {
    return shapes::io::escape_unsafe(json.dump(2, ' ', false, Json::error_handler_t::replace)) +
           '\n';
}

} // namespace report
