// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/days.hpp"

#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/resolve/dateline.hpp"
#include "engine/claims/resolve/day_mentions.hpp"
#include "engine/claims/resolve/day_months.hpp"
#include "engine/claims/resolve/day_owners.hpp"

#include <algorithm>
#include <functional>

namespace engine {
namespace {

std::size_t gap(const DayMention& m, const Annotated::Found& verb) {
    return verb.last <= m.first   ? m.first - verb.last
           : m.last <= verb.first ? verb.first - m.last
                                  : 0;
}

/// How far, in tokens, a day may stand from the verb of speech and still be the day of speaking:
/// "On Saturday, President Volodymyr Zelensky said", "siger X, Y, lørdag aften".
constexpr std::size_t kBesideSpeech = 9;

/// The day nearest to a verb of speech; in the dateline where none is near to one.
const DayMention* day_of_saying(const Annotated& text, Sentence s,
                                const std::vector<DayMention>& mentions) {
    const auto verbs = text.all(Meaning::kSpeech, s.first, s.last);
    const DayMention* found = nullptr;
    std::size_t nearest = kBesideSpeech + 1;
    for (const DayMention& m : mentions) {
        const bool point = m.role == DayMention::Role::kPoint;
        if (point && found == nullptr && in_dateline(text, s, m)) {
            found = &m;
        }
        for (const Annotated::Found& verb : verbs) {
            const std::size_t away = point ? gap(m, verb) : nearest;
            if (away < nearest) {
                nearest = away;
                found = &m;
            }
        }
    }
    return found;
}

/// When it was said, then the window, which reaches back from there.
class Assembler {
  public:
    Assembler(const Annotated& text, Sentence s, std::string_view input,
              std::optional<Date> published)
        : text_(text), s_(s), input_(input), published_(published) {}

    /// `said`: the day of saying, if any; `own`: those that speak of the claim's window.
    SentenceDays run(const DayMention* said, const std::vector<DayMention>& own) {
        if (said != nullptr) {
            set(out_.stated, *said, said->day);
        }
        using Role = DayMention::Role;
        // A length of time reaches back from the end that is named, and a plain day fills only what
        // the others leave open.
        for (const std::vector<Role>& roles :
             {std::vector{Role::kUntil}, {Role::kSince, Role::kWindow}, {Role::kPoint}}) {
            for (const DayMention& m : own) {
                if (std::ranges::find(roles, m.role) != roles.end()) {
                    place(m);
                }
            }
        }
        if (own.empty() || out_.since.words.empty()) {
            open_event();
        }
        if (out_.as_of.words.empty() && !out_.stated.words.empty()) {
            out_.as_of = out_.stated;
        }
        leave_open_what_cannot_be();
        return std::move(out_);
    }

  private:
    void set(StatedDay& target, const DayMention& m, Date day) {
        if (!target.words.empty()) {
            return;
        }
        target.words = words_of(text_, m.first, m.last, input_);
        if (m.resolved) {
            target.date = day;
        } else {
            out_.warnings.push_back({WarningCode::day_unresolved, target.words});
        }
    }

    /// A window that ends before it begins was misread: nobody knows which of its days is wrong.
    void leave_open_what_cannot_be() {
        if (out_.since.date && out_.as_of.date && *out_.since.date > *out_.as_of.date) {
            out_.since.date.reset();
            out_.as_of.date.reset();
            out_.warnings.push_back(
                {WarningCode::window_reversed, out_.since.words + " … " + out_.as_of.words});
        }
    }

    /// "since the counteroffensive": a beginning that names no day stays open, with a warning.
    void open_event() {
        for (const Annotated::Found& since : text_.all(Meaning::kSince, s_.first, s_.last)) {
            const auto article = text_.at(since.last, Meaning::kFiller);
            if (!since.what->key.starts_with("since") || follows_record(text_, s_, since.first) ||
                !article || article->last >= s_.last ||
                text_.tokens().list[article->last].kind != TokenKind::kWord ||
                text_.has_any(bit_of(Meaning::kMonth) | bit_of(Meaning::kTimeUnit) |
                                  bit_of(Meaning::kNumber) | bit_of(Meaning::kThisPeriod),
                              since.last, article->last + 1)) {
                continue;
            }
            DayMention event;
            event.first = since.first;
            event.last = article->last + 1;
            if (out_.since.words.empty()) {
                out_.since.words = words_of(text_, event.first, event.last, input_);
                out_.warnings.push_back({WarningCode::beginning_unnamed, out_.since.words});
            }
            return;
        }
    }

