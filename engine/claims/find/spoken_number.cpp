// SPDX-License-Identifier: MIT
#include "engine/claims/find/spoken_number.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace engine {

bool SpokenNumber::can_add(double number, bool digits) const {
    if (!started_) {
        return true;
    }
    if (!has_current_) {
        return number < last_multiplier_;
    }
    if (digits || last_was_digits_) {
        return false;
    }
    return (number < 10.0 && std::fmod(current_, 10.0) == 0.0 && current_ >= 20.0) ||
           (number < 100.0 && std::fmod(current_, 100.0) == 0.0 && current_ >= 100.0) ||
           (number == 10.0 && current_ == 60.0);
}

void SpokenNumber::add(double number, bool digits, double step) {
    current_ += number;
    has_current_ = true;
    started_ = true;
    last_was_digits_ = digits;
    step_ = step;
}

void SpokenNumber::multiply(double by) {
    if (!has_current_ && total_ > 0.0) { // "two thousand million"
        total_ *= by;
    } else if (by == 100.0) {
        current_ = (has_current_ ? current_ : 1.0) * by;
        has_current_ = true;
        started_ = true;
        step_ *= by;
        last_was_digits_ = false;
        return;
    } else {
        total_ += (has_current_ ? current_ : 1.0) * by;
    }
    current_ = 0.0;
    has_current_ = false;
    started_ = true;
    last_multiplier_ = by;
    largest_ = std::max(largest_, by);
    step_ *= by;
}

void SpokenNumber::add_half() {
    if (has_current_ || total_ <= 0.0) {
        add(0.5, false, 0.1);
        return;
    }
    total_ += 0.5 * last_multiplier_;
    step_ = 0.1 * last_multiplier_;
}

namespace {

/// Takes "zweitausendfünfhundert" apart; the parts' concepts, or none where anything is left over.
/// The work is bounded by the length of the longest numeral; longer words are no numbers.
bool take_apart(const Lexicon& lexicon, std::string_view rest, int depth,
                std::vector<const Concept*>& parts) {
    if (rest.empty()) {
        return !parts.empty();
    }
    if (depth > 8) {
        return false;
    }
    for (const auto& [word, index] : lexicon.number_words) {
        if (rest.starts_with(word)) {
            parts.push_back(&lexicon.concepts[index]);
            if (take_apart(lexicon, rest.substr(word.size()), depth + 1, parts)) {
                return true;
            }
            parts.pop_back();
        }
    }
    for (const std::string& link : lexicon.links) {
        if (!parts.empty() && rest.size() > link.size() && rest.starts_with(link) &&
            take_apart(lexicon, rest.substr(link.size()), depth + 1, parts)) {
            return true;
        }
    }
    return false;
}

constexpr std::size_t kLongestNumeral = 60; // bytes

bool add_parts(const Lexicon& lexicon, std::string_view word, SpokenNumber& sum) {
    std::vector<const Concept*> parts;
    if (!take_apart(lexicon, word, 0, parts)) {
        return false;
    }
    for (const Concept* part : parts) {
        if (part->meaning == Meaning::kMultiplier) {
            sum.multiply(part->value);
        } else {
            sum.add(part->value, false, 1.0);
        }
    }
    return true;
}

} // namespace

bool add_compound(const Annotated& text, std::size_t i, SpokenNumber& sum) {
    const std::string_view word = text.tokens().word(i);
    if (!text.lexicon().compounds || word.size() > kLongestNumeral || word.size() < 4 ||
        text.tokens().list[i].kind != TokenKind::kWord || !sum.empty()) {
        return false;
    }
    return add_parts(text.lexicon(), word, sum);
}

std::optional<double> compound_value(const Lexicon& lexicon, std::string_view word) {
    SpokenNumber sum;
    const bool whole = word.size() <= kLongestNumeral && add_parts(lexicon, word, sum);
    return whole ? std::optional(sum.value()) : std::nullopt;
}

} // namespace engine
