// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/unit.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// Where a terminal report goes.
struct Screen {
    bool colour = false;
    std::size_t width = 80; ///< columns
    AreaUnit unit = AreaUnit::km2;
};

/// What a piece of text is, for its colour.
enum class Tone { plain, strong, faint, good, bad, warning };

/// `text` in the tone's colour where the screen has colour.
std::string paint(std::string_view text, Tone tone, const Screen& screen);

enum class Align {
    left,
    right,
    decimal, ///< on the decimal point, units digits under each other
};

struct Column {
    std::string title;
    Align align = Align::left;
    /// May be cut (from the start, as suits a path) where the table is wider than the screen.
    bool may_shrink = false;
};

struct Cell {
    std::string text; ///< already cleaned
    Tone tone = Tone::plain;

    Cell(std::string text_, Tone tone_ = Tone::plain) : text(std::move(text_)), tone(tone_) {}
    Cell(const char* text_) : text(text_) {}
};

/// Rows under titles, two spaces between columns, widths as needed. Columns that may shrink give
/// way first where the screen is narrow, down to twelve columns; beyond that lines run over, since
/// a cut figure would be a wrong one.
class Table {
  public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
    /// A row shorter than the columns is filled with empty cells.
    void add(std::vector<Cell> row);
    bool empty() const { return rows_.empty(); }
    /// The table, each line ended; a title line unless every title is empty.
    std::string text(const Screen& screen) const;

  private:
    std::vector<std::size_t> widths(const Screen& screen) const;

    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_;
};

} // namespace report
