// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/dateline.hpp"

#include <algorithm>
#include <cstddef>

namespace engine {
namespace {

constexpr std::size_t kHeadLines = 12;
constexpr std::size_t kHeadBytes = 2000;
constexpr std::size_t kLongestDateline = 8; // tokens

std::size_t words_in(const Tokens& tokens, std::size_t first, std::size_t last) {
    return static_cast<std::size_t>(
        std::count_if(tokens.list.begin() + static_cast<std::ptrdiff_t>(first),
                      tokens.list.begin() + static_cast<std::ptrdiff_t>(last),
                      [](const Token& token) { return token.kind == TokenKind::kWord; }));
}

/// "Published on 12 September 2022, 10:31 BST": up to two words before the day, and behind it a
/// time of day, whose words are those of clocks and whose numbers have two digits at most.
bool stands_alone(const Annotated& line, const DayMention& m) {
    constexpr std::size_t kMostWordsBefore = 2;
    constexpr std::size_t kMostBehind = 9;   // tokens
    constexpr std::size_t kLongestClock = 4; // bytes: "BST", "CEST", "Uhr", "kl"
    const Tokens& tokens = line.tokens();
    if (words_in(tokens, 0, m.first) > kMostWordsBefore || line.size() - m.last > kMostBehind) {
        return false;
    }
    for (std::size_t i = m.last; i < line.size(); ++i) {
        const TokenKind kind = tokens.list[i].kind;
        const std::size_t size = tokens.word(i).size();
        if ((kind == TokenKind::kWord && size > kLongestClock) ||
            (kind == TokenKind::kDigits && size > 2)) {
            return false;
        }
    }
    return true;
}

/// "Oct 5 (Reuters) - ": a day, who tells it, a dash.
bool opens_with_agency(const Tokens& tokens, Sentence s, const DayMention& m) {
    constexpr std::size_t kLongestName = 3; // tokens
    if (m.first != s.first || !tokens.is(m.last, "(")) {
        return false;
    }
    for (std::size_t i = m.last + 2; i + 1 < s.last && i <= m.last + 1 + kLongestName; ++i) {
        if (tokens.is(i, ")")) {
            return tokens.is(i + 1, "-");
        }
    }
    return false;
}

std::optional<DayMention> day_of_line(const Annotated& line) {
    const std::vector<Sentence> sentences = split_sentences(line);
    if (sentences.empty()) {
        return std::nullopt;
    }
    for (const DayMention& m : read_mentions(line, sentences.front(), std::nullopt)) {
        if (m.role == DayMention::Role::kPoint && m.resolved && !m.monthly &&
            (in_dateline(line, sentences.front(), m) || stands_alone(line, m))) {
            return m;
        }
    }
    return std::nullopt;
}

} // namespace

bool in_dateline(const Annotated& text, Sentence s, const DayMention& m) {
    const Tokens& tokens = text.tokens();
    if (opens_with_agency(tokens, s, m)) {
        return true;
    }
    if (m.first > s.first + kLongestDateline || m.first == s.first ||
        !tokens.list[s.first].capital) {
        return false;
    }
    const bool comma = tokens.is(m.first - 1, ",") || tokens.is(m.first - 1, "(");
    const bool bracket = tokens.is(m.last, "(") || tokens.is(m.last, ")") || tokens.is(m.last, "/");
    const bool dash = tokens.is(m.last, "-") && m.last < s.last && tokens.list[m.last].space_before;
    // "Київ, 1 грудня 2025 року." is all of its sentence.
    constexpr std::size_t kLongestPlace = 4; // tokens, with the comma
    const bool alone =
        m.first <= s.first + kLongestPlace && tokens.is(s.last - 1, ".") && m.last + 2 >= s.last;
    return comma && (bracket || dash || alone || tokens.is(m.last, ":"));
}

StatedDay day_of_text(std::string_view text, const Lexicon& lexicon, bool certain) {
    StatedDay found;
    const std::string_view head = text.substr(0, kHeadBytes);
    std::size_t from = 0;
    for (std::size_t line = 0; line < kHeadLines && from < head.size(); ++line) {
        const std::size_t end = std::min(head.find('\n', from), head.size());
        const Annotated piece(head.substr(from, end - from), from, lexicon, certain);
        from = end + 1;
        const std::optional<DayMention> m = day_of_line(piece);
        if (!m) {
            continue;
        }
        if (found.date && *found.date != m->day) {
            return {}; // published and updated, say: not for us to choose
        }
        if (!found.date) {
            found.date = m->day;
            found.words = words_of(piece, m->first, m->last, text);
        }
    }
    return found;
}

} // namespace engine
