// SPDX-License-Identifier: MIT
#include "engine/toml/nesting.hpp"

#include <algorithm>

namespace engine {
namespace {

/// The place after a string that begins at `at`, or the end of its line where it is not closed.
std::size_t after_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string_view mark = text.substr(at, 3);
    const bool several_lines = mark.size() == 3 && mark[1] == quote && mark[2] == quote;
    for (std::size_t i = at + (several_lines ? 3 : 1); i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (several_lines ? text.substr(i, 3) == mark : text[i] == quote) {
            return i + (several_lines ? 3 : 1);
        } else if (!several_lines && text[i] == '\n') {
            return i;
        }
    }
    return text.size();
}

/// How deep the text is nested, character by character.
class Depth {
  public:
    void see(char c) {
        if (c == '.') {
            ++dots_; // of a key, or the one of a number
            return;
        }
        if (c == '[' || c == '{') {
            ++open_;
        } else if ((c == ']' || c == '}') && open_ > 0) {
            --open_;
        } else if (c != '\n' && c != '=' && c != ',') {
            return;
        }
        dots_ = 0;
    }
    std::size_t levels() const { return dots_ + open_; }

  private:
    std::size_t dots_ = 0;
    std::size_t open_ = 0;
};

} // namespace

std::optional<std::size_t> line_nested_too_deep(std::string_view text) {
    std::size_t line = 1;
    Depth depth;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        std::size_t next = i + 1;
        if (c == '#') {
            next = std::min(text.find('\n', i), text.size());
        } else if (c == '"' || c == '\'') {
            next = after_string(text, i);
        } else {
            depth.see(c);
        }
        if (depth.levels() > kMostNested) {
            return line;
        }
        const std::string_view passed = text.substr(i, next - i);
        line += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        i = next;
    }
    return std::nullopt;
}

} // namespace engine
