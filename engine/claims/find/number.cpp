// SPDX-License-Identifier: MIT
#include "engine/claims/find/number.hpp"

#include "engine/claims/find/spoken_number.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

/// Whether a letter stands right before the digits ("T-72", "B12", "№2"): then they name a thing.
/// A sign of money before them says that they are no area.
bool is_name_of_thing(const Annotated& text, std::size_t i) {
    const Tokens& tokens = text.tokens();
    if (i > 0 && (tokens.is(i - 1, "$") || tokens.is(i - 1, "€") || tokens.is(i - 1, "£"))) {
        return true;
    }
    if (i == 0 || tokens.list[i].space_before) {
        return false;
    }
    if (tokens.is(i - 1, "-")) {
        return i >= 2 && !tokens.list[i - 1].space_before &&
               tokens.list[i - 2].kind == TokenKind::kWord && !text.at(i - 2, Meaning::kRange);
    }
    return tokens.list[i - 1].kind == TokenKind::kWord || tokens.is(i - 1, "#");
}

struct Single {
    SpokenNumber sum;
    Quantity quantity;
};

std::size_t skip_number_glue(const Annotated& text, std::size_t i, std::size_t end) {
    if (i < end && text.tokens().is(i, "-") &&
        (text.at(i + 1, Meaning::kNumber) || text.at(i + 1, Meaning::kHalfMore))) {
        return i + 1; // "twenty-five", "seven-and-a-half"
    }
    if (const auto link = text.at(i, Meaning::kNumberAnd);
        link && (text.at(link->last, Meaning::kNumber))) {
        return link->last;
    }
    return i;
}

/// One step of reading a number; the token after it, or i where nothing fits.
std::size_t take_step(const Annotated& text, std::size_t i, std::size_t end, Single& out) {
    SpokenNumber& sum = out.sum;
    if (is_digits(text.tokens(), i, end)) {
        const auto literal = read_digits(text, i, end);
        if (!literal || !sum.can_add(literal->value, true)) {
            return i;
        }
        sum.add(literal->value, true, literal->step);
        out.quantity.others = literal->others;
        const auto vulgar = text.at(literal->last, Meaning::kNumber); // "1½"
        if (vulgar && vulgar->last <= end && vulgar->what->value < 1.0 &&
            text.tokens().list[literal->last].kind == TokenKind::kMark) {
            sum.add(vulgar->what->value, true, 0.25);
            return vulgar->last;
        }
        return literal->last;
    }
    if (const auto word = text.at(i, Meaning::kNumber); word && word->last <= end) {
        if (!sum.can_add(word->what->value, false)) {
            return i;
        }
        sum.add(word->what->value, false, 1.0);
        out.quantity.about = out.quantity.about || word->what->key.ends_with("about");
        return word->last;
    }
    if (const auto part = text.at(i, Meaning::kFraction); part && sum.empty()) {
        const auto whole = text.at(part->last, Meaning::kMultiplier);
        if (!whole || whole->last > end) {
            return i;
        }
        sum.add(part->what->value, false, 0.1); // "a quarter of a million"
        return part->last;
    }
    if (const auto half = text.at(i, Meaning::kHalfMore);
        half && !sum.empty() && half->last <= end) {
        sum.add_half();
        return half->last;
    }
    if (const auto word = text.at(i, Meaning::kMultiplier); word && word->last <= end) {
        const Token& token = text.tokens().list[i];
        // "1.2m", but not "100 m"
        const bool letter = word->last == i + 1 && text.tokens().word(i).size() == 1;
        if (!sum.can_multiply(word->what->value) ||
            (letter && (sum.empty() || token.space_before))) {
            return i;
        }
        sum.multiply(word->what->value);
        std::size_t next = word->last;
        if (text.tokens().is(next, ".") && next < end && !text.tokens().list[next].space_before &&
            text.ending_at(next, Meaning::kAbbreviation)) {
            ++next;
        }
        return next;
    }
    return add_compound(text, i, sum) ? i + 1 : i;
}

/// Only a number that ends in zeros is round, and its last non-zero digit is its step.
void find_step(Quantity& q, double written_step) {
    double step = written_step;
    if (written_step >= 1.0 && q.value >= 10.0) {
        while (step < q.value && std::fmod(q.value, step * 10.0) == 0.0) {
            step *= 10.0;
        }
    }
    q.round = step >= 10.0;
    q.step = step;
}

/// "3.800 mila": thousands written twice. Nobody states 3.8 million where 3,800 is meant, so the
/// smaller comes first.
void resolve_double_thousand(Quantity& q, double literal, double multiplier) {
    if (multiplier < 1000.0 || literal < 1000.0) {
        return;
    }
    q.others.insert(q.others.begin(), {q.value, "double_thousand"});
    q.value = literal;
    q.warnings.push_back({WarningCode::thousands_twice});
}

