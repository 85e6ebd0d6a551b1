// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/days.hpp"

#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/resolve/dateline.hpp"
#include "engine/claims/resolve/day_mentions.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "the largest advance since 2022": what has no equal since then is not counted from there.
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

std::size_t gap(const DayMention& m, const Annotated::Found& verb) {
    return verb.last <= m.first   ? m.first - verb.last
           : m.last <= verb.first ? verb.first - m.last
                                  : 0;
}

/// How far, in tokens, a day may stand from the verb of speech and still be the day of speaking:
/// "On Saturday, President Volodymyr Zelensky said", "siger X, Y, lørdag aften".
constexpr std::size_t kBesideSpeech = 9;

bool beside_speech(const Annotated& text, Sentence s, const DayMention& m) {
    const auto verbs = text.all(Meaning::kSpeech, s.first, s.last);
    return std::any_of(verbs.begin(), verbs.end(),
                       [&](const Annotated::Found& verb) { return gap(m, verb) <= kBesideSpeech; });
}

bool tells_when_said(const Annotated& text, Sentence s, const DayMention& m) {
    return m.role == DayMention::Role::kPoint &&
           (in_dateline(text, s, m) || beside_speech(text, s, m));
}

/// When it was said, then the window, which reaches back from there.
class Assembler {
  public:
    Assembler(const Annotated& text, Sentence s, std::string_view input,
              std::optional<Date> published)
        : text_(text), s_(s), input_(input), published_(published) {}

    /// `said`: every mention of the sentence; `own`: those that speak of the claim's window.
    SentenceDays run(const std::vector<DayMention>& said, const std::vector<DayMention>& own) {
        for (const DayMention& m : said) {
            if (tells_when_said(text_, s_, m) && out_.stated.words.empty()) {
                set(out_.stated, m, m.day);
            }
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
            if (since.what->key != "since" || follows_record(text_, s_, since.first) || !article ||
                article->last >= s_.last ||
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

    void place(const DayMention& m) {
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
            set(out_.since, m, m.day);
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
                                               std::span<const Draft> drafts) {
    std::vector<std::vector<DayMention>> own(drafts.size());
    const auto windows = std::count_if(mentions.begin(), mentions.end(), [&](const DayMention& m) {
        return !tells_when_said(text, s, m);
    });
    if (drafts.size() < 2 || windows < 2) {
        std::fill(own.begin(), own.end(), mentions);
        return own;
    }
    for (const DayMention& m : mentions) {
        if (tells_when_said(text, s, m)) {
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

/// "44 % less than in August", "twice as much as yesterday": a day that the claim is compared with
/// is not its own. A preposition may stand between.
bool is_compared_with(const Annotated& text, Sentence s, const DayMention& m) {
    const auto& than = text.lexicon().than;
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

} // namespace

std::vector<SentenceDays> read_days(const Annotated& text, Sentence s, std::string_view input,
                                    std::optional<Date> published, std::span<const Draft> drafts) {
    std::vector<DayMention> mentions = read_mentions(text, s, published);
    std::erase_if(mentions, [&](const DayMention& m) {
        return is_compared_with(text, s, m) || is_month_of_saying(text, m) ||
               ((m.role == DayMention::Role::kSince || m.back > 0.0) &&
                follows_record(text, s, m.first)); // "the biggest in 18 months"
    });
    std::vector<SentenceDays> out;
    std::vector<std::vector<DayMention>> shares = share_out(text, s, mentions, drafts);
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        std::erase_if(shares[d], [&](const DayMention& m) {
            return is_of_another_figure(text, m, drafts[d]) ||
                   is_of_relative_clause(text, s, m, drafts[d]);
        });
        out.push_back(Assembler(text, s, input, published).run(mentions, shares[d]));
    }
    return out;
}

} // namespace engine
