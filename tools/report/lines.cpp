// SPDX-License-Identifier: MIT
#include "tools/report/lines.hpp"

#include "engine/claims/utf8.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <utility>

namespace report {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLeastLabels = 12;
constexpr std::size_t kLeastRoom = 20;

using Lines = std::vector<std::string>;

Lines wrapped(const std::string& text, std::size_t width) {
    Lines lines;
    const std::string all = wrap(text, width);
    for (std::size_t at = 0; at <= all.size();) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        lines.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::size_t label_column(const std::vector<Entry>& entries) {
    std::size_t widest = kLeastLabels;
    for (const Entry& entry : entries) {
        widest = std::max(widest, display_width(entry.label));
    }
    return widest;
}

void cut_last_line(Lines& lines, std::size_t width) {
    lines.pop_back();
    std::string& last = lines.back();
    last = display_width(last) + 2 <= width ? last + " …" : shorten_end(last, width - 1) + "…";
}

void cut(std::vector<Lines>& bodies, const std::vector<Entry>& entries,
         const std::vector<std::size_t>& widths, std::size_t most_lines) {
    const auto total = [&] {
        std::size_t sum = 0;
        for (const Lines& lines : bodies) {
            sum += lines.size();
        }
        return sum;
    };
    while (total() > most_lines) {
        std::size_t longest = bodies.size();
        std::size_t least = bodies.size();
        const auto goes_first = [&](std::size_t i, std::size_t than) {
            return std::pair(!entries[i].last_cut, bodies[i].size()) >=
                   std::pair(!entries[than].last_cut, bodies[than].size());
        };
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            const bool can = entries[i].may_be_cut && bodies[i].size() > 1;
            if (can && (longest == bodies.size() || goes_first(i, longest))) {
                longest = i;
            }
            least = entries[i].may_go && !bodies[i].empty() ? i : least;
        }
        if (longest < bodies.size()) {
            cut_last_line(bodies[longest], widths[longest]);
        } else if (least < bodies.size()) {
            bodies[least].clear();
        } else if (bodies.front().size() > 1) {
            cut_last_line(bodies.front(), widths.front());
        } else {
            return;
        }
    }
}

char32_t upper(char32_t code) {
    const bool ascii = code >= U'a' && code <= U'z';
    const bool latin = code >= 0xE0 && code <= 0xFE && code != 0xF7;
    const bool cyrillic = code >= 0x430 && code <= 0x44F;
    const bool cyrillic_more = code >= 0x450 && code <= 0x45F;
    return ascii || latin || cyrillic ? code - 0x20
           : cyrillic_more            ? code - 0x50
           : code == 0x491            ? code - 1
                                      : code;
}

} // namespace

std::string entries_text(const std::vector<Entry>& entries, const Screen& screen,
                         std::size_t most_lines) {
    const std::size_t column = kIndent + label_column(entries) + 1;
    std::vector<Lines> bodies;
    std::vector<std::size_t> widths;
    bool labelled = false; // an entry that follows a label without one belongs to it
    for (const Entry& entry : entries) {
        labelled = labelled || !entry.label.empty();
        const std::size_t indent = labelled ? column : kIndent;
        widths.push_back(screen.width > indent + kLeastRoom ? screen.width - indent : kLeastRoom);
        bodies.push_back(wrapped(entry.text, widths.back()));
    }
    if (most_lines > 0) {
        cut(bodies, entries, widths, most_lines);
    }
    std::string result;
    labelled = false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        labelled = labelled || !entries[i].label.empty();
        const std::size_t indent = labelled ? column : kIndent;
        std::string start = std::string(kIndent, ' ') + entries[i].label;
        start += std::string(indent - std::min(indent, display_width(start)), ' ');
        for (const std::string& line : bodies[i]) {
            result += (start.find_first_not_of(' ') == std::string::npos
                           ? start
                           : paint(start, Tone::faint, screen)) +
                      line + '\n';
            start = std::string(indent, ' ');
        }
    }
    return result;
}

std::string capitals(std::string_view utf8) {
    std::string result;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [code, bytes] = shapes::io::decode_utf8(utf8, i);
        engine::append_utf8(result, upper(code));
        i += bytes;
    }
    return result;
}

} // namespace report