std::optional<Single> read_single(const Annotated& text, std::size_t i, std::size_t end) {
    Single out;
    out.quantity.first = i;
    if (is_digits(text.tokens(), i, end) && is_name_of_thing(text, i)) {
        return std::nullopt;
    }
    if (i > 0 && is_digits(text.tokens(), i - 1, i) && text.at(i, Meaning::kMultiplier)) {
        return std::nullopt; // the "million" of "$4 million"
    }
    double literal = 0.0;
    std::size_t at = i;
    while (at < end) {
        const bool plain = at == i || text.at(at, Meaning::kHalfMore).has_value();
        const std::size_t from = plain ? at : skip_number_glue(text, at, end);
        const std::size_t next = take_step(text, from, end, out);
        if (next == from) {
            break;
        }
        literal = at == i && is_digits(text.tokens(), i, end) ? out.sum.value() : literal;
        at = next;
    }
    if (out.sum.empty() || at == i) {
        return std::nullopt;
    }
    Quantity& q = out.quantity;
    q.last = at;
    q.value = out.sum.value();
    q.largest_multiplier = out.sum.largest_multiplier();
    for (OtherValue& other : q.others) {
        other.value *= q.largest_multiplier;
    }
    resolve_double_thousand(q, literal, q.largest_multiplier);
    find_step(q, std::min(out.sum.step(), q.value));
    q.low = q.high = q.value;
    return std::isfinite(q.value) ? std::optional(out) : std::nullopt;
}

/// "более тысячи" is more than one thousand, though "тысячи" alone are thousands: the genitive
/// after a hedge.
bool is_one_of_them(const Annotated& text, std::size_t i, std::size_t last) {
    const auto multiplier = text.at(i, Meaning::kMultiplier);
    const auto one = multiplier ? multiplier : text.at(i, Meaning::kNumber);
    return one && one->last == last && text.ending_at(i, Meaning::kHedge);
}

std::optional<Quantity> read_vague(const Annotated& text, std::size_t i, std::size_t end) {
    const auto found = text.at(i, Meaning::kVague);
    if (!found || found->last > end || is_one_of_them(text, i, found->last)) {
        return std::nullopt;
    }
    Quantity q;
    q.first = i;
    q.last = found->last;
    q.low = found->what->value;
    q.high = found->what->value2;
    q.value = std::sqrt(q.low * q.high);
    q.vague = q.round = true;
    q.step = q.low;
    q.warnings.push_back({WarningCode::vague_number});
    return q;
}

/// Where the second number of a range would begin, or i.
std::size_t range_connector(const Annotated& text, std::size_t i, std::size_t end, bool between) {
    if (i + 1 >= end) {
        return i;
    }
    if (text.tokens().is(i, "-")) {
        const auto word = text.at(i + 1, Meaning::kRange); // "15-to-20-kilometre"
        return word && text.tokens().is(word->last, "-") ? word->last + 1 : i + 1;
    }
    const auto to = text.at(i, between ? Meaning::kRangeAnd : Meaning::kRange);
    return to ? to->last : i;
}

/// Makes q the range up to the second number: "500 to 700", "2 to 3 thousand".
void widen(Quantity& q, const Quantity& upper, bool hyphen) {
    double low = q.value;
    if (upper.largest_multiplier > 1.0 && q.largest_multiplier == 1.0 &&
        low < upper.largest_multiplier && low * upper.largest_multiplier <= upper.value) {
        low *= upper.largest_multiplier;
    }
    // "5-7.000": nobody states five to seven thousand with a factor of a thousand in between.
    const bool in_thousands = hyphen && upper.largest_multiplier == 1.0 && low < 100.0 &&
                              low == std::floor(low) && std::fmod(upper.value, 1000.0) == 0.0 &&
                              low * 1000.0 < upper.value && low * 4000.0 > upper.value;
    low *= in_thousands ? 1000.0 : 1.0;
    if (low >= upper.value) {
        return;
    }
    q.low = low;
    q.high = upper.value;
    q.value = (q.low + q.high) / 2.0;
    q.range = true;
    q.last = upper.last;
    q.others.clear();
}

} // namespace

namespace {

bool may_begin_number(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr Meanings kWords = bit_of(Meaning::kNumber) | bit_of(Meaning::kMultiplier) |
                                bit_of(Meaning::kVague) | bit_of(Meaning::kFraction);
    return is_digits(text.tokens(), i, end) || text.lexicon().compounds ||
           text.has_any(kWords, i, i + 1);
}

} // namespace

bool may_be_year(const Annotated& text, const Quantity& q) {
    return q.last == q.first + 1 && is_digits(text.tokens(), q.first, q.last) &&
           text.tokens().word(q.first).size() == 4 && q.value >= 1000.0 && q.value < 2200.0;
}