    void place(DayMention m) {
        out_.earlier = out_.earlier || (m.before_other > 0 && m.resolved);
        if (m.of_end > 1 && out_.as_of.date && *out_.as_of.date < m.day) {
            // "since the start of the year … to 31 August", said in the next
            m.day = period_start(*out_.as_of.date, m.of_end);
        }
        switch (m.role) {
        case DayMention::Role::kSince:
            set(out_.since, m, m.day);
            return;
        case DayMention::Role::kUntil:
            place_end(m);
            return;
        case DayMention::Role::kWindow:
            place_window(m);
            return;
        case DayMention::Role::kPoint:
            break;
        }
        if (!in_dateline(text_, s_, m) &&
            out_.stated.words != words_of(text_, m.first, m.last, input_)) {
            // "By Monday …, said the spokesman, who had come from Athens, on Tuesday"
            const bool later = out_.as_of.date && m.resolved && m.day > *out_.as_of.date;
            if (!later) {
                set(out_.since, m, m.day);
            }
            set(out_.as_of, m, m.day);
        }
    }

    /// "by the end of August", said in August, is an end that the words leave open.
    void place_end(DayMention m) {
        m.resolved = m.resolved && (m.ends || !m.monthly);
        set(out_.as_of, m, m.ends ? m.end : m.day);
    }

    void place_window(DayMention m) {
        const auto anchor = out_.as_of.date    ? out_.as_of.date
                            : out_.stated.date ? out_.stated.date
                                               : published_;
        if (m.back > 0.0) {
            m.resolved = anchor.has_value();
            if (anchor) {
                m.day = days_before(*anchor, m.back);
            }
        }
        if (!out_.since.words.empty()) {
            return;
        }
        set(out_.since, m, m.day);
        if (out_.as_of.words.empty() && m.resolved && (m.ends || anchor)) {
            out_.as_of.words = out_.since.words;
            out_.as_of.date = m.ends ? m.end : *anchor;
        }
    }

