// SPDX-License-Identifier: MIT
#include "engine/claims/words/phrase_list.hpp"

#include "engine/claims/words/word_hash.hpp"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

bool ends_so(const Tokens& tokens, std::size_t last, const std::vector<std::string>& words) {
    for (std::size_t back = 1; back <= words.size(); ++back) {
        if (tokens.word(last - back) != words[words.size() - back]) {
            return false;
        }
    }
    return true;
}

} // namespace

void PhraseList::add(const std::string& folded_phrase) {
    const Tokens tokens = tokenize(folded_phrase);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        words.emplace_back(tokens.word(i));
    }
    if (words.empty()) {
        return;
    }
    begins_.set(sketch(words.front()));
    ends_.set(sketch(words.back()));
    longest_ = std::max(longest_, words.size());
    auto& alike = by_last_word_[word_hash(words.back())];
    alike.push_back(std::move(words));
    std::ranges::stable_sort(alike,
                             [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

bool PhraseList::is(const Tokens& tokens, std::size_t first, std::size_t last) const {
    if (first >= last || last > tokens.list.size() || !ends_[sketch(tokens.word(last - 1))]) {
        return false;
    }
    const auto place = by_last_word_.find(word_hash(tokens.word(last - 1)));
    return place != by_last_word_.end() &&
           std::ranges::any_of(place->second, [&](const std::vector<std::string>& words) {
               return words.size() == last - first && ends_so(tokens, last, words);
           });
}

std::optional<std::size_t> PhraseList::ending_at(const Tokens& tokens, std::size_t last) const {
    if (last == 0 || last > tokens.list.size() || !ends_[sketch(tokens.word(last - 1))]) {
        return std::nullopt;
    }
    const auto place = by_last_word_.find(word_hash(tokens.word(last - 1)));
    if (place == by_last_word_.end()) {
        return std::nullopt;
    }
    for (const std::vector<std::string>& words : place->second) {
        if (words.size() <= last && ends_so(tokens, last, words)) {
            return last - words.size();
        }
    }
    return std::nullopt;
}

} // namespace engine