namespace {

/// "fra 20 til 140 hektar": ends that lie so far apart are those of a growth, whatever the verb;
/// the middle of them is nobody's figure.
bool lie_far_apart(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr double kMostTimes = 2.0;
    const auto single = read_single(text, i, end);
    if (!single) {
        return false;
    }
    Quantity q = single->quantity;
    const std::size_t next = range_connector(text, q.last, end, true);
    const auto upper = next == q.last ? std::nullopt : read_single(text, next, end);
    if (!upper) {
        return false;
    }
    widen(q, upper->quantity, text.tokens().is(q.last, "-"));
    return q.range && q.high > kMostTimes * q.low;
}

} // namespace

namespace {

/// "progressé de 461 km²": a "from" that is an article or "by" as well needs its "to".
bool has_other_end(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr std::size_t kReach = 12; // tokens
    for (std::size_t at = i + 1; at < std::min(i + kReach, end); ++at) {
        if (text.tokens().is(at, ",") && at + 1 < text.size() &&
            text.tokens().list[at + 1].space_before) {
            return false;
        }
        const auto to = text.at(at, Meaning::kRangeAnd);
        const auto about = to ? text.at(to->last, Meaning::kHedge) : std::nullopt;
        if (to && may_begin_number(text, about ? about->last : to->last, end)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_from_to(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr std::size_t kReach = 12; // tokens
    const auto from = text.ending_at(i, Meaning::kBetween);
    const auto hedge = text.ending_at(i, Meaning::kHedge);
    if (!from || from->what->key != "from" || (hedge && hedge->first < from->first)) {
        return false; // "cerca de 500 km²"
    }
    constexpr std::size_t kNumber = 6; // tokens at most between "von" and "auf"
    for (std::size_t at = i + 1; at < std::min(i + kNumber + 1, end); ++at) {
        const auto to = text.at(at, Meaning::kRangeAnd);
        const auto about = to ? text.at(to->last, Meaning::kHedge) : std::nullopt;
        // "cerca de 500 km² pasaron a manos rusas" goes nowhere
        if (to && to->what->key == "direction" &&
            may_begin_number(text, about ? about->last : to->last, end)) {
            return true; // "von 10 auf 35 Hektar" is no range, whatever the verb
        }
    }
    if (text.at(from->first, Meaning::kFiller) && !has_other_end(text, i, end)) {
        return false;
    }
    return text.has(Meaning::kGrow, i > kReach ? i - kReach : 0, std::min(i + kReach, end)) ||
           lie_far_apart(text, i, end);
}

namespace {

/// "from 90 to 120 thousand", "from 140 to 90 thousand": both are thousands, where that brings them
/// much closer together.
void share_multiplier(const Annotated& text, std::size_t end, Quantity& q) {
    constexpr double kMuchCloser = 5.0;
    const std::size_t next = range_connector(text, q.last, end, true);
    const auto upper = next == q.last ? std::nullopt : read_single(text, next, end);
    const double by = upper ? upper->quantity.largest_multiplier : 1.0;
    if (by <= 1.0 || q.largest_multiplier > 1.0 ||
        !(q.value > 0.0 && upper->quantity.value > 0.0)) {
        return;
    }
    const double apart = std::abs(std::log(q.value / upper->quantity.value));
    const double scaled = std::abs(std::log(q.value * by / upper->quantity.value));
    if (scaled + std::log(kMuchCloser) < apart) {
        for (double* value : {&q.value, &q.low, &q.high, &q.step}) {
            *value *= by;
        }
        q.largest_multiplier = by;
        q.others.clear();
    }
}

/// "w 2023 - 580 km²", "en août 2018 à 6.404 km²": a year behind a month, or behind "in" and before
/// a dash that stands for a verb.
bool is_year_of_other(const Annotated& text, const Quantity& q) {
    const bool dash = text.tokens().is(q.last, "-") && text.tokens().list[q.last].space_before;
    return may_be_year(text, q) && (text.ends_any(bit_of(Meaning::kMonth), q.first) ||
                                    (dash && text.ends_any(bit_of(Meaning::kInMonth), q.first)));
}

} // namespace

std::optional<Quantity> read_quantity(const Annotated& text, std::size_t i, std::size_t end) {
    if (!may_begin_number(text, i, end)) { // nearly always
        return std::nullopt;
    }
    if (auto vague = read_vague(text, i, end)) {
        return vague;
    }
    auto single = read_single(text, i, end);
    if (!single) {
        return std::nullopt;
    }
    Quantity q = single->quantity;
    const bool between = text.ending_at(i, Meaning::kBetween).has_value();
    if (is_from_to(text, i, end)) {
        share_multiplier(text, end, q);
        return q;
    }
    const std::size_t next = range_connector(text, q.last, end, between);
    if (next != q.last && !is_year_of_other(text, q)) {
        if (const auto upper = read_single(text, next, end)) {
            widen(q, upper->quantity, text.tokens().is(q.last, "-"));
        }
    }
    return q;
}

} // namespace engine
