// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace report {

/// A labelled text of a report; without a label it stands where the labels begin.
struct Entry {
    std::string label;
    std::string text;        ///< already cleaned
    bool may_be_cut = false; ///< down to one line
    bool may_go = false;     ///< altogether, where cutting is not enough
    bool last_cut = false;   ///< cut only where no other can be: half of it would mislead
};

/// "  label        text", each text wrapped under itself, the texts of all in one column.
///
/// With `most_lines` above 0 the longest of those that may be cut lose their last lines, which "…"
/// stands for, until all have room; where that is not enough, those that may go do, the last of
/// them first, and at the end the first text of all is cut.
std::string entries_text(const std::vector<Entry>& entries, const Screen& screen,
                         std::size_t most_lines = 0);

/// Upper case of Latin-1's and Cyrillic letters as well as ASCII's; others stay as they are.
std::string capitals(std::string_view utf8);

} // namespace report
