// SPDX-License-Identifier: MIT
#include "engine/claims/words/phrase_index.hpp"

#include <algorithm>

namespace engine {
namespace {

std::uint64_t step_key(std::uint32_t state, std::uint32_t word) {
    return (static_cast<std::uint64_t>(state) << 32U) | word;
}

std::uint64_t edge_key(std::uint32_t node, char letter) {
    return (static_cast<std::uint64_t>(node) << 8U) | static_cast<unsigned char>(letter);
}

std::size_t first_letter(std::string_view word) {
    return static_cast<unsigned char>(word[0]);
}

std::size_t first_letters(std::string_view word) {
    return (first_letter(word) << 8U) | static_cast<unsigned char>(word[1]);
}

bool may_be_skipped(const Tokens& tokens, std::size_t at) {
    return tokens.list[at].kind == TokenKind::kMark && !tokens.list[at].space_before &&
           (tokens.is(at, ".") || tokens.is(at, "-"));
}

} // namespace

/// The node behind letter `depth` of a word, from the one before it; 0 where there is none.
std::uint32_t PhraseIndex::child(std::uint32_t node, std::string_view word,
                                 std::size_t depth) const {
    if (depth == 0) {
        return first_[first_letter(word)];
    }
    if (depth == 1) {
        return second_[first_letters(word)];
    }
    const std::uint32_t* const found = edges_.find(edge_key(node, word[depth]));
    return found == nullptr ? 0 : *found;
}

std::uint32_t PhraseIndex::word_id(std::string_view word, bool prefix) {
    std::uint32_t node = 0;
    for (std::size_t depth = 0; depth < word.size(); ++depth) {
        if (const std::uint32_t known = child(node, word, depth)) {
            node = known;
            continue;
        }
        const auto made = static_cast<std::uint32_t>(nodes_.size());
        nodes_.emplace_back();
        if (depth == 0) {
            first_[first_letter(word)] = made;
        } else if (depth == 1) {
            second_[first_letters(word)] = made;
        } else {
            edges_.insert(edge_key(node, word[depth]), made);
        }
        node = made;
    }
    Node& end = nodes_[node];
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
        if (const std::uint32_t* known = next_.find(key)) {
            state = *known;
            continue;
        }
        state = static_cast<std::uint32_t>(payloads_.size());
        payloads_.emplace_back();
        next_.insert(key, state);
    }
    auto& here = payloads_[state];
    if (state != 0 && std::find(here.begin(), here.end(), payload) == here.end()) {
        here.push_back(payload);
    }
}

void PhraseIndex::look_up(std::string_view word, WordIds& ids) const {
    std::uint32_t node = 0;
    for (std::size_t depth = 0; depth < word.size(); ++depth) {
        node = child(node, word, depth);
        if (node == 0) {
            return;
        }
        if (nodes_[node].prefix >= 0) {
            ids.push_back(static_cast<std::uint32_t>(nodes_[node].prefix));
        }
    }
    if (nodes_[node].whole >= 0) {
        ids.push_back(static_cast<std::uint32_t>(nodes_[node].whole));
    }
}

PhraseIndex::LookedUp PhraseIndex::look_up_all(const Tokens& tokens) const {
    LookedUp out;
    out.starts.reserve(tokens.list.size() + 1);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        out.starts.push_back(out.ids.size());
        look_up(tokens.word(i), out.ids);
    }
    out.starts.push_back(out.ids.size());
    return out;
}

// The depth is that of the longest phrase, the breadth the few patterns one word can match.
void PhraseIndex::extend(const Tokens& tokens, const LookedUp& words, std::size_t first,
                         std::size_t at, std::uint32_t state, std::vector<PhraseMatch>& out) const {
    for (std::size_t k = words.starts[at]; k < words.starts[at + 1]; ++k) {
        const std::uint32_t* const step = next_.find(step_key(state, words.ids[k]));
        if (step == nullptr) {
            continue;
        }
        for (const std::uint32_t payload : payloads_[*step]) {
            out.push_back({first, at + 1, payload});
        }
        const std::size_t next = at + 1;
        if (next >= tokens.list.size()) {
            continue;
        }
        extend(tokens, words, first, next, *step, out);
        if (next + 1 < tokens.list.size() && may_be_skipped(tokens, next)) {
            extend(tokens, words, first, next + 1, *step, out);
        }
    }
}

std::vector<PhraseMatch> PhraseIndex::find_all(const Tokens& tokens) const {
    const LookedUp words = look_up_all(tokens);
    std::vector<PhraseMatch> out;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        const std::size_t before = out.size();
        extend(tokens, words, i, i, 0, out);
        if (out.size() > before + 1) {
            std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                             [](const auto& a, const auto& b) { return a.last > b.last; });
        }
    }
    return out;
}

} // namespace engine
