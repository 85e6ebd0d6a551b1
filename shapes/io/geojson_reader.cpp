// SPDX-License-Identifier: MIT
#include "shapes/io/geojson_reader.hpp"

#include "shapes/io/geojson_geometry.hpp"
#include "shapes/io/json_fault.hpp"
#include "shapes/io/read_message.hpp"
#include "shapes/projection/crs_text.hpp"

#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <simdjson.h>

namespace shapes::io {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

static_assert(kTextPadding >= simdjson::SIMDJSON_PADDING);

[[noreturn]] void fail_to_parse(const std::string& path, std::string_view text,
                                simdjson::error_code code) {
    if (const auto fault = find_json_fault(text)) {
        cannot_read(path,
                    "byte " + std::to_string(fault->offset) + " (line " +
                        std::to_string(fault->line) + "): " + fault->reason,
                    fault->remedy);
    }
    cannot_read(path, std::string("it cannot be parsed as JSON: ") + simdjson::error_message(code),
                "check the file");
}

/// The document, which lives as long as the parser.
element parse(simdjson::dom::parser& parser, const std::string& path, std::string_view text) {
    // Depth first: every level costs the parser memory, and no map has more than a few.
    if (const auto code = parser.allocate(std::max(text.size(), std::size_t{1}), kMaxJsonDepth);
        code != simdjson::SUCCESS) {
        cannot_read(path, simdjson::error_message(code), "free some memory");
    }
    element root;
    if (const auto code = parser.parse(text.data(), text.size(), false).get(root);
        code != simdjson::SUCCESS) {
        fail_to_parse(path, text, code);
    }
    return root;
}

std::string list_keys(object members) {
    constexpr std::size_t kMost = 12;
    std::string keys;
    std::size_t count = 0;
    for (const auto [key, value] : members) {
        if (count++ == kMost) {
            return keys + ", …";
        }
        keys += (keys.empty() ? "" : ", ") + quote(key);
    }
    return keys.empty() ? "none" : keys;
}

element find(const std::string& path, element root, const std::string& pointer) {
    element found;
    if (pointer.empty()) {
        return root;
    }
    if (root.at_pointer(pointer).get(found) != simdjson::SUCCESS) {
        object members;
        const std::string keys =
            root.get(members) == simdjson::SUCCESS ? list_keys(members) : "none";
        cannot_read(path, "there is nothing at the JSON pointer " + quote(pointer),
                    "the keys at its top are " + keys + ": choose the profile that fits");
    }
    return found;
}

std::string number_text(double number) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

/// A property as text: numbers as short as they come back the same, containers as JSON.
std::optional<std::string> property_text(element value) {
    switch (value.type()) {
    case simdjson::dom::element_type::STRING:
        return std::string(std::string_view(value));
    case simdjson::dom::element_type::NULL_VALUE:
        return std::nullopt;
    case simdjson::dom::element_type::DOUBLE:
        return number_text(double(value));
    default:
        return simdjson::minify(value);
    }
}

constexpr int kDeepestCrs = 4;

/// Refuses a CRS that is handed on to GDAL as it stands, by any text in it that could name a file.
void check_crs_texts(const std::string& path, element crs, int levels) {
    std::string_view text;
    object members;
    if (crs.get(text) == simdjson::SUCCESS) {
        if (const std::string why = projection::why_crs_is_refused(std::string(text));
            !why.empty()) {
            cannot_read(path, "its CRS cannot be used: " + why, "name it by its EPSG code");
        }
    } else if (crs.get(members) == simdjson::SUCCESS && levels > 0) {
        for (const auto [key, value] : members) {
            check_crs_texts(path, value, levels - 1);
        }
    } else if (crs.is_object() || crs.is_array()) {
        cannot_read(path, "its CRS cannot be used: it is no name", "name it by its EPSG code");
    }
}

/// One pass over a document that is a FeatureCollection, a Feature or a geometry.
class Reader {
  public:
    explicit Reader(const std::string& path)
        : path_(path), geometry_(path_, result_.file.collection),
          layer_(std::filesystem::path(path).stem()) {
        result_.file.collection.path = path;
        result_.file.collection.format = "GeoJSON";
        result_.file.collection.layer_is_file_name = true;
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    GeoJson read(element root) {
        object top;
        if (root.get(top) != simdjson::SUCCESS) {
            cannot_read(path_, "it is JSON, but not an object", "a GeoJSON file begins with {");
        }
        const std::string_view type = type_of(top);
        if (result_.kind == JsonKind::geojson) {
            if (type == "FeatureCollection") {
                feature_collection(top);
            } else if (type == "Feature") {
                take_top_members(top);
                feature(top);
            } else {
                take_top_members(top);
                result_.file.collection.features.emplace_back();
                geometry_.read(root);
            }
        }
        for (Feature& f : result_.file.collection.features) {
            f.layer = layer_;
        }
        result_.file.area_geometries = geometry_.area_geometries();
        result_.file.layers = {
            {0, result_.file.collection.features.size(), crs_, projection::AxisOrder::east_north}};
        return std::move(result_);
    }

  private:
    /// The type; sets `kind` where this is a map of another sort.
    std::string_view type_of(object top) {
        std::string_view type;
        const bool has_type = top["type"].get(type) == simdjson::SUCCESS;
        element ignored;
        const auto has = [&](std::string_view key) {
            return top[key].get(ignored) == simdjson::SUCCESS;
        };
        const bool esri = has("features") && (has("geometryType") || has("spatialReference"));
        if (type == "Topology" || (!has_type && esri)) {
            result_.kind = JsonKind::other_map;
        } else if (!has_type && has("type")) {
            cannot_read(path_, "it is JSON, but not GeoJSON: its \"type\" is no text",
                        "GeoJSON has \"type\": \"FeatureCollection\"");
        } else if (!has_type) {
            cannot_read(
                path_, "it is JSON, but not GeoJSON: it has no \"type\"",
                "its keys are " + list_keys(top) +
                    "; if the map stands under one of them, choose the profile that says so");
        }
        return type;
    }

    void take_top_members(object top) {
        std::string_view name;
        if (top["name"].get(name) == simdjson::SUCCESS) {
            layer_ = name;
            result_.file.collection.layer_is_file_name = false;
        }
        element crs;
        if (top["crs"].get(crs) == simdjson::SUCCESS) {
            std::string_view definition;
            if (crs["properties"]["name"].get(definition) == simdjson::SUCCESS) {
                crs_ = definition;
            } else if (!crs.is_null()) {
                cannot_read(
                    path_, "its \"crs\" member names no coordinate reference system",
                    "GeoJSON 2008 asks for {\"type\": \"name\", \"properties\": {\"name\": …}}; "
                    "nothing else is followed");
            }
        }
    }

    void feature_collection(object top) {
        take_top_members(top);
        bool found = false;
        for (const auto [key, value] : top) {
            if (key != "features") {
                continue;
            }
            if (found) {
                cannot_read(path_, "it has two members \"features\"",
                            "remove the one that is not meant");
            }
            found = true;
            simdjson::dom::array features;
            if (value.get(features) != simdjson::SUCCESS) {
                cannot_read(path_, "its \"features\" are not an array", "check the file");
            }
            for (const element one : features) {
                object members;
                if (one.get(members) != simdjson::SUCCESS) {
                    cannot_read(path_, place() + ": it is not an object", "check the file");
                }
                feature(members);
            }
        }
        if (!found) {
            cannot_read(path_, "it is a FeatureCollection without \"features\"", "check the file");
        }
    }

    /// Where the feature that is read next stands.
    std::string place() const {
        return "feature " + std::to_string(result_.file.collection.features.size()) +
               " (counted from 0)";
    }

    void feature(object members) {
        std::optional<element> geometry;
        std::optional<element> properties;
        std::string_view type;
        for (const auto [key, value] : members) {
            const bool again =
                (key == "geometry" && geometry) || (key == "properties" && properties);
            if (again) {
                cannot_read(path_, place() + ": it has two members " + quote(key),
                            "remove the one that is not meant");
            }
            if (key == "geometry") {
                geometry = value;
            } else if (key == "properties") {
                properties = value;
            } else if (key == "type" && value.get(type) != simdjson::SUCCESS) {
                type = {};
            }
        }
        if (type != "Feature") {
            cannot_read(path_, place() + ": its type is not \"Feature\"", "check the file");
        }
        result_.file.collection.features.emplace_back();
        if (properties) {
            take_properties(*properties);
        }
        if (geometry) {
            geometry_.read(*geometry);
        }
    }

    void take_properties(element properties) {
        object members;
        if (properties.get(members) != simdjson::SUCCESS) {
            return; // null, as RFC 7946 §3.2 allows
        }
        auto& into = result_.file.collection.features.back().properties;
        for (const auto [key, value] : members) {
            auto text = property_text(value);
            const std::string name(key);
            if (into.contains(name)) {
                result_.file.collection.warnings.push_back(
                    {ReadWarningCode::property_twice, name,
                     result_.file.collection.features.size() - 1});
            }
            if (text) {
                into.insert_or_assign(name, std::move(*text));
            } else {
                into.erase(name);
            }
        }
    }

    const std::string path_;
    GeoJson result_;
    GeoJsonGeometry geometry_;
    std::string layer_;
    std::string crs_;
};

std::string quoted_key(std::string_view key) {
    std::string out = "\"";
    for (const char c : key) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            out += "\\u00";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 0xFU];
        } else {
            out += c == '"' || c == '\\' ? "\\" : "";
            out += c;
        }
    }
    return out + "\":";
}

