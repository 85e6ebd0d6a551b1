// SPDX-License-Identifier: MIT
#include "tools/page/html_table.hpp"

namespace page {
namespace {

using chart::Attributes;
using chart::element;
using chart::Markup;

Attributes classes(const HtmlColumn& column) {
    return column.figures ? Attributes{{"class", "num"}} : Attributes{};
}

Attributes with_scope(Attributes attributes, const char* scope) {
    attributes.emplace_back("scope", scope);
    return attributes;
}

} // namespace

Markup html_table(const std::string& caption, const std::vector<HtmlColumn>& columns,
                  const std::vector<std::vector<Markup>>& rows) {
    Markup head;
    for (const HtmlColumn& column : columns) {
        head += element("th", with_scope(classes(column), "col"), column.title);
    }
    Markup body;
    for (const std::vector<Markup>& row : rows) {
        Markup cells;
        for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
            cells += i == 0 ? element("th", with_scope(classes(columns[i]), "row"), row[i])
                            : element("td", classes(columns[i]), row[i]);
        }
        body += element("tr", {}, cells);
    }
    return element(
        "div",
        {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}},
        element("table", {},
                element("caption", {}, caption) + element("thead", {}, element("tr", {}, head)) +
                    element("tbody", {}, body)));
}

} // namespace page