    const Annotated& text_;
    Sentence s_;
    std::string_view input_;
    std::optional<Date> published_;
    SentenceDays out_;
};

} // namespace

namespace {

/// Twice the tokens between a mention and a claim, one more where it stands before; a comma or
/// "and" counts for several: "4,168 km² in 2024, in 2023 it was 584".
std::size_t distance(const Annotated& text, const DayMention& m, const Draft& draft) {
    constexpr std::size_t kComma = 8;
    const bool before = m.last <= draft.first;
    const std::size_t from = before ? m.last : draft.last;
    const std::size_t to = before ? draft.first : m.first;
    std::size_t out = before ? 1 : 0;
    for (std::size_t i = from; i < to; ++i) {
        const bool ends = text.tokens().is(i, ";"); // "August, 477 km²; September, 459 km²"
        const bool parts = text.tokens().is(i, ",") || text.at(i, Meaning::kNumberAnd);
        out += ends ? 2 * kComma : parts ? kComma : 2U;
    }
    return out;
}

/// The mentions of each claim: all of them where the claims or the windows are not several.
std::vector<std::vector<DayMention>> share_out(const Annotated& text, Sentence s,
                                               const std::vector<DayMention>& mentions,
                                               const DayMention* said,
                                               std::span<const Draft> drafts) {
    std::vector<std::vector<DayMention>> own(drafts.size());
    const auto is_said = [&](const DayMention& m) {
        return &m == said || (m.role == DayMention::Role::kPoint && in_dateline(text, s, m));
    };
    const auto windows = std::ranges::count_if(mentions, std::not_fn(is_said));
    if (drafts.size() < 2 || windows < 2) {
        std::fill(own.begin(), own.end(), mentions);
        return own;
    }
    for (const DayMention& m : mentions) {
        if (is_said(m)) {
            continue;
        }
        std::size_t nearest = 0;
        for (std::size_t d = 1; d < drafts.size(); ++d) {
            if (distance(text, m, drafts[d]) < distance(text, m, drafts[nearest])) {
                nearest = d;
            }
        }
        own[nearest].push_back(m);
    }
    for (std::size_t d = 0; d < drafts.size(); ++d) { // "this year and above the 449 km² of May"
        std::ranges::stable_sort(own[d], {},
                                 [&](const DayMention& m) { return distance(text, m, drafts[d]); });
    }
    for (std::size_t d = 1; d < drafts.size(); ++d) {
        // "240 in March": a day right behind a figure is that figure's alone.
        const bool alone = !own[d - 1].empty() && own[d - 1].front().first == drafts[d - 1].last;
        own[d] = own[d].empty() && !alone ? own[d - 1] : own[d];
    }
    return own;
}

} // namespace

namespace {

/// "In 2024 … 725 km² in November": of windows that lie in one another the innermost is meant; of
/// others the nearest to the figure comes first.
void settle_windows(const Annotated& text, const Draft& draft, std::vector<DayMention>& own) {
    const auto is_period = [](const DayMention& m) {
        return m.role == DayMention::Role::kWindow && m.resolved && m.monthly && m.back == 0.0;
    };
    // "Last year in eleven months": of the year a part that nobody can tell.
    const auto length = std::ranges::find_if(own, [](const DayMention& m) { return m.back > 0.0; });
    const auto within = std::ranges::find_if(own, [&](const DayMention& m) {
        return length != own.end() && is_period(m) && m.ends && m.end - m.day + 1 > length->back;
    });
    if (within != own.end()) {
        within->resolved = false;
        own.erase(length);
    }
    const std::vector<DayMention> all = own;
    std::erase_if(own, [&](const DayMention& outer) {
        return is_period(outer) && std::ranges::any_of(all, [&](const DayMention& m) {
                   return is_period(m) && m.ends && outer.ends && outer.day <= m.day &&
                          m.end <= outer.end && m.end - m.day < outer.end - outer.day;
               });
    });
    std::ranges::stable_sort(own, {},
                             [&](const DayMention& m) { return distance(text, m, draft); });
}

/// "In October and November 461 and 505 km² were lost": of months on end and as many figures, right
/// behind one another or told "respectively", each figure has its own.
const DayMention* months_each(const Annotated& text, Sentence s,
                              const std::vector<DayMention>& mentions,
                              std::span<const Draft> drafts) {
    const auto found = std::ranges::find_if(
        mentions, [&](const DayMention& m) { return m.months == static_cast<int>(drafts.size()); });
    if (found == mentions.end() || drafts.size() < 2) {
        return nullptr;
    }
    bool row = true;
    for (std::size_t d = 1; d < drafts.size(); ++d) {
        const auto both = text.at(drafts[d - 1].last, Meaning::kNumberAnd);
        row = row && both && both->last == drafts[d].first;
    }
    return row || text.has(Meaning::kEach, s.first, s.last) ? &*found : nullptr;
}

} // namespace

std::vector<SentenceDays> read_days(const Annotated& text, Sentence s, std::string_view input,
                                    std::optional<Date> published, std::span<const Draft> drafts) {
    // "That year, from January to December": which year, another sentence says.
    const bool that_year = text.has_phrase(text.lexicon().that_year, s.first, s.last);
    std::vector<DayMention> mentions = read_mentions(text, s, that_year ? std::nullopt : published);
    std::vector<std::optional<DayMention>> bracketed;
    for (const Draft& draft : drafts) {
        bracketed.push_back(period_before_bracket(text, draft, mentions));
    }
    const std::vector<DayMention> all = mentions;
    const std::vector<DayMention> lengths = drafts.size() == 1 ? all : std::vector<DayMention>{};
    std::erase_if(mentions, [&](const DayMention& m) {
        const bool in_brackets = std::ranges::any_of(
            bracketed, [&](const auto& own) { return own && own->first == m.first; });
        return (in_brackets && drafts.size() > 1) || is_nobodys_day(text, s, m, lengths);
    });
    const DayMention* said = day_of_saying(text, s, mentions);
    const bool told_each = text.has(Meaning::kEach, s.first, s.last); // "than in May and June"
    const DayMention* each = months_each(text, s, told_each ? all : mentions, drafts);
    std::vector<SentenceDays> out;
    std::vector<std::vector<DayMention>> shares = share_out(text, s, mentions, said, drafts);
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        std::erase_if(shares[d], [&](const DayMention& m) {
            return is_day_of_another(text, s, m, drafts[d], published);
        });
        settle_windows(text, drafts[d], shares[d]);
        const std::size_t behind = d > 0 ? drafts[d - 1].last : s.first;
        const auto own = days_of_when_clause(text, behind, drafts[d], all);
        const bool its_period = own && !own->empty() && own->front().first < drafts[d].first;
        if (own && (d > 0 || its_period)) {
            shares[d] = *own;
        }
        if (each != nullptr || bracketed[d]) {
            shares[d] = {bracketed[d] ? *bracketed[d] : one_of_months(*each, d)};
        }
        out.push_back(Assembler(text, s, input, published).run(said, shares[d]));
    }
    return out;
}

} // namespace engine
