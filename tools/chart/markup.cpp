// SPDX-License-Identifier: MIT
#include "tools/chart/markup.hpp"

#include "tools/report/text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace chart {
namespace {

std::string escaped(std::string_view untrusted) {
    std::string result;
    for (const char c : report::clean(untrusted)) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string opening(std::string_view name, const Attributes& attributes) {
    std::string result = "<" + std::string(name);
    for (const auto& [attribute, value] : attributes) {
        result += " " + std::string(attribute) + "=\"" + escaped(value) + "\"";
    }
    return result;
}

} // namespace

Markup Markup::text(std::string_view untrusted) {
    return ours(escaped(untrusted));
}

Markup Markup::ours(std::string markup) {
    Markup result;
    result.markup_ = std::move(markup);
    return result;
}

Markup element(std::string_view name, const Attributes& attributes, const Markup& content) {
    return Markup::ours(opening(name, attributes) + ">" + content.str() + "</" + std::string(name) +
                        ">");
}

Markup element(std::string_view name, const Attributes& attributes, std::string_view untrusted) {
    return element(name, attributes, Markup::text(untrusted));
}

Markup element(std::string_view name, const Attributes& attributes) {
    return Markup::ours(opening(name, attributes) + " />");
}

Markup label(double x, double y, std::string_view classes, const std::string& untrusted) {
    return element("text", {{"x", px(x)}, {"y", px(y)}, {"class", std::string(classes)}},
                   untrusted);
}

std::string px(double value) {
    constexpr double kMost = 1e9; // beyond any drawing, and short of what fills the buffer
    if (!std::isfinite(value)) {
        return "0";
    }
    const double rounded = std::round(std::fmax(-kMost, std::fmin(kMost, value)) * 100) / 100;
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                            rounded + 0.0, std::chars_format::fixed);
    return error == std::errc{} ? std::string(buffer.data(), end) : "0";
}

} // namespace chart
