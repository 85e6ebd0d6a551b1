// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_owners.hpp"

#include "engine/claims/find/elided_other.hpp"
#include "engine/claims/resolve/deed_verb.hpp"

#include <algorithm>
#include <cmath>

namespace engine {

bool follows_record(const Annotated& text, Sentence s, std::size_t since) {
    constexpr std::size_t kReach = 6; // tokens between the superlative and "since"
    const std::size_t least = since > s.first + kReach ? since - kReach : s.first;
    for (std::size_t last = since; last > least; --last) {
        if (text.phrase_before(last, text.lexicon().records)) {
            return true;
        }
    }
    return false;
}

namespace {

/// "44 % less than in August", "twice as much as yesterday": a day that the claim is compared with
/// is not its own. A preposition may stand between.
bool is_compared_with(const Annotated& text, Sentence s, const DayMention& m) {
    const auto& than = text.lexicon().than;
    if (owning_month(text, m.last) == m.first) {
        return false; // "mere end septembers 447"
    }
    return m.back == 0.0 && m.first > s.first &&
           (text.phrase_before(m.first, than) || text.phrase_before(m.first - 1, than));
}

/// "said in December that": when it was said, as far as the words tell.
bool is_month_of_saying(const Annotated& text, const DayMention& m) {
    return m.monthly && m.role == DayMention::Role::kWindow &&
           text.ending_at(m.first, Meaning::kSpeech).has_value();
}

/// "63 percent, up from 26 percent in 2017": a day behind the figure that a claim is compared with
/// is that figure's.
bool is_of_another_figure(const Annotated& text, const DayMention& m, const Draft& draft) {
    constexpr std::size_t kReach = 4; // tokens from "from" to its figure, at most
    for (const Annotated::Found& against : text.all(Meaning::kAgainst, draft.last, m.first)) {
        for (std::size_t i = against.last; i < std::min(against.last + kReach, m.first); ++i) {
            const auto figure = read_quantity(text, i, m.first);
            if (figure && figure->last <= m.first) {
                return true;
            }
        }
    }
    return false;
}

/// "19 % of Ukraine, including Crimea, which it annexed in 2014": the day of another deed.
bool is_of_relative_clause(const Annotated& text, Sentence s, const DayMention& m,
                           const Draft& draft) {
    constexpr std::size_t kLongest = 3; // tokens of a word that begins a clause
    constexpr std::size_t kVerbBehind = 4;
    constexpr Meanings kDeeds = bit_of(Meaning::kTake) | bit_of(Meaning::kRegain) |
                                bit_of(Meaning::kLose) | bit_of(Meaning::kHold) |
                                bit_of(Meaning::kWithdraw);
    for (std::size_t comma = draft.last + 1; comma < m.first; ++comma) {
        for (std::size_t last = comma + 2; last <= comma + 1 + kLongest && last <= m.first;
             ++last) {
            const bool opens = text.tokens().is(comma, ",") &&
                               text.phrase_before(last, text.lexicon().clause_words) == comma + 1;
            if (opens && text.has_any(kDeeds, last, std::min(m.last + kVerbBehind, s.last))) {
                return true;
            }
        }
    }
    return false;
}

/// "19 % of Ukraine, including Crimea, annexed in 2014": a participle right behind a comma, and its
/// year right behind it.
bool is_of_participle(const Annotated& text, const DayMention& m, const Draft& draft) {
    constexpr std::size_t kWords = 3; // from the comma to the year: "annexée en 2014"
    const std::size_t from = std::max(draft.last, m.first - std::min(m.first, kWords));
    for (std::size_t comma = from; comma + 1 < m.first; ++comma) {
        if (text.tokens().is(comma, ",") && text.has_any(kDeeds, comma + 1, comma + 2)) {
            return true;
        }
    }
    return false;
}

/// "With the annexation of Crimea in 2014 Russia occupied …", "der 2014 annektierten Krim": a year
/// long ago beside another deed than the claim's.
bool is_year_of_another_deed(const Annotated& text, Sentence s, const DayMention& m,
                             const Draft& draft, std::optional<Date> published) {
    constexpr int kYear = 366;
    constexpr std::size_t kBeside = 4; // tokens
    const bool long_ago = published && m.ends && m.resolved && m.end - m.day + 1 >= kYear - 1 &&
                          *published - m.end > kYear;
    if (!long_ago || m.last > draft.first) {
        return false;
    }
    const std::size_t from = std::max(s.first, m.first - std::min(m.first, kBeside));
    const bool before = text.has_any(kDeeds, from, m.first);
    const auto behind = [&](std::size_t first) {
        std::size_t deeds = 0;
        for (std::size_t i = first; i < draft.first; ++i) {
            deeds += text.has_any(kDeeds, i, i + 1) ? 1U : 0U;
        }
        return deeds;
    };
    const bool right_behind = m.last < draft.first && text.has_any(kDeeds, m.last, m.last + 1);
    return before ? behind(m.last) > 0 : right_behind && behind(m.last) > 1;
}

/// "A week after the offensive began on 6 August": the day of what happened so long before.
bool is_so_long_before(const Annotated& text, Sentence s, const DayMention& m) {
    constexpr std::size_t kReach = 14; // tokens
    constexpr Meanings kOther = bit_of(Meaning::kUnit) | bit_of(Meaning::kSpeech);
    const std::size_t from = m.first > s.first + kReach ? m.first - kReach : s.first;
    for (std::size_t i = m.last; i-- > from;) {
        const auto after = text.at(i, Meaning::kSince);
        const bool event = after && (after->what->key == "after" ||
                                     (after->what->key != "since" && after->last < m.first));
        if (event && after->last <= m.last && text.ends_any(bit_of(Meaning::kTimeUnit), i)) {
            return true;
        }
        const bool inside_word = text.tokens().is(i, "-") || text.tokens().is(i, "'");
        if (i < m.first && ((text.tokens().list[i].kind != TokenKind::kWord && !inside_word) ||
                            text.has_any(kOther, i, i + 1))) {
            return false;
        }
    }
    return false;
}

/// "In one month … in July": of a length of time and a period as long as it, the period is meant.
bool is_length_of_another(const DayMention& m, const std::vector<DayMention>& all) {
    constexpr double kAlike = 0.09; // 28 days are a month, eleven months no year
    return m.back > 0.0 && std::ranges::any_of(all, [&](const DayMention& other) {
               const bool period =
                   other.role == DayMention::Role::kWindow && other.ends && other.resolved;
               const double days = other.end - other.day + 1;
               return period && std::abs(days - m.back) <= kAlike * m.back;
           });
}

} // namespace

bool is_nobodys_day(const Annotated& text, Sentence s, const DayMention& m,
                    const std::vector<DayMention>& all) {
    return is_length_of_another(m, all) || is_compared_with(text, s, m) ||
           is_month_of_saying(text, m) || is_so_long_before(text, s, m) ||
           ((m.role == DayMention::Role::kSince || m.back > 0.0 || m.of_end > 0) &&
            follows_record(text, s, m.first)); // "the biggest in 18 months"
}

bool is_day_of_another(const Annotated& text, Sentence s, const DayMention& m, const Draft& draft,
                       std::optional<Date> published) {
    constexpr std::size_t kVerbBehind = 4; // tokens: ", die im August erobert wurden"
    const std::size_t to = text.tokens().is(draft.last, ",") ? m.last + kVerbBehind : m.first;
    const bool of_whole = m.first >= draft.last &&
                          text.has_any(kDeeds, draft.last, std::min(to, s.last)) &&
                          is_said_of_whole(text, s, draft, m.first);
    return of_whole || is_of_another_figure(text, m, draft) ||
           is_of_relative_clause(text, s, m, draft) || is_of_participle(text, m, draft) ||
           is_year_of_another_deed(text, s, m, draft, published);
}

std::optional<DayMention> period_before_bracket(const Annotated& text, const Draft& draft,
                                                const std::vector<DayMention>& mentions) {
    constexpr std::size_t kHedge = 2; // tokens: "more than"
    const bool inside = std::ranges::any_of(mentions, [&](const DayMention& m) {
        bool closed = m.first < draft.last; // "(507 km² en mai)" has its own
        for (std::size_t i = draft.last; i < m.first; ++i) {
            closed = closed || text.tokens().is(i, ")") || text.tokens().is(i, ",");
        }
        return !closed;
    });
    for (DayMention m : mentions) {
        const bool period = m.resolved && m.monthly && m.back == 0.0 && m.day < m.end;
        const bool genitive = // "half December's 488 km²"
            text.tokens().is(m.last, "'") && text.tokens().word(m.last + 1) == "s";
        const bool set_off = genitive || text.tokens().is(m.last, "(") ||
                             text.tokens().is(m.last, "-") ||
                             text.tokens().is(m.last, ":"); // "ніж у вересні – 259 кв. км"
        if (period && set_off && !(inside && text.tokens().is(m.last, "(")) &&
            draft.first > m.last && draft.first <= m.last + 1 + (genitive ? 1 : 0) + kHedge) {
            m.role = DayMention::Role::kWindow;
            m.ends = true;
            return m;
        }
    }
    return std::nullopt;
}

std::optional<std::vector<DayMention>> days_of_when_clause(const Annotated& text, std::size_t from,
                                                           const Draft& draft,
                                                           const std::vector<DayMention>& all) {
    for (std::size_t comma = draft.first; comma-- > from;) {
        if (!text.tokens().is(comma, ",") || !text.tokens().list[comma + 1].space_before) {
            continue;
        }
        if (!text.phrase_at(comma + 1, text.lexicon().when_words, draft.first)) {
            return std::nullopt;
        }
        std::vector<DayMention> own;
        for (DayMention m : all) {
            const bool period = m.last == comma && m.resolved && m.monthly && m.ends;
            m.role = period ? DayMention::Role::kWindow : m.role;
            if (period || m.first > comma) {
                own.push_back(m);
            }
        }
        return own;
    }
    return std::nullopt;
}

} // namespace engine
