// SPDX-License-Identifier: MIT
#include "tools/report/table.hpp"

#include "tools/report/text.hpp"

#include <algorithm>

namespace report {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastShrunk = 12;

const char* escape(Tone tone) {
    switch (tone) {
    case Tone::plain:
        return "";
    case Tone::strong:
        return "\x1b[1m";
    case Tone::faint:
        return "\x1b[2m";
    case Tone::good:
        return "\x1b[32m";
    case Tone::bad:
        return "\x1b[31m";
    case Tone::warning:
        return "\x1b[33m";
    }
    return "";
}

// Characters from the decimal point on.
std::size_t fraction_width(const std::string& text) {
    const std::size_t point = text.rfind('.');
    return point == std::string::npos ? 0 : text.size() - point;
}

std::string spaces(std::size_t n) {
    return std::string(n, ' ');
}

} // namespace

std::string paint(std::string_view text, Tone tone, const Screen& screen) {
    if (!screen.colour || tone == Tone::plain || text.empty()) {
        return std::string(text);
    }
    return escape(tone) + std::string(text) + "\x1b[0m";
}

void Table::add(std::vector<Cell> row) {
    row.resize(columns_.size(), Cell(""));
    rows_.push_back(std::move(row));
}

std::vector<std::size_t> Table::widths(const Screen& screen) const {
    std::vector<std::size_t> result;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = display_width(columns_[c].title);
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row[c].text));
        }
        result.push_back(width);
    }
    std::size_t total = kGap * (columns_.size() - 1);
    for (const std::size_t width : result) {
        total += width;
    }
    for (std::size_t c = 0; c < columns_.size() && total > screen.width; ++c) {
        if (columns_[c].may_shrink && result[c] > kLeastShrunk) {
            const std::size_t cut = std::min(total - screen.width, result[c] - kLeastShrunk);
            result[c] -= cut;
            total -= cut;
        }
    }
    return result;
}

std::string Table::text(const Screen& screen) const {
    // Texts first: a decimal column is padded behind, so that points stand under each other.
    std::vector<std::vector<Cell>> rows = rows_;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].align != Align::decimal) {
            continue;
        }
        std::size_t fraction = 0;
        for (const auto& row : rows) {
            fraction = std::max(fraction, fraction_width(row[c].text));
        }
        for (auto& row : rows) {
            row[c].text += spaces(fraction - fraction_width(row[c].text));
        }
    }
    Table padded(columns_);
    padded.rows_ = std::move(rows);
    const std::vector<std::size_t> width = padded.widths(screen);

    std::string result;
    const auto add_line = [&](const std::vector<Cell>& cells) {
        std::string line;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string shown = shorten_start(cells[c].text, width[c]);
            const std::string fill = spaces(width[c] - display_width(shown));
            const std::string painted = paint(shown, cells[c].tone, screen);
            const bool is_left = columns_[c].align == Align::left;
            line += (c == 0 ? "" : spaces(kGap)) + (is_left ? painted + fill : fill + painted);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result += line + '\n';
    };
    std::vector<Cell> titles;
    bool has_title = false;
    for (const Column& column : columns_) {
        titles.emplace_back(column.title, Tone::faint);
        has_title = has_title || !column.title.empty();
    }
    if (has_title) {
        add_line(titles);
    }
    for (const auto& row : padded.rows_) {
        add_line(row);
    }
    return result;
}

} // namespace report
