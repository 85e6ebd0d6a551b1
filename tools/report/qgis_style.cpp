// SPDX-License-Identifier: MIT
#include "tools/report/change_map.hpp"

#include <array>

namespace report {
namespace {

struct Category {
    const char* kind;
    const char* label;
    const char* fill;    ///< red,green,blue,alpha as QGIS writes colours
    const char* line;    ///< the same
    const char* pattern; ///< a brush over the fill; empty: none
};

// Vermilion and blue stay apart for the colour-blind, and lines and dots for those who see no
// colour or print without it; the page has the same.
constexpr std::array<Category, 4> kCategories{
    {{"lost", "Lost by the holder", "179,71,27,50", "179,71,27,255", "b_diagonal"},
     {"gained", "Gained by the holder", "11,95,165,50", "11,95,165,255", "dense6"},
     {"unchanged", "Unchanged, held on both dates", "150,150,150,90", "90,98,107,255", ""},
     {"held", "Held by the holder", "150,150,150,90", "90,98,107,255", ""}}};

std::string option(const std::string& name, const std::string& value) {
    return "            <Option name=\"" + name + "\" type=\"QString\" value=\"" + value + "\"/>\n";
}

std::string fill_layer(const std::string& colour, const std::string& brush,
                       const std::string& line) {
    return "        <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">\n"
           "          <Option type=\"Map\">\n" +
           option("color", colour) + option("style", brush) + option("outline_color", line) +
           option("outline_style", "solid") + option("outline_width", "0.3") +
           option("outline_width_unit", "MM") + option("joinstyle", "round") +
           "          </Option>\n"
           "        </layer>\n";
}

std::string symbol(std::size_t index, const Category& category) {
    const std::string pattern = category.pattern;
    return "      <symbol name=\"" + std::to_string(index) +
           "\" type=\"fill\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n" +
           fill_layer(category.fill, "solid", category.line) +
           (pattern.empty() ? "" : fill_layer(category.line, pattern, category.line)) +
           "      </symbol>\n";
}

// The area of what changed, inside its largest part where there is room.
std::string labels() {
    return "  <labeling type=\"simple\">\n"
           "    <settings calloutType=\"simple\">\n"
           "      <text-style isExpression=\"1\" fieldName=\"CASE WHEN &quot;kind&quot; IN "
           "('lost', 'gained') AND &quot;area_km2&quot; >= 1 THEN &quot;kind&quot; || ' ' || "
           "format_number(&quot;area_km2&quot;, 0) || ' km²' END\" fontFamily=\"Sans Serif\" "
           "fontSize=\"9\" fontSizeUnit=\"Point\" namedStyle=\"Bold\" fontWeight=\"75\" "
           "textColor=\"27,31,36,255\">\n"
           "        <text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
           "bufferColor=\"255,255,255,255\" bufferOpacity=\"1\"/>\n"
           "      </text-style>\n"
           "      <placement placement=\"1\" centroidInside=\"1\" polygonPlacementFlags=\"2\"/>\n"
           "      <rendering drawLabels=\"1\" obstacle=\"0\"/>\n"
           "    </settings>\n"
           "  </labeling>\n";
}

// A change stands from its first map to its last (mode 2: a field for each end).
std::string temporal() {
    return "  <temporal enabled=\"1\" mode=\"2\" startField=\"start_date\" "
           "endField=\"end_date\" limitMode=\"1\" durationUnit=\"days\"/>\n";
}

} // namespace

std::string qgis_style() {
    std::string categories;
    std::string symbols;
    for (std::size_t i = 0; i < kCategories.size(); ++i) {
        categories += "      <category symbol=\"" + std::to_string(i) + "\" value=\"" +
                      kCategories[i].kind + "\" label=\"" + kCategories[i].label +
                      "\" render=\"true\"/>\n";
        symbols += symbol(i, kCategories[i]);
    }
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           "<!-- by areaclaim -->\n"
           "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling|Temporal\" "
           "labelsEnabled=\"1\">\n" +
           temporal() +
           "  <renderer-v2 type=\"categorizedSymbol\" attr=\"kind\" enableorderby=\"0\" "
           "forceraster=\"0\" symbollevels=\"0\">\n"
           "    <categories>\n" +
           categories +
           "    </categories>\n"
           "    <symbols>\n" +
           symbols +
           "    </symbols>\n"
           "  </renderer-v2>\n" +
           labels() +
           "  <layerGeometryType>2</layerGeometryType>\n"
           "</qgis>\n";
}

} // namespace report
