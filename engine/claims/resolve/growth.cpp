// SPDX-License-Identifier: MIT
// What is held becomes more or less by a figure: the figure is not what is held.
#include "engine/claims/resolve/deed_verb.hpp"

namespace engine {
namespace {

/// "expanded its control (over 50 km²)": the verb before the words for holding that begin at a
/// token. "Increased the territory it holds (by": they and any other word may stand before a "by".
std::optional<Annotated::Found> wider_grip(const Annotated& text, Sentence s, std::size_t last,
                                           bool before_by) {
    constexpr std::size_t kReach = 6; // tokens: "its control of the area"
    constexpr Meanings kBetween = bit_of(Meaning::kHold) | bit_of(Meaning::kFiller) |
                                  bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kParty);
    bool holds = !before_by;
    for (std::size_t i = last; i-- > s.first && last - i <= kReach;) {
        const auto grows = text.ending_at(i + 1, Meaning::kGrow);
        if (grows && holds) {
            return grows;
        }
        holds = holds || text.has(Meaning::kHold, i, i + 1);
        const bool word = before_by && text.tokens().list[i].kind == TokenKind::kWord &&
                          !text.at(i, Meaning::kNumberAnd) &&
                          !text.phrase_before(i + 1, text.lexicon().contrast);
        if (!word && !text.has_any(kBetween, i, i + 1) && !text.tokens().is(i, "'") &&
            !text.phrase_before(i + 1, text.lexicon().possessives)) {
            break;
        }
    }
    return std::nullopt;
}

/// "extended its control over", "udvidede sin kontrol med": a noun for holding, and no more than
/// the words that join the figure to it; "to" and "from" would be sums.
std::optional<Annotated::Found> grip_over(const Annotated& text, Sentence s, std::size_t first) {
    constexpr std::size_t kJoining = 3; // tokens: "(контрольовану) територію лише на"
    constexpr Meanings kSums =
        bit_of(Meaning::kRange) | bit_of(Meaning::kRangeAnd) | bit_of(Meaning::kNumberAnd);
    std::size_t at = first;
    for (std::size_t n = 0; n <= kJoining && at > s.first; ++n, --at) {
        if (const auto holds = text.ending_at(at, Meaning::kHold)) {
            return wider_grip(text, s, holds->first, false);
        }
        if (const auto over = text.phrase_before(at, text.lexicon().extends_to)) {
            at = *over + 1; // "alargou o controlo a 50 km²"
            continue;
        }
        const bool from = text.ending_at(at, Meaning::kBetween) && // "de" is more than "from"
                          !text.ending_at(at, Meaning::kFiller);
        if (from || text.ends_any(kSums, at) ||
            text.tokens().list[at - 1].kind != TokenKind::kWord) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// "(by 2 percent, or) 470 km²": the first token of the percentage that a figure puts in other
/// words; that of the figure where there is none.
std::size_t first_of_rate(const Annotated& text, Sentence s, std::size_t first) {
    constexpr std::size_t kJoining = 4; // tokens: ", that is by about"
    constexpr Meanings kBetween = bit_of(Meaning::kFiller) | bit_of(Meaning::kBy);
    constexpr std::size_t kLongest = 4; // tokens of a number: "2.5", "twenty-two"
    const Tokens& tokens = text.tokens();
    std::size_t at = first;
    for (std::size_t n = 0; n <= kJoining && at > s.first; ++n) {
        if (const auto percent = text.ending_at(at, Meaning::kPercent)) {
            const std::size_t end = percent->first;
            for (at = end > s.first + kLongest ? end - kLongest : s.first; at < end; ++at) {
                if (const auto q = read_quantity(text, at, s.last); q && q->last == end) {
                    return at;
                }
            }
            return first;
        }
        const auto joins = text.ending_at(at, Meaning::kOr);
        const auto hedge = text.ending_at(at, Meaning::kHedge);
        const auto how_much = text.phrase_before(at, text.lexicon().by_how_much);
        if (joins || hedge || how_much) {
            at = joins ? joins->first : hedge ? hedge->first : *how_much;
        } else if (tokens.is(at - 1, ",") || tokens.is(at - 1, "(") ||
                   text.has_any(kBetween, at - 1, at)) {
            --at;
        } else {
            break;
        }
    }
    return first;
}

} // namespace

std::optional<Annotated::Found> grows_by(const Annotated& text, Sentence s, const Draft& draft) {
    const std::size_t first = first_of_rate(text, s, draft.first);
    // "um 2 Prozent, also 470 Quadratkilometer, vergrößert"
    const bool comma = first < draft.first && text.tokens().is(draft.last, ",");
    const auto behind = text.at(draft.last + (comma ? 1 : 0), Meaning::kGrow);
    const bool compared = text.at(draft.last, Meaning::kBetween) || // "up from 4,000"
                          (behind && text.at(behind->last, Meaning::kBetween));
    if (behind && behind->last <= s.last && !compared) {
        return behind; // "um 4000 Quadratkilometer vergrößert"
    }
    std::size_t at = first;
    for (int n = 0; n < 2 && at > s.first; ++n) {
        const auto grows = text.ending_at(at, Meaning::kGrow);
        if (grows && grows->first >= s.first && at < first) {
            return grows;
        }
        const auto by = text.ending_at(at, Meaning::kBy);
        if (const auto wider = by ? wider_grip(text, s, by->first, true) : std::nullopt) {
            return wider;
        }
        const auto word = by ? by : text.ending_at(at, Meaning::kFiller);
        const auto how_much = text.phrase_before(at, text.lexicon().by_how_much);
        if (!word && !how_much) {
            break;
        }
        at = how_much ? *how_much : word->first;
    }
    return draft.at_start ? std::nullopt : grip_over(text, s, first);
}

} // namespace engine
