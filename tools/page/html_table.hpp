// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/markup.hpp"

#include <string>
#include <vector>

namespace page {

/// A column's head, and whether its cells are figures (aligned to the right).
struct HtmlColumn {
    std::string title;
    bool figures = false;
};

/// A table that scrolls within itself on a narrow screen. The first cell of each row is its head.
chart::Markup html_table(const std::string& caption, const std::vector<HtmlColumn>& columns,
                         const std::vector<std::vector<chart::Markup>>& rows);

} // namespace page
