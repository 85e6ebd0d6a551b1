// SPDX-License-Identifier: MIT
#include "tools/report/qgis.hpp"
#include "tools/report/qgis_look.hpp"

#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace report {
namespace {

enum class Pattern { none, lines, dots };

struct Category {
    const char* kind;
    const char* label;
    const char* fill; ///< red,green,blue,alpha as QGIS writes colours
    const char* line; ///< the same
    Pattern pattern;  ///< over the fill
};

// Vermilion and blue stay apart for the colour-blind, and lines and dots for those who see no
// colour or print without it; the page has the same.
constexpr std::array<Category, 4> kCategories{
    {{"lost", "Lost by the holder", "179,71,27,60", "179,71,27,255", Pattern::lines},
     {"gained", "Gained by the holder", "11,95,165,60", "11,95,165,255", Pattern::dots},
     {"unchanged", "Unchanged, held on both dates", "150,150,150,90", "90,98,107,255",
      Pattern::none},
     {"held", "Held by the holder", "150,150,150,90", "90,98,107,255", Pattern::none}}};

// What maps hold, by how sure their source is: paler where it is less so.
constexpr std::array<Category, 3> kHeld{
    {{"held", "Held by the holder", "150,150,150,90", "90,98,107,255", Pattern::none},
     {"contested", "Contested", "150,150,150,45", "90,98,107,255", Pattern::lines},
     {"claimed", "Claimed only", "150,150,150,20", "90,98,107,255", Pattern::dots}}};

using Options = std::vector<std::pair<const char*, std::string>>;

// A layer of a symbol; `below` is a symbol that it repeats.
std::string symbol_layer(const char* type, const Options& options, const std::string& below = "") {
    std::string out = std::string("        <layer class=\"") + type +
                      "\" enabled=\"1\" locked=\"0\" pass=\"0\">\n"
                      "          <Option type=\"Map\">\n";
    for (const auto& [name, value] : options) {
        out += std::string("            <Option name=\"") + name + "\" type=\"QString\" value=\"" +
               value + "\"/>\n";
    }
    return out + "          </Option>\n" + below + "        </layer>\n";
}

std::string symbol(const std::string& name, const char* type, const std::string& layers) {
    return "      <symbol name=\"" + name + "\" type=\"" + type +
           "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n" + layers + "      </symbol>\n";
}

// In millimetres, as fine on paper as on a screen.
std::string pattern(const Category& category, const std::string& name) {
    switch (category.pattern) {
    case Pattern::lines:
        return symbol_layer(
            "LinePatternFill",
            {{"angle", "45"}, {"distance", "2"}, {"distance_unit", "MM"}, {"color", category.line}},
            symbol(name, "line",
                   symbol_layer("SimpleLine", {{"line_color", category.line},
                                               {"line_width", "0.25"},
                                               {"line_width_unit", "MM"}})));
    case Pattern::dots:
        return symbol_layer("PointPatternFill",
                            {{"distance_x", "2"},
                             {"distance_x_unit", "MM"},
                             {"distance_y", "2"},
                             {"distance_y_unit", "MM"},
                             {"displacement_x", "1"},
                             {"displacement_x_unit", "MM"}},
                            symbol(name, "marker",
                                   symbol_layer("SimpleMarker", {{"name", "circle"},
                                                                 {"color", category.line},
                                                                 {"outline_style", "no"},
                                                                 {"size", "0.7"},
                                                                 {"size_unit", "MM"}})));
    case Pattern::none:
        break;
    }
    return "";
}

std::string symbol_of(std::size_t index, const Category& category) {
    const std::string name = std::to_string(index);
    const bool changed = category.pattern != Pattern::none;
    return symbol(name, "fill",
                  symbol_layer("SimpleFill", {{"color", category.fill},
                                              {"style", "solid"},
                                              {"outline_color", category.line},
                                              {"outline_style", "solid"},
                                              {"outline_width", changed ? "0.45" : "0.3"},
                                              {"outline_width_unit", "MM"},
                                              {"joinstyle", "round"}}) +
                      pattern(category, "@" + name + "@1"));
}

// The area of what changed and its days, inside its largest part where there is room; not of what
// is less than a hundredth of the largest change, which its label would only cover.
std::string labels() {
    return "  <labeling type=\"simple\">\n"
           "    <settings calloutType=\"simple\">\n"
           "      <text-style isExpression=\"1\" fieldName=\"CASE WHEN &quot;kind&quot; IN "
           "('lost', 'gained') AND &quot;area_km2&quot; >= 0.01 * maximum(&quot;area_km2&quot;, "
           "filter:=&quot;kind&quot; IN ('lost', 'gained')) THEN &quot;kind&quot; || ' ' || "
           "format_number(&quot;area_km2&quot;, 0) || ' km²' || coalesce('\\n' || "
           "format_date(&quot;start_date&quot;, 'yyyy-MM-dd') || ' – ' || "
           "format_date(&quot;end_date&quot;, 'yyyy-MM-dd'), '') END\" fontFamily=\"Sans Serif\" "
           "fontSize=\"10\" fontSizeUnit=\"Point\" namedStyle=\"Bold\" fontWeight=\"75\" "
           "textColor=\"27,31,36,255\">\n"
           "        <text-buffer bufferDraw=\"1\" bufferSize=\"1\" bufferSizeUnits=\"MM\" "
           "bufferColor=\"255,255,255,255\" bufferOpacity=\"1\"/>\n"
           "      </text-style>\n"
           "      <text-format multilineAlign=\"1\"/>\n"
           "      <placement placement=\"1\" centroidInside=\"1\" polygonPlacementFlags=\"2\"/>\n"
           "      <rendering drawLabels=\"1\" obstacle=\"0\"/>\n"
           "    </settings>\n"
           "  </labeling>\n";
}

// A change stands from its first map to its last (mode 2: a field for each end).
std::string temporal(const std::string& start_field) {
    return "  <temporal enabled=\"1\" mode=\"2\" startField=\"" + start_field +
           "\" endField=\"end_date\" limitMode=\"1\" durationUnit=\"days\"/>\n";
}

std::string look(std::span<const Category> shown, const std::string& start_field,
                 const std::string& labeling) {
    std::string categories;
    std::string symbols;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        categories += "      <category symbol=\"" + std::to_string(i) + "\" value=\"" +
                      shown[i].kind + "\" label=\"" + shown[i].label + "\" render=\"true\"/>\n";
        symbols += symbol_of(i, shown[i]);
    }
    return temporal(start_field) +
           "  <renderer-v2 type=\"categorizedSymbol\" attr=\"kind\" enableorderby=\"0\" "
           "forceraster=\"0\" symbollevels=\"0\">\n"
           "    <categories>\n" +
           categories +
           "    </categories>\n"
           "    <symbols>\n" +
           symbols +
           "    </symbols>\n"
           "  </renderer-v2>\n" +
           labeling;
}

std::string style(const std::string& look) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           "<!-- by areaclaim -->\n"
           "<qgis version=\"3.22.0\" " +
           std::string(kLookAttributes) + ">\n" + look +
           "  <layerGeometryType>2</layerGeometryType>\n"
           "</qgis>\n";
}

} // namespace

std::string qgis_look() {
    return look(kCategories, "start_date", labels());
}

std::string qgis_style() {
    return style(qgis_look());
}

std::string qgis_snapshot_style() {
    return style(look(kHeld, "map_date", ""));
}

} // namespace report