/// A TopoJSON each of whose objects is a collection: of one that is a single geometry GDAL forgets
/// the name, which is that of a layer.
std::string with_collections(object topology) {
    std::string out = "{";
    for (const auto [key, value] : topology) {
        out += (out.size() > 1 ? "," : "") + quoted_key(key);
        object objects;
        if (key != "objects" || value.get(objects) != simdjson::SUCCESS) {
            out += simdjson::minify(value);
            continue;
        }
        out += '{';
        for (const auto [name, geometry] : objects) {
            std::string_view type;
            const bool is_collection =
                geometry["type"].get(type) == simdjson::SUCCESS && type == "GeometryCollection";
            out += (out.ends_with('{') ? "" : ",") + quoted_key(name);
            out += is_collection ? simdjson::minify(geometry)
                                 : R"({"type":"GeometryCollection","geometries":[)" +
                                       std::string(simdjson::minify(geometry)) + "]}";
        }
        out += '}';
    }
    return out + '}';
}

} // namespace

struct JsonText::Parsed {
    simdjson::dom::parser parser;
    element root;
};

JsonText::JsonText(const std::string& path, const FileText& text)
    : path_(path), parsed_(std::make_unique<Parsed>()) {
    parsed_->root = parse(parsed_->parser, path, text.view());
}

JsonText::~JsonText() = default;

GeoJson JsonText::read(const std::string& pointer) const {
    return Reader(path_).read(find(path_, parsed_->root, pointer));
}

std::string JsonText::part(const std::string& pointer) const {
    const element found = find(path_, parsed_->root, pointer);
    for (const char* member : {"crs", "spatialReference"}) {
        element crs;
        if (found[member].get(crs) == simdjson::SUCCESS) {
            check_crs_texts(path_, crs, kDeepestCrs);
        }
    }
    std::string_view type;
    object members;
    const bool is_topology = found["type"].get(type) == simdjson::SUCCESS && type == "Topology" &&
                             found.get(members) == simdjson::SUCCESS;
    return is_topology ? with_collections(members) : simdjson::minify(found);
}

} // namespace shapes::io
