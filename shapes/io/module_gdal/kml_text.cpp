// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/kml_text.hpp"

#include <algorithm>
#include <cstddef>

namespace shapes::io {
namespace {

constexpr std::string_view kHole = "innerBoundaryIs";
constexpr std::string_view kRing = "LinearRing";

/// A start tag: its place, and its name with the prefix of its namespace.
struct Tag {
    std::size_t begin;
    std::string name;
};

bool ends_name(char c) {
    return c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
}

/// The next start tag of an element `local` at or behind `from`, before `to`.
std::optional<Tag> next_tag(std::string_view text, std::string_view local, std::size_t from,
                            std::size_t to) {
    for (std::size_t at = text.find(local, from); at < to; at = text.find(local, at + 1)) {
        const std::size_t open = text.rfind('<', at);
        const std::size_t end = at + local.size();
        if (open == std::string_view::npos || end >= text.size() || !ends_name(text[end])) {
            continue;
        }
        const std::string_view prefix = text.substr(open + 1, at - open - 1);
        const bool is_prefix =
            prefix.empty() ||
            (prefix.ends_with(':') && prefix.find_first_of(" \t\r\n/>") == std::string_view::npos);
        if (is_prefix) {
            return Tag{open, std::string(prefix) + std::string(local)};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> one_ring_a_hole(std::string_view kml) {
    std::string out;
    std::size_t copied = 0;
    std::size_t at = 0;
    while (const auto hole = next_tag(kml, kHole, at, kml.size())) {
        const std::size_t begin = hole->begin + 1 + hole->name.size();
        const std::size_t end = std::min(kml.find("</" + hole->name, begin), kml.size());
        bool is_first = true;
        for (auto ring = next_tag(kml, kRing, begin, end); ring;
             ring = next_tag(kml, kRing, ring->begin + 1 + ring->name.size(), end)) {
            if (!is_first) {
                out += kml.substr(copied, ring->begin - copied);
                out += "</" + hole->name + "><" + hole->name + ">";
                copied = ring->begin;
            }
            is_first = false;
        }
        at = end;
    }
    if (copied == 0) {
        return std::nullopt;
    }
    out += kml.substr(copied);
    return out;
}

} // namespace shapes::io
