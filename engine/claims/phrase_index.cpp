// SPDX-License-Identifier: MIT
#include "engine/claims/phrase_index.hpp"

#include <algorithm>

namespace engine {
namespace {

std::uint64_t step_key(std::uint32_t state, std::uint32_t word) {
    return (static_cast<std::uint64_t>(state) << 32U) | word;
}

bool may_be_skipped(const Tokens& tokens, std::size_t at) {
    return tokens.list[at].kind == TokenKind::kMark && !tokens.list[at].space_before &&
           (tokens.is(at, ".") || tokens.is(at, "-"));
}

} // namespace

std::int32_t PhraseIndex::child_of(std::int32_t node, char letter) const {
    if (node == 0) { // most words end here: no list to walk
        return first_[static_cast<unsigned char>(letter)];
    }
    std::int32_t child = nodes_[static_cast<std::size_t>(node)].child;
    while (child >= 0 && nodes_[static_cast<std::size_t>(child)].letter != letter) {
        child = nodes_[static_cast<std::size_t>(child)].sibling;
    }
    return child;
}

std::uint32_t PhraseIndex::word_id(std::string_view word, bool prefix) {
    std::int32_t node = 0;
    for (const char letter : word) {
        std::int32_t child = child_of(node, letter);
        if (child < 0) {
            child = static_cast<std::int32_t>(nodes_.size());
            Node fresh;
            fresh.letter = letter;
            fresh.sibling = node == 0 ? -1 : nodes_[static_cast<std::size_t>(node)].child;
            nodes_.push_back(fresh);
            (node == 0 ? first_[static_cast<unsigned char>(letter)]
                       : nodes_[static_cast<std::size_t>(node)].child) = child;
        }
        node = child;
    }
    Node& end = nodes_[static_cast<std::size_t>(node)];
    std::int32_t& id = prefix ? end.prefix : end.whole;
    if (id < 0) {
        id = static_cast<std::int32_t>(word_count_++);
    }
    return static_cast<std::uint32_t>(id);
}

void PhraseIndex::add(std::string_view phrase, std::uint32_t payload) {
    const Tokens tokens = tokenize(phrase);
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.is(i, "*") && !tokens.list[i].space_before && i > 0) {
            continue; // belonged to the word before
        }
        const bool prefix = tokens.is(i + 1, "*") && !tokens.list[i + 1].space_before;
        const std::uint64_t key = step_key(state, word_id(tokens.word(i), prefix));
        const auto [place, fresh] =
            next_.try_emplace(key, static_cast<std::uint32_t>(payloads_.size()));
        if (fresh) {
            payloads_.emplace_back();
        }
        state = place->second;
    }
    auto& here = payloads_[state];
    if (state != 0 && std::find(here.begin(), here.end(), payload) == here.end()) {
        here.push_back(payload);
    }
}

void PhraseIndex::look_up(std::string_view word, WordIds& ids) const {
    std::int32_t node = 0;
    for (const char letter : word) {
        node = child_of(node, letter);
        if (node < 0) {
            return;
        }
        const std::int32_t prefix = nodes_[static_cast<std::size_t>(node)].prefix;
        if (prefix >= 0) {
            ids.push_back(static_cast<std::uint32_t>(prefix));
        }
    }
    const std::int32_t whole = nodes_[static_cast<std::size_t>(node)].whole;
    if (whole >= 0) {
        ids.push_back(static_cast<std::uint32_t>(whole));
    }
}

PhraseIndex::LookedUp PhraseIndex::look_up_range(const Tokens& tokens, std::size_t from,
                                                 std::size_t to) const {
    LookedUp out;
    out.base = from;
    out.starts.reserve(to - from + 1);
    for (std::size_t i = from; i < to; ++i) {
        out.starts.push_back(out.ids.size());
        look_up(tokens.word(i), out.ids);
    }
    out.starts.push_back(out.ids.size());
    return out;
}

// The depth is that of the longest phrase, the breadth the few patterns one word can match.
void PhraseIndex::extend(const Tokens& tokens, const LookedUp& words, std::size_t first,
                         std::size_t at, std::uint32_t state, std::vector<PhraseMatch>& out) const {
    const std::size_t place = at - words.base;
    if (place + 1 >= words.starts.size()) {
        return;
    }
    for (std::size_t k = words.starts[place]; k < words.starts[place + 1]; ++k) {
        const auto step = next_.find(step_key(state, words.ids[k]));
        if (step == next_.end()) {
            continue;
        }
        for (const std::uint32_t payload : payloads_[step->second]) {
            out.push_back({first, at + 1, payload});
        }
        const std::size_t next = at + 1;
        if (next >= tokens.list.size()) {
            continue;
        }
        extend(tokens, words, first, next, step->second, out);
        if (may_be_skipped(tokens, next)) {
            extend(tokens, words, first, next + 1, step->second, out);
        }
    }
}

namespace {

void longest_first(std::vector<PhraseMatch>& matches, std::size_t from) {
    std::stable_sort(matches.begin() + static_cast<std::ptrdiff_t>(from), matches.end(),
                     [](const auto& a, const auto& b) { return a.last > b.last; });
}

} // namespace

std::vector<PhraseMatch> PhraseIndex::find_all(const Tokens& tokens) const {
    const LookedUp words = look_up_range(tokens, 0, tokens.list.size());
    std::vector<PhraseMatch> out;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        const std::size_t before = out.size();
        extend(tokens, words, i, i, 0, out);
        longest_first(out, before);
    }
    return out;
}

bool PhraseIndex::begins_phrase(std::string_view word) const {
    WordIds ids;
    look_up(word, ids);
    return std::any_of(ids.begin(), ids.end(),
                       [&](std::uint32_t id) { return next_.count(step_key(0, id)) > 0; });
}

std::vector<PhraseMatch> PhraseIndex::find_at(const Tokens& tokens, std::size_t i) const {
    constexpr std::size_t kReach = 12; // tokens; no name is longer
    if (!begins_phrase(tokens.word(i))) {
        return {}; // nearly always
    }
    const LookedUp words = look_up_range(tokens, i, std::min(i + kReach, tokens.list.size()));
    std::vector<PhraseMatch> out;
    extend(tokens, words, i, i, 0, out);
    longest_first(out, 0);
    return out;
}

} // namespace engine
