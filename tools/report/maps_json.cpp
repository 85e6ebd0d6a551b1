// SPDX-License-Identifier: MIT
#include "tools/report/json.hpp"
#include "tools/report/maps.hpp"

#include <nlohmann/json.hpp>

namespace report {
namespace {

Json classes_json(const MapArea& map) {
    Json classes = Json::object();
    for (const MapArea::Level& level : map.levels) {
        classes[std::string(engine::name(level.level)) + "_km2"] = level.held.km2();
    }
    return classes;
}

Json map_json(const MapArea& map) {
    return {{"path", map.path},
            {"profile", map.profile},
            {"file_date", date_json(map.file_date)},
            {"map_date", date_json(map.map_date)},
            {"held_km2", map.held.km2()},
            {"counting", engine::name(map.counting)},
            {"classes", classes_json(map)}};
}

Json box_json(const shapes::Box& box) {
    return box.empty() ? Json(nullptr) : Json{box.west, box.south, box.east, box.north};
}

} // namespace

std::string area_json(const std::vector<MapArea>& maps, const std::vector<std::string>& unread) {
    Json files = Json::array();
    for (const MapArea& map : maps) {
        Json row = map_json(map);
        row["problems"] = Json::array();
        add_problems(row["problems"], map.path, map.problems);
        files.push_back(std::move(row));
    }
    return document("area", {{"files", std::move(files)}, {"unread", unread}});
}

std::string difference_json(const Difference& difference) {
    Json self_check{{"relative_residual", difference.relative_residual}};
    if (difference.second) {
        self_check["second_method"] = difference.second->method;
        self_check["second_lost_km2"] = difference.second->lost.km2();
        self_check["second_gained_km2"] = difference.second->gained.km2();
    }
    add_finding(self_check, difference.check);
    Json problems = Json::array();
    add_problems(problems, difference.before.path, difference.before.problems);
    add_problems(problems, difference.after.path, difference.after.problems);
    return document("diff", {{"before", map_json(difference.before)},
                             {"after", map_json(difference.after)},
                             {"lost_km2", difference.lost.km2()},
                             {"gained_km2", difference.gained.km2()},
                             {"net_km2", difference.net().km2()},
                             {"unchanged_km2", difference.unchanged.km2()},
                             {"edges", name(difference.edges)},
                             {"self_check", std::move(self_check)},
                             {"problems", std::move(problems)}});
}

std::string inspection_json(const std::vector<Inspection>& files) {
    Json list = Json::array();
    for (const Inspection& file : files) {
        Json maps = Json::array();
        for (const MapArea& map : file.maps) {
            maps.push_back(map_json(map));
        }
        Json problems = Json::array();
        add_problems(problems, file.path, file.problems);
        list.push_back({{"path", file.path},
                        {"format", file.format},
                        {"crs", file.crs.empty() ? Json(nullptr) : Json(file.crs)},
                        {"profile", file.profile.empty() ? Json(nullptr) : Json(file.profile)},
                        {"features", file.features},
                        {"polygons", file.polygons},
                        {"rings", file.rings},
                        {"vertices", file.vertices},
                        {"bbox", box_json(file.box)},
                        {"contents", file.contents},
                        {"maps", std::move(maps)},
                        {"problems", std::move(problems)},
                        {"warnings", file.warnings}});
    }
    return document("inspect", {{"files", std::move(list)}});
}

} // namespace report
