// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chart {

/// A piece of HTML or SVG that is safe to stand in a document. Text reaches it through `text` and
/// attribute values through `element`, which escape; so what came from a file or a claim cannot
/// become markup, whatever it holds.
class Markup {
  public:
    Markup() = default;
    /// Text to be read: what could steer or reorder it is removed (report::clean), and the five
    /// characters of markup are escaped.
    static Markup text(std::string_view untrusted);
    /// What is markup already: our own style sheets, scripts and constants; never a user's text.
    static Markup ours(std::string markup);

    const std::string& str() const { return markup_; }
    bool empty() const { return markup_.empty(); }

    Markup& operator+=(const Markup& more) {
        markup_ += more.markup_;
        return *this;
    }
    friend Markup operator+(Markup a, const Markup& b) { return std::move(a += b); }

  private:
    std::string markup_;
};

/// Names are ours, values may be anybody's. An attribute without a value is written as `name=""`.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// <name a="v">content</name>
Markup element(std::string_view name, const Attributes& attributes, const Markup& content);
/// The same around text.
Markup element(std::string_view name, const Attributes& attributes, std::string_view untrusted);
/// An element without content: <br />, <path d="…" />. HTML and SVG both read it so.
Markup element(std::string_view name, const Attributes& attributes);

/// Words of a drawing at a place; how they stand to it is told by `classes`.
Markup label(double x, double y, std::string_view classes, const std::string& untrusted);

/// A coordinate or length of a drawing: at most two decimals, without zeros at the end or a minus
/// zero; "0" where it is not finite.
std::string px(double value);

} // namespace chart
