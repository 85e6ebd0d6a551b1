// SPDX-License-Identifier: MIT
#include "engine/claims/find/multiple.hpp"

#include "engine/claims/find/spoken_number.hpp"

#include <algorithm>
#include <string_view>

namespace engine {
namespace {

constexpr std::size_t kLongestNumber = 8; // tokens
constexpr double kMostTimes = 1e6;

/// The longest number that ends at token `last`.
std::optional<Quantity> number_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    const std::size_t from = last > s.first + kLongestNumber ? last - kLongestNumber : s.first;
    for (std::size_t i = from; i < last; ++i) {
        auto q = read_quantity(text, i, last);
        if (q && q->last == last && q->value > 0.0 && q->value < kMostTimes) {
            // "dozens of times" compares with nothing that could be measured.
            return q->vague ? std::nullopt : q;
        }
        if (q && q->last < last) {
            i = q->last - 1; // not from the middle of another number
        }
    }
    return std::nullopt;
}

/// Back over the hyphen of "4,5-mal".
std::size_t without_hyphen(const Annotated& text, Sentence s, std::size_t last) {
    return last > s.first && text.tokens().is(last - 1, "-") ? last - 1 : last;
}

Multiple of(Multiple::Form form, const Quantity& ratio, std::size_t last) {
    return {form, ratio, ratio.first, last};
}

std::optional<Multiple> times_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    const auto times = text.ending_at(last, Meaning::kTimes);
    if (!times || times->first <= s.first) {
        return std::nullopt;
    }
    const auto q = number_ending_at(text, s, without_hyphen(text, s, times->first));
    return q ? std::optional(of(Multiple::Form::kTimes, *q, last)) : std::nullopt;
}

std::optional<Multiple> percent_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    const auto percent = text.ending_at(last, Meaning::kPercent);
    if (!percent || percent->first <= s.first) {
        return std::nullopt;
    }
    auto q = number_ending_at(text, s, without_hyphen(text, s, percent->first));
    if (!q) {
        return std::nullopt;
    }
    q->value /= 100.0;
    q->low /= 100.0;
    q->high /= 100.0;
    return of(Multiple::Form::kPercent, *q, last);
}

/// "vierfache", "tienmaal": a number and an ending that multiplies, in one word.
std::optional<Multiple> compound_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    if (last <= s.first || text.tokens().list[last - 1].kind != TokenKind::kWord) {
        return std::nullopt;
    }
    const std::string_view word = text.tokens().word(last - 1);
    for (const std::string& ending : text.lexicon().times_endings) {
        if (!word.ends_with(ending) || word.size() == ending.size()) {
            continue;
        }
        if (const auto value =
                compound_value(text.lexicon(), word.substr(0, word.size() - ending.size()))) {
            Quantity q;
            q.first = last - 1;
            q.last = last;
            q.value = q.low = q.high = *value;
            return of(Multiple::Form::kTimes, q, last);
        }
    }
    return std::nullopt;
}

std::optional<Multiple> word_ending_at(const Annotated& text, Sentence s, std::size_t last,
                                       Meaning meaning) {
    const auto found = text.ending_at(last, meaning);
    if (!found || found->first < s.first) {
        return std::nullopt;
    }
    Quantity q;
    q.first = found->first;
    q.last = last;
    q.value = q.low = q.high = found->what->value;
    return of(q.value < 1.0 ? Multiple::Form::kPart : Multiple::Form::kTimes, q, last);
}

std::optional<Multiple> count_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    const auto q = number_ending_at(text, s, last);
    const bool article = q && q->value == 1.0 && !is_digits(text.tokens(), q->first, last);
    return q && !article && !may_be_year(text, *q)
               ? std::optional(of(Multiple::Form::kCount, *q, last))
               : std::nullopt;
}

} // namespace

std::optional<Multiple> multiple_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    if (auto times = times_ending_at(text, s, last)) {
        return times;
    }
    if (auto word = word_ending_at(text, s, last, Meaning::kMultiple)) {
        return word;
    }
    if (auto word = compound_ending_at(text, s, last)) {
        return word;
    }
    if (auto percent = percent_ending_at(text, s, last)) {
        return percent;
    }
    if (auto part = word_ending_at(text, s, last, Meaning::kFraction)) {
        return part;
    }
    return count_ending_at(text, s, last);
}

bool multiplies(const Annotated& text, Sentence s, std::size_t last) {
    if (last <= s.first || last > text.size()) {
        return false;
    }
    constexpr Meanings kMultiplying = bit_of(Meaning::kTimes) | bit_of(Meaning::kMultiple) |
                                      bit_of(Meaning::kPercent) | bit_of(Meaning::kFraction) |
                                      bit_of(Meaning::kMultiplier) | bit_of(Meaning::kVague);
    if (text.ends_any(kMultiplying, last) || count_ending_at(text, s, last)) {
        return true;
    }
    const std::string_view word = text.tokens().word(last - 1);
    return std::ranges::any_of(text.lexicon().times_endings, [&](const std::string& ending) {
        return ending.size() >= 3 && word.size() > ending.size() + 2 && word.ends_with(ending);
    });
}

} // namespace engine
