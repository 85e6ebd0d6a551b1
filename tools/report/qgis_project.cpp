// SPDX-License-Identifier: MIT
#include "shapes/units/angle.hpp"
#include "tools/report/qgis.hpp"
#include "tools/report/qgis_look.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace report {
namespace {

// Text of a case between tags or in quotes; what could not stand in XML at all is cleaned away.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : clean(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

// The file's name within a URI of OGR: '|' would begin an option of it.
std::string address(const std::string& package, const std::string& layer) {
    return escaped("./" + package + "|layername=" + layer);
}

// QGIS gives a layer with an id of less than ten letters another, and its place in the tree is
// empty.
std::string layer_id(const std::string& name) {
    return "areaclaim_" + name;
}

std::string fixed(double value, int decimals) {
    std::array<char, 400> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    return {text.data(), end};
}

std::string tag(const std::string& name, const std::string& value) {
    return "<" + name + ">" + value + "</" + name + ">";
}

std::string typed(const std::string& name, const char* type, const std::string& value) {
    return "<" + name + " type=\"" + type + "\">" + value + "</" + name + ">";
}

/// Where the maps lie, and the days from which and to which they tell.
struct Extent {
    shapes::Box box;
    std::optional<engine::Date> first;
    std::optional<engine::Date> last;
};

Extent extent_of(const std::vector<ChangeMap>& maps) {
    Extent extent;
    for (const ChangeMap& map : maps) {
        for (const ChangeLayer& layer : map.layers) {
            extent.box.add(layer.region.region().box());
            if (layer.start && (!extent.first || *layer.start < *extent.first)) {
                extent.first = layer.start;
            }
            if (layer.end && (!extent.last || *extent.last < *layer.end)) {
                extent.last = layer.end;
            }
        }
    }
    if (extent.box.empty()) {
        extent.box = {0, 0, 0, 0};
    }
    return extent;
}

shapes::Position centre_of(const shapes::Box& box) {
    return {(box.west + box.east) / 2, (box.south + box.north) / 2};
}

// Lambert's azimuthal equal-area projection: true to area wherever it is.
std::string crs(const shapes::Box& box) {
    const shapes::Position centre = centre_of(box);
    return "<spatialrefsys nativeFormat=\"Proj\"><proj4>+proj=laea +lat_0=" + fixed(centre.lat, 3) +
           " +lon_0=" + fixed(centre.lon, 3) +
           " +datum=WGS84 +units=m +no_defs</proj4>"
           "<description>Equal-area around the maps</description></spatialrefsys>";
}

constexpr const char* kWgs84 =
    "<spatialrefsys><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid>"
    "<srid>4326</srid><authid>EPSG:4326</authid></spatialrefsys>";

// What is seen at first, in metres of that projection: a look, so a sphere will do.
std::string canvas(const shapes::Box& box) {
    constexpr double kMetresPerDegree = 111'195.0;
    constexpr double kMargin = 0.08;
    constexpr double kLeast = 2'000.0;
    const double nearest =
        box.south * box.north <= 0 ? 0.0 : std::min(std::abs(box.south), std::abs(box.north));
    const double wide =
        (box.east - box.west) * kMetresPerDegree * std::cos(nearest * shapes::kRadiansPerDegree);
    const double tall = (box.north - box.south) * kMetresPerDegree;
    const double x = std::max(kLeast, wide * (1 + kMargin)) / 2;
    const double y = std::max(kLeast, tall * (1 + kMargin)) / 2;
    return "  <mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\">\n"
           "    <units>meters</units>\n    <extent>" +
           tag("xmin", fixed(-x, 0)) + tag("ymin", fixed(-y, 0)) + tag("xmax", fixed(x, 0)) +
           tag("ymax", fixed(y, 0)) +
           "</extent>\n    <rotation>0</rotation>\n    <destinationsrs>" + crs(box) +
           "</destinationsrs>\n  </mapcanvas>\n";
}

std::string title_of(const ChangeMap& map) {
    return escaped(map.name + ": " + map.layers.front().verdict);
}

std::string tree(const std::string& package, const std::vector<ChangeMap>& maps,
                 const std::vector<std::string>& names) {
    std::string out = "  <layer-tree-group>\n    <layer-tree-group name=\"Claims\" expanded=\"1\" "
                      "checked=\"Qt::Checked\" mutually-exclusive=\"1\" "
                      "mutually-exclusive-child=\"0\">\n";
    for (std::size_t i = 0; i < maps.size(); ++i) {
        out += "      <layer-tree-layer id=\"" + layer_id(names[i]) + "\" name=\"" +
               title_of(maps[i]) + "\" source=\"" + address(package, names[i]) +
               "\" providerKey=\"ogr\" checked=\"" + (i == 0 ? "Qt::Checked" : "Qt::Unchecked") +
               "\" expanded=\"" + (i == 0 ? "1" : "0") + "\"/>\n";
    }
    return out + "    </layer-tree-group>\n  </layer-tree-group>\n";
}

std::string layers(const std::string& package, const std::vector<ChangeMap>& maps,
                   const std::vector<std::string>& names) {
    std::string out = "  <projectlayers>\n";
    for (std::size_t i = 0; i < maps.size(); ++i) {
        out +=
            std::string("  <maplayer type=\"vector\" geometry=\"Polygon\" wkbType=\"MultiPolygon\" "
                        "hasScaleBasedVisibilityFlag=\"0\" ") +
            kLookAttributes + ">\n  " + tag("id", layer_id(names[i])) +
            tag("datasource", address(package, names[i])) + tag("layername", title_of(maps[i])) +
            "<srs>" + kWgs84 + "</srs><provider encoding=\"UTF-8\">ogr</provider>\n" + qgis_look() +
            "  </maplayer>\n";
    }
    return out + "  </projectlayers>\n";
}

std::string order(const std::vector<std::string>& names) {
    std::string out = "  <layerorder>\n";
    for (const std::string& name : names) {
        out += "    <layer id=\"" + layer_id(name) + "\"/>\n";
    }
    return out + "  </layerorder>\n";
}

// Mode 2 of the time navigation: fixed on a range. All that is dated is seen until it is narrowed.
std::string time(const Extent& extent) {
    if (!extent.first || !extent.last) {
        return "";
    }
    const std::string first = extent.first->iso() + "T00:00:00Z";
    const std::string last = extent.last->iso() + "T00:00:00Z";
    return "  <ProjectTimeSettings timeStep=\"1\" timeStepUnit=\"days\" frameRate=\"1\" "
           "cumulativeTemporalRange=\"0\"><TemporalRange>" +
           tag("start", first) + tag("end", last) + "</TemporalRange></ProjectTimeSettings>\n";
}

std::string properties(const Extent& extent) {
    // Without ProjectionsEnabled the project's own CRS is not read.
    std::string out = "  <properties>\n    <SpatialRefSys>" +
                      typed("ProjectionsEnabled", "int", "1") + "</SpatialRefSys>\n    <Paths>" +
                      typed("Absolute", "bool", "false") + "</Paths>\n    <Measure>" +
                      typed("Ellipsoid", "QString", "EPSG:7030") + "</Measure>\n    <Measurement>" +
                      typed("AreaUnits", "QString", "km2") +
                      typed("DistanceUnits", "QString", "km") + "</Measurement>\n";
    if (extent.first && extent.last) {
        out += "    <TemporalControllerWidget>" + typed("NavigationMode", "int", "2") +
               typed("StartDateTime", "QString", extent.first->iso() + "T00:00:00Z") +
               typed("EndDateTime", "QString", extent.last->iso() + "T00:00:00Z") +
               "</TemporalControllerWidget>\n";
    }
    return out + "  </properties>\n";
}

} // namespace

