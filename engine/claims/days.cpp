// SPDX-License-Identifier: MIT
#include "engine/claims/days.hpp"

#include "engine/claims/day_mentions.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

std::string words_of(const Annotated& text, const DayMention& m, std::string_view input) {
    const std::size_t begin = text.tokens().list[m.first].begin;
    const std::size_t end = text.tokens().list[m.last - 1].end;
    return std::string(input.substr(begin, end - begin));
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

/// When it was said, then the window, which reaches back from there.
class Assembler {
  public:
    Assembler(const Annotated& text, Sentence s, std::string_view input,
              std::optional<Date> published)
        : text_(text), s_(s), input_(input), published_(published) {}

    SentenceDays run(const std::vector<DayMention>& mentions) {
        for (const DayMention& m : mentions) {
            if (m.role == DayMention::Role::kPoint && out_.stated.words.empty() &&
                beside_speech(text_, s_, m)) {
                set(out_.stated, m, m.day);
            }
        }
        for (const DayMention& m : mentions) {
            place(m);
        }
        if (out_.as_of.words.empty() && !out_.stated.words.empty()) {
            out_.as_of = out_.stated;
        }
        return std::move(out_);
    }

  private:
    void set(StatedDay& target, const DayMention& m, Date day) {
        if (!target.words.empty()) {
            return;
        }
        target.words = words_of(text_, m, input_);
        if (m.resolved) {
            target.date = day;
        } else {
            out_.warnings.push_back("\"" + target.words +
                                    "\" cannot be resolved without a publication date");
        }
    }

    void place(const DayMention& m) {
        switch (m.role) {
        case DayMention::Role::kSince:
            set(out_.since, m, m.day);
            return;
        case DayMention::Role::kUntil:
            set(out_.as_of, m, m.ends ? m.end : m.day);
            return;
        case DayMention::Role::kWindow:
            place_window(m);
            return;
        case DayMention::Role::kPoint:
            break;
        }
        if (out_.stated.words != words_of(text_, m, input_)) {
            set(out_.since, m, m.day);
            set(out_.as_of, m, m.day);
        }
    }

    void place_window(DayMention m) {
        const auto anchor = out_.stated.date ? out_.stated.date : published_;
        if (m.back > 0.0) {
            m.resolved = anchor.has_value();
            if (anchor) {
                m.day = anchor->plus_days(-static_cast<int>(std::floor(m.back)));
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

SentenceDays read_days(const Annotated& text, Sentence s, std::string_view input,
                       std::optional<Date> published) {
    const std::vector<DayMention> mentions = read_mentions(text, s, published);
    return Assembler(text, s, input, published).run(mentions);
}

} // namespace engine
