// SPDX-License-Identifier: MIT
#include "engine/sources/contents.hpp"

#include <cstddef>
#include <map>

namespace engine {
namespace {

constexpr std::size_t kListedValues = 8; // of a property
constexpr std::size_t kListedProperties = 20;
constexpr std::size_t kListedBytes = 60; // of a value

} // namespace

std::string shorten_for_message(const std::string& text) {
    if (text.size() <= kListedBytes) {
        return text;
    }
    std::size_t end = kListedBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // do not cut a UTF-8 sequence
    }
    return text.substr(0, end) + "…";
}

std::vector<std::string> describe_contents(const shapes::FeatureCollection& file) {
    std::map<std::string, std::size_t> layers;
    std::map<std::string, std::map<std::string, std::size_t>> properties;
    std::size_t with_polygons = 0;
    for (const shapes::Feature& feature : file.features) {
        ++layers[feature.layer];
        with_polygons += feature.region.empty() ? 0U : 1U;
        for (const auto& [key, value] : feature.properties) {
            ++properties[key][shorten_for_message(value)];
        }
    }
    std::vector<std::string> lines{std::to_string(file.features.size()) + " feature(s), " +
                                   std::to_string(with_polygons) + " with polygons"};
    for (const auto& [layer, count] : layers) {
        if (!layer.empty()) {
            lines.push_back("layer '" + layer + "': " + std::to_string(count) + " feature(s)");
        }
    }
    std::size_t listed = 0;
    for (const auto& [key, values] : properties) {
        if (listed++ == kListedProperties) {
            lines.push_back(std::to_string(properties.size() - kListedProperties) +
                            " more properties");
            break;
        }
        std::string line = "property '" + shorten_for_message(key) + "': ";
        std::size_t shown = 0;
        for (const auto& [value, count] : values) {
            if (shown == kListedValues) {
                line += ", … (" + std::to_string(values.size()) + " different values)";
                break;
            }
            line += (shown++ == 0 ? "" : ", ") + value + " (" + std::to_string(count) + ")";
        }
        lines.push_back(line);
    }
    if (properties.empty()) {
        lines.push_back("no properties");
    }
    return lines;
}

} // namespace engine