std::vector<std::string> layer_names(const std::vector<ChangeMap>& maps) {
    std::set<std::string> taken; // in small letters: tables and some file systems know no others
    const auto is_free = [&](std::string name) {
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        return taken.insert(name).second;
    };
    std::vector<std::string> names;
    for (const ChangeMap& map : maps) {
        std::string stem = "claim_";
        for (const char c : map.name.substr(0, 50)) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '-' || c == '_';
            stem += plain ? c : '_';
        }
        std::string name = stem;
        for (int n = 2; !is_free(name); ++n) {
            name = stem + "_" + std::to_string(n);
        }
        names.push_back(name);
    }
    return names;
}

std::string qgis_project(const std::string& title, const std::string& package,
                         const std::vector<ChangeMap>& maps) {
    const Extent extent = extent_of(maps);
    const std::vector<std::string> names = layer_names(maps);
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           "<!-- by areaclaim -->\n"
           "<qgis version=\"3.22.0\" projectname=\"" +
           escaped(title) + "\">\n  <homePath path=\"\"/>\n  " + tag("title", escaped(title)) +
           "\n  <projectCrs>" + crs(extent.box) + "</projectCrs>\n" + tree(package, maps, names) +
           canvas(extent.box) + layers(package, maps, names) + order(names) + properties(extent) +
           time(extent) + "</qgis>\n";
}

} // namespace report
