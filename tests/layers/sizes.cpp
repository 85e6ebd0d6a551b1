// SPDX-License-Identifier: MIT
#include "tests/layers/sizes.hpp"

#include <algorithm>
#include <cctype>

namespace layers {
namespace {

/// One past the literal or comment that begins at `i`, or `i` where none begins there.
std::size_t past_literal(std::string_view s, std::size_t i) {
    const auto past = [&](std::string_view end, std::size_t from) {
        const std::size_t at = s.find(end, from);
        return at == std::string_view::npos ? s.size() : at + end.size();
    };
    if (s.substr(i, 2) == "//") {
        return std::min(s.find('\n', i), s.size());
    }
    if (s.substr(i, 2) == "/*") {
        return past("*/", i + 2);
    }
    if (s.substr(i, 2) == "R\"") {
        const std::size_t open = s.find('(', i);
        return past(")" + std::string(s.substr(i + 2, open - i - 2)) + "\"", open);
    }
    const bool digit_separator =
        s[i] == '\'' && i > 0 && std::isxdigit(static_cast<unsigned char>(s[i - 1])) != 0;
    if ((s[i] != '"' && s[i] != '\'') || digit_separator) {
        return i;
    }
    std::size_t end = i + 1;
    while (end < s.size() && s[end] != s[i]) {
        end += s[end] == '\\' ? 2U : 1U;
    }
    return end + 1;
}

/// The source with literals, comments and directives blanked out; line ends stay where they are.
std::string code_of(std::string_view source) {
    std::string code(source);
    bool at_line_start = true;
    for (std::size_t i = 0; i < source.size();) {
        std::size_t end = past_literal(source, i);
        if (at_line_start && source[i] == '#') {
            end = i;
            do {
                end = std::min(source.find('\n', end + 1), source.size());
            } while (end < source.size() && source[end - 1] == '\\');
        }
        at_line_start = source[i] == '\n' || (at_line_start && source[i] == ' ');
        if (end == i) {
            ++i;
            continue;
        }
        for (; i < std::min(end, code.size()); ++i) {
            code[i] = code[i] == '\n' ? '\n' : ' ';
        }
    }
    return code;
}

enum class Block { transparent, function, other };

/// What a block is, from the text between the last ';', '{' or '}' and its brace.
Block kind_of(std::string_view head) {
    std::string text(head);
    text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
    if (text.empty()) {
        return Block::other;
    }
    for (const char* word : {"namespace", "class ", "struct ", "union ", "enum ", "extern "}) {
        const std::size_t at = text.find(word);
        if (at != std::string::npos && (at == 0 || text.starts_with("template"))) {
            const bool makes_function = text.find('(') != std::string::npos && text[0] != 'n';
            return makes_function ? Block::function : Block::transparent;
        }
    }
    return text.find('(') != std::string::npos ? Block::function : Block::other;
}

} // namespace

std::vector<Function> functions(std::string_view source) {
    const std::string code = code_of(source);
    const auto line_of = [&code](std::size_t at) {
        return 1 + static_cast<std::size_t>(std::count(
                       code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    };
    std::vector<Function> found;
    std::vector<Block> open;
    std::size_t head = 0;  // where the text before the next brace begins
    std::size_t begin = 0; // of the function we are in
    std::size_t depth = 0; // blocks around it
    for (std::size_t i = 0; i < code.size(); ++i) {
        const bool inside = std::find(open.begin(), open.end(), Block::function) != open.end();
        if (code[i] == '{') {
            const bool nested =
                inside || std::find(open.begin(), open.end(), Block::other) != open.end();
            open.push_back(nested ? Block::other
                                  : kind_of(std::string_view(code).substr(head, i - head)));
            if (open.back() == Block::function) {
                begin = code.find_first_not_of(" \n", head);
                depth = open.size();
            }
        } else if (code[i] == '}' && !open.empty()) {
            if (open.back() == Block::function && open.size() == depth) {
                const std::size_t first = line_of(begin);
                const std::size_t end = std::min(code.find('\n', begin), code.size());
                found.push_back({code.substr(begin, end - begin), first, line_of(i) - first + 1});
            }
            open.pop_back();
        }
        if (code[i] == '{' || code[i] == '}' || code[i] == ';') {
            head = i + 1;
        }
    }
    return found;
}

std::vector<std::string> too_long(std::string_view path, std::string_view source) {
    std::vector<std::string> found;
    const auto lines = static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n'));
    if (lines > kMostLinesOfFile) {
        found.push_back(std::string(path) + " has " + std::to_string(lines) + " lines");
    }
    for (const Function& f : functions(source)) {
        if (f.lines > kMostLinesOfFunction) {
            found.push_back(std::string(path) + ":" + std::to_string(f.line) + ": " + f.signature +
                            " has " + std::to_string(f.lines) + " lines");
        }
    }
    return found;
}

} // namespace layers
