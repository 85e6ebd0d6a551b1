// SPDX-License-Identifier: MIT
#include "tests/support/plain_geojson.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace support {
namespace {

using nlohmann::json;
using shapes::Region;

void add_polygon(Region& region, const json& rings) {
    region.add_polygon();
    for (const json& ring : rings) {
        region.add_ring();
        for (const json& position : ring) {
            region.add({position.at(0).get<double>(), position.at(1).get<double>()});
        }
        region.close_ring();
    }
}

void add_geometry(Region& region, const json& geometry) {
    if (geometry.is_null()) {
        return;
    }
    const auto& type = geometry.at("type").get_ref<const std::string&>();
    if (type == "Polygon") {
        add_polygon(region, geometry.at("coordinates"));
    } else if (type == "MultiPolygon") {
        for (const json& polygon : geometry.at("coordinates")) {
            add_polygon(region, polygon);
        }
    } else if (type == "GeometryCollection") {
        for (const json& part : geometry.at("geometries")) {
            add_geometry(region, part);
        }
    }
}

Properties properties_of(const json& feature) {
    Properties out;
    const auto found = feature.find("properties");
    if (found != feature.end() && found->is_object()) {
        for (const auto& [key, value] : found->items()) {
            out[key] = value.is_string() ? value.get<std::string>() : value.dump();
        }
    }
    return out;
}

} // namespace

Region read_plain_geojson(const std::string& path, const std::string& json_pointer,
                          const std::function<bool(const Properties&)>& wanted) {
    std::ifstream in(path);
    if (!in) {
        throw std::runtime_error(path + ": cannot be opened");
    }
    const json whole = json::parse(in);
    const json& root = whole.at(json::json_pointer(json_pointer));
    Region region;
    const auto& type = root.at("type").get_ref<const std::string&>();
    if (type != "FeatureCollection") {
        add_geometry(region, type == "Feature" ? root.at("geometry") : root);
        return region;
    }
    for (const json& feature : root.at("features")) {
        if (!wanted || wanted(properties_of(feature))) {
            add_geometry(region, feature.at("geometry"));
        }
    }
    return region;
}

std::optional<std::string> real_data() {
    const char* named = std::getenv("AREACLAIM_REAL_DATA");
    const std::filesystem::path folder =
        named != nullptr ? std::filesystem::path(named)
                         : std::filesystem::path(AREACLAIM_SOURCE_DIR) / ".." / "shared" / "data";
    if (!std::filesystem::is_directory(folder)) {
        return std::nullopt;
    }
    return folder.string();
}

Region nzz_drawn(const std::string& folder, const std::string& day) {
    return read_plain_geojson(folder + "/nzz/" + day + ".json", "/value", [](const Properties& p) {
        const auto type = p.find("type");
        return type == p.end() || type->second != "losses";
    });
}

Region deepstate_drawn(const std::string& folder, const std::string& file) {
    return read_plain_geojson(folder + "/" + file);
}

} // namespace support
