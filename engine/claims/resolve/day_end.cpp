// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_end.hpp"

#include "engine/claims/find/digits.hpp"
#include "engine/claims/resolve/day_dates.hpp"

#include <chrono>

namespace engine {

int year_of(Date date) {
    return static_cast<int>(std::chrono::year_month_day(date.days()).year());
}

int EndReader::digits(std::size_t i, std::size_t most) const {
    return short_number(text_.tokens(), i, s_.last, most);
}

std::size_t EndReader::skip_filler(std::size_t at) const {
    const auto filler = text_.at(at, Meaning::kFiller);
    return filler ? filler->last : at;
}

int EndReader::year_at(std::size_t& at) const {
    std::size_t i = text_.tokens().is(at, ",") ? at + 1 : at;
    if (const int year = digits(i, 4); year >= 1900 && year < 2200) {
        at = i + 1;
        return year;
    }
    i = skip_filler(i);
    if (const int year = digits(i, 4); year >= 1900 && year < 2200) {
        at = i + 1;
        return year;
    }
    return relative_year(at);
}

int EndReader::relative_year(std::size_t& at) const {
    const std::size_t i = skip_filler(at);
    for (const std::size_t place : {at, i}) {
        const auto before = text_.at(place, Meaning::kLastPeriod);
        const auto now = text_.at(place, Meaning::kThisPeriod);
        const auto found = before ? before : now;
        const bool earlier = before && before->what->key.ends_with("earlier"); // than which?
        if (published_ && found && !earlier && found->what->value >= 365.0) {
            at = found->last;
            return year_of(*published_) - (before ? 1 : 0);
        }
    }
    return 0;
}

DayEnd EndReader::this_year(std::size_t at) const {
    DayEnd out;
    std::size_t last = at;
    if (const int year = relative_year(last)) {
        out.year = year;
        out.last = last;
        return out;
    }
    std::size_t behind = at;
    for (int n = 0; n < 2 && !text_.at(behind, Meaning::kTimeUnit); ++n) { // "of the year"
        behind = skip_filler(behind);
    }
    const auto unit = text_.at(behind, Meaning::kTimeUnit);
    if (published_ && behind > at && unit && unit->what->value > 365.0) {
        out.year = year_of(*published_);
        out.last = unit->last;
    }
    return out;
}

std::size_t EndReader::after_day_glue(std::size_t i) const {
    const Tokens& tokens = text_.tokens();
    for (int n = 0; n < 3 && i < s_.last && !text_.at(i, Meaning::kMonth); ++n) {
        const Token& token = tokens.list[i];
        const bool ending = token.kind == TokenKind::kWord && !token.space_before;
        const auto filler = text_.at(i, Meaning::kFiller);
        if (!tokens.is(i, ".") && !tokens.is(i, "°") && !ending && !filler) {
            break;
        }
        i = filler ? filler->last : i + 1;
    }
    return i;
}

DayEnd EndReader::end_at(std::size_t i) const {
    const Tokens& tokens = text_.tokens();
    DayEnd out;
    if (i >= s_.last) {
        return out;
    }
    const int number = digits(i, 4);
    if (number >= 1900 && number < 2200) {
        out.year = number;
        out.last = i + 1;
        return out;
    }
    if (const int day = day_number(text_, s_, i); day >= 1 && day <= 31) {
        out.day = day;
        const std::size_t at = after_day_glue(i + 1);
        const auto month = text_.at(at, Meaning::kMonth);
        out.month = month ? static_cast<int>(month->what->value) : 0;
        const bool dot = tokens.is(i + 1, ".") && i + 2 < s_.last; // "vom 1. bis 5. Mai"
        const bool glued =
            at == i + 2 && !tokens.list[i + 1].space_before; // "le 1er et le 31 août"
        out.last = month ? month->last : i + (dot || glued ? 2U : 1U);
        out.year = month ? year_at(out.last) : 0;
        return out;
    }
    const auto month = text_.at(i, Meaning::kMonth);
    if (!month || (text_.lexicon().months_capital && !tokens.list[i].capital)) {
        return out;
    }
    out.month = static_cast<int>(month->what->value);
    out.last = month->last + (tokens.is(month->last, ".") ? 1U : 0U);
    if (const int day = digits(out.last, 2); day >= 1 && day <= 31 && text_.lexicon().month_first) {
        out.day = day;
        ++out.last; // "Sept. 6"
    }
    out.year = year_at(out.last);
    return out;
}

DayEnd EndReader::last_end_at(std::size_t i) const {
    const auto end = text_.phrase_at(i, text_.lexicon().month_ends, s_.last);
    const auto middle = text_.phrase_at(i, text_.lexicon().month_middles, s_.last);
    const auto part = end ? end : middle;
    DayEnd month = part ? end_at(skip_filler_unless_end(*part)) : DayEnd{};
    if (month.last == 0 || month.day != 0 || month.month == 0) {
        return end_at(i);
    }
    month.day = end ? 0 : kMiddleOfMonth;
    return month;
}

std::size_t EndReader::skip_filler_unless_end(std::size_t at) const {
    return end_at(at).last > 0 ? at : skip_filler(at);
}

} // namespace engine
