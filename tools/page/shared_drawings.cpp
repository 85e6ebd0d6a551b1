// SPDX-License-Identifier: MIT
#include "tools/page/map_figure.hpp"

namespace page {
namespace {

using chart::element;
using chart::Markup;

Markup dot(const char* x, const char* y) {
    return element("circle", {{"cx", x}, {"cy", y}, {"r", "1.5"}, {"class", "pat-gained"}});
}

// Lines of one direction for what was lost, dots for what was gained: told apart without colour.
Markup patterns() {
    return element("pattern",
                   {{"id", "p-lost"},
                    {"width", "6"},
                    {"height", "6"},
                    {"patternUnits", "userSpaceOnUse"},
                    {"patternTransform", "rotate(45)"}},
                   element("path", {{"d", "M0 0V6"}, {"class", "pat-lost"}})) +
           element("pattern",
                   {{"id", "p-gained"},
                    {"width", "7"},
                    {"height", "7"},
                    {"patternUnits", "userSpaceOnUse"}},
                   dot("2", "2") + dot("5.5", "5.5"));
}

Markup symbol_of(const char* id, const char* path) {
    return element("symbol", {{"id", id}, {"viewBox", "0 0 24 24"}},
                   element("path", {{"d", path}}));
}

// A tick, arrows up and down, a cross, a question mark: each a form of its own.
Markup symbols() {
    return symbol_of("v-consistent", "M4 13l5 5L20 6") +
           symbol_of("v-overstated", "M12 20V5M5 12l7-7 7 7") +
           symbol_of("v-understated", "M12 4v15M5 12l7 7 7-7") +
           symbol_of("v-contradicted", "M6 6l12 12M18 6L6 18") +
           symbol_of("v-undecidable", "M8 9a4 4 0 1 1 5.6 3.7c-1 .5-1.6 1.2-1.6 2.8M12 19.4v.2");
}

} // namespace

Markup shared_drawings() {
    return element("svg",
                   {{"class", "shared"}, {"width", "0"}, {"height", "0"}, {"aria-hidden", "true"}},
                   element("defs", {}, patterns()) + symbols());
}

} // namespace page
