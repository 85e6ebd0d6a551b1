// SPDX-License-Identifier: MIT
// The GeoJSON reader on any bytes, bare or wrapped: what it lets through is closed and on the
// Earth, what it refuses has a place, and what is written reads back as the same regions.
#include "shapes/io/geojson_reader.hpp"
#include "shapes/io/unprojected.hpp"
#include "shapes/io/write_geojson.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/fuzz/reader_checks.hpp"

#include <cstdint>
#include <string_view>

namespace {

const std::string kPath = "map.geojson";

shapes::FeatureCollection read(std::string_view text, const std::string& pointer) {
    auto read = shapes::io::JsonText(kPath, shapes::io::FileText::copy(text)).read(pointer);
    return shapes::io::placed(std::move(read.file), shapes::LongEdges::unsettled);
}

void check_round_trip(const shapes::FeatureCollection& map) {
    constexpr std::size_t kMostEdges = 200; // validation has fuzz targets of its own
    std::vector<shapes::FeatureToWrite> features;
    for (const shapes::Feature& feature : map.features) {
        if (feature.region.edge_count() > kMostEdges) {
            return;
        }
        features.push_back({{}, shapes::validate(feature.region).region});
        for (const auto& [key, value] : feature.properties) {
            features.back().properties.emplace_back(key, value);
        }
    }
    const auto again = read(shapes::geojson_text("again", features), "");
    fuzz::demand(again.features.size() == features.size(), "features lost in writing");
    for (std::size_t i = 0; i < features.size(); ++i) {
        fuzz::demand(again.features[i].region == features[i].region.region(),
                     "a region changed in writing");
        fuzz::demand(again.features[i].properties == map.features[i].properties,
                     "properties changed in writing");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) {
        return -1;
    }
    const std::string pointer = data[0] == 'w' ? "/value" : "";
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (text.find("\"crs\"") != std::string_view::npos) {
        return -1; // would load PROJ, which formats_fuzz does
    }
    try {
        const auto map = read(text, pointer);
        if (!map.features.empty()) {
            fuzz::check(map);
            check_round_trip(map);
        }
    } catch (const shapes::ReadError& e) {
        fuzz::check_message(e.what(), kPath);
    }
    return 0;
}
