// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/excepted.hpp"

#include "engine/claims/resolve/place.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace engine {
namespace {

constexpr std::size_t kReach = 6; // tokens: "without the peninsula of"

/// Where the words that begin at a token end: at a mark, or where a figure begins.
std::size_t end_of_words(const Annotated& text, Sentence s, std::span<const Draft> drafts,
                         std::size_t from) {
    std::size_t last = from;
    while (last < s.last && text.tokens().list[last].kind != TokenKind::kMark &&
           std::ranges::none_of(drafts, [&](const Draft& d) { return d.first == last; })) {
        ++last;
    }
    return last;
}

/// The regions in [from, to) that are parts of a country.
std::vector<NameFound> regions_in(const Annotated& text, std::size_t from, std::size_t to) {
    std::vector<NameFound> found;
    for (std::size_t i = from; i < to; ++i) {
        const auto region = yardstick_at(text, i);
        if (region && !is_country(text, i)) {
            found.push_back(*region);
            i = region->last - 1;
        }
    }
    return found;
}

/// What stands in [from, to), behind "without" or before "not included"; nullopt where that is no
/// land.
std::optional<std::string> land_in(const Annotated& text, std::size_t from, std::size_t to,
                                   std::string_view input) {
    const auto regions = regions_in(text, from, to);
    const bool more = text.has(Meaning::kAreaNoun, from, to) ||
                      (!regions.empty() && text.at(regions.back().last, Meaning::kNumberAnd));
    if (regions.size() == 1 && !more) {
        return regions.front().regions.front()->name;
    }
    return !regions.empty() || more ? std::optional(words_of(text, from, to, input)) : std::nullopt;
}

/// The figure that words at a token are said of: the one before them, else the first.
std::size_t owner_of(std::span<const Draft> drafts, std::size_t at) {
    std::size_t owner = 0;
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        if (drafts[d].last <= at) {
            owner = d;
        }
    }
    return owner;
}

} // namespace

std::string read_excepted(const Annotated& text, Sentence s, std::span<const Draft> drafts,
                          std::size_t which, std::string_view input) {
    const Lexicon& lexicon = text.lexicon();
    for (std::size_t i = s.first; i < s.last; ++i) {
        if (owner_of(drafts, i) != which) {
            continue;
        }
        std::optional<std::string> land;
        if (const auto behind = text.phrase_at(i, lexicon.without, s.last)) {
            const std::size_t end = end_of_words(text, s, drafts, *behind);
            const std::size_t near = std::min(end, *behind + kReach);
            if (*behind < near && land_in(text, *behind, near, input)) {
                land = land_in(text, *behind, end, input);
            }
        }
        if (!land && text.phrase_at(i, lexicon.left_out, s.last)) {
            const std::size_t from = i > s.first + kReach ? i - kReach : s.first;
            const auto regions = regions_in(text, from, i);
            if (!regions.empty() && regions.back().last + 1 >= i) { // "Crimea is not included"
                land = land_in(text, regions.back().first, regions.back().last, input);
            }
        }
        if (land) {
            return *land;
        }
    }
    return {};
}

} // namespace engine
