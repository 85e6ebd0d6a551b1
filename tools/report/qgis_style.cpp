// SPDX-License-Identifier: MIT
#include "tools/report/change_map.hpp"

#include <array>

namespace report {
namespace {

struct Category {
    const char* kind;
    const char* label;
    const char* fill; // red,green,blue,alpha as QGIS writes colours
    const char* line;
};

// Blue and red of ColorBrewer's RdBu, which stay apart for the colour-blind, over a quiet grey.
constexpr std::array<Category, 4> kCategories{
    {{"lost", "Lost by the holder", "33,102,172,150", "33,102,172,255"},
     {"gained", "Gained by the holder", "178,24,43,150", "178,24,43,255"},
     {"unchanged", "Unchanged, held on both dates", "150,150,150,90", "110,110,110,255"},
     {"held", "Held by the holder", "150,150,150,90", "110,110,110,255"}}};

std::string option(const std::string& name, const std::string& value) {
    return "            <Option name=\"" + name + "\" type=\"QString\" value=\"" + value + "\"/>\n";
}

std::string symbol(std::size_t index, const Category& category) {
    return "      <symbol name=\"" + std::to_string(index) +
           "\" type=\"fill\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n"
           "        <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">\n"
           "          <Option type=\"Map\">\n" +
           option("color", category.fill) + option("style", "solid") +
           option("outline_color", category.line) + option("outline_style", "solid") +
           option("outline_width", "0.2") + option("outline_width_unit", "MM") +
           option("joinstyle", "round") +
           "          </Option>\n"
           "        </layer>\n"
           "      </symbol>\n";
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
           "<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n"
           "  <renderer-v2 type=\"categorizedSymbol\" attr=\"kind\" enableorderby=\"0\" "
           "forceraster=\"0\" symbollevels=\"0\">\n"
           "    <categories>\n" +
           categories +
           "    </categories>\n"
           "    <symbols>\n" +
           symbols +
           "    </symbols>\n"
           "  </renderer-v2>\n"
           "  <layerGeometryType>2</layerGeometryType>\n"
           "</qgis>\n";
}

} // namespace report
