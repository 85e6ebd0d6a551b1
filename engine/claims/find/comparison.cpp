// SPDX-License-Identifier: MIT
#include "engine/claims/find/comparison.hpp"

#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/multiple.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr Meanings kCounting = bit_of(Meaning::kNumber) | bit_of(Meaning::kMultiplier);

/// "the territory of" in a lexicon: a size only where something is measured by it.
constexpr std::string_view kExtent = "extent";

class Reader {
  public:
    Reader(const Annotated& text, Sentence s, std::size_t first, std::size_t last)
        : text_(text), s_(s) {
        found_.ratio.value = found_.ratio.low = found_.ratio.high = 1.0;
        found_.first = name_ = first;
        found_.last = last;
    }

    std::optional<Comparison> run() {
        if (!before_name() && !after_name()) {
            return std::nullopt;
        }
        if (of_something_else() || owned_by_name()) {
            return std::nullopt;
        }
        percent_larger();
        times_larger();
        outer_hedge();
        return compares() ? std::optional(found_) : std::nullopt;
    }

  private:
    bool ends(std::size_t last, Meaning meaning) const {
        const auto found = text_.ending_at(last, meaning);
        return found && found->first >= s_.first;
    }

    /// Back over "the island of", "den danske ø": to the token where the name's wording begins.
    std::size_t back_to_phrase(std::size_t at) {
        for (int n = 0; n < 5 && at > s_.first; ++n) {
            if (ends(at, Meaning::kSizeBefore) || ends(at, Meaning::kEquals)) {
                return at;
            }
            const auto filler = text_.ending_at(at, Meaning::kFiller);
            const auto region = text_.ending_at(at, Meaning::kRegionNoun);
            const auto word = region ? region : filler;
            const bool place = text_.is_locative(at - 1);
            if (!place && (!word || word->first < s_.first)) {
                return at;
            }
            somewhere_ = somewhere_ || place;
            at = word && word->first >= s_.first ? word->first : at - 1;
        }
        return at;
    }

    /// The phrase that compares and ends at the wording's first token.
    bool take_phrase() {
        if (const auto phrase = text_.ending_at(found_.first, Meaning::kSizeBefore);
            phrase && phrase->first >= s_.first) {
            extent_ = phrase->what->key == kExtent;
            comparative_ = phrase->what->key != "size" && !extent_;
            set_hedge(extent_ ? "size" : phrase->what->key);
            found_.first = phrase->first;
            return true;
        }
        return false;
    }

    bool take_equals() {
        const auto equals = text_.ending_at(found_.first, Meaning::kEquals);
        if (!equals || equals->first < s_.first ||
            (!speaks_of_area(text_, s_) && !found_.has_ratio &&
             !text_.ending_at(equals->first, Meaning::kMultiple))) {
            return false;
        }
        set_hedge("size");
        found_.first = equals->first;
        return true;
    }

    void set_hedge(const std::string& hedge) {
        found_.hedge = found_.hedge.empty() ? hedge : found_.hedge;
    }

    /// "svarer til omtrent Lolland": a hedge between the phrase and the name.
    void inner_hedge() {
        const auto hedge = text_.ending_at(found_.first, Meaning::kHedge);
        if (!hedge || hedge->first < s_.first) {
            return;
        }
        const auto phrase = text_.ending_at(found_.first, Meaning::kSizeBefore);
        if (phrase && phrase->first <= hedge->first) {
            return; // "площадь больше Бельгии": the hedge compares by itself
        }
        const std::size_t at = back_to_phrase(hedge->first);
        if (ends(at, Meaning::kSizeBefore) || ends(at, Meaning::kEquals)) {
            found_.hedge = hedge->what->key;
            found_.first = at;
        }
    }

    /// A multiple that ends at the wording's first token, over a few fillers: "twice as large in
    /// area as".
    bool take_ratio(bool counts_too) {
        std::size_t at = found_.first;
        for (int n = 0; n < 3 && at > s_.first; ++n) {
            const auto multiple = multiple_ending_at(text_, s_, at);
            if (multiple && (counts_too || multiple->form != Multiple::Form::kCount)) {
                found_.ratio = multiple->ratio;
                found_.first = multiple->first;
                found_.has_ratio = true;
                form_ = multiple->form;
                return true;
            }
            if (multiple) {
                return false;
            }
            const auto filler = text_.ending_at(at, Meaning::kFiller);
            if (!filler || filler->first < s_.first) {
                return false;
            }
            at = filler->first;
        }
        return false;
    }

    bool before_name() {
        found_.first = back_to_phrase(found_.first);
        inner_hedge();
        if (take_phrase() || take_equals()) {
            take_ratio(false);
            if (!found_.has_ratio && take_again()) {
                take_ratio(false);
            }
            return true;
        }
        return ratio_at_name();
    }

    /// "larger than the area of", "equal to the size of"; but "площади больше" is "larger".
    bool take_again() {
        const Comparison found = found_;
        const bool extent = extent_;
        const bool comparative = comparative_;
        found_.hedge.clear();
        const bool phrase = take_phrase();
        const bool larger_area = phrase && extent_ && comparative;
        if (!larger_area && (phrase || take_equals())) {
            extent_ = false;
            found_.hedge = !phrase && comparative ? found.hedge : found_.hedge;
            return true;
        }
        extent_ = extent;
        comparative_ = comparative;
        found_ = found;
        return false;
    }

    /// "deux fois la Corse", "grand comme deux fois Paris", "två Gotland".
    bool ratio_at_name() {
        const std::size_t name = found_.first;
        if (!take_ratio(true)) {
            return false;
        }
        const std::size_t at = found_.first;
        found_.first = hedge_before(text_, s_, found_.first).first;
        if (found_.first < at && !ends(found_.first, Meaning::kEquals) &&
            !ends(found_.first, Meaning::kSizeBefore)) {
            found_.first = at; // the hedge is the outer one
        }
        if (take_phrase() || take_equals()) {
            extent_ = false;
            ratio_inside_ = comparative_; // "larger than a third of Belgium"
            found_.hedge = comparative_ ? found_.hedge : "size";
            return true;
        }
        found_.first = at;
        found_.hedge = "size";
        // "half of Ukraine" is a part of it, which find_shares() reads, and "two Ukraines" is none.
        const bool land =
            speaks_of_area(text_, s_) ||
            (!compares_amounts(at, name_) && speaks_of_control(text_, s_.before, s_.last));
        if (form_ == Multiple::Form::kCount) {
            return found_.ratio.last == name && counts_area(at);
        }
        return land && form_ == Multiple::Form::kTimes && found_.ratio.value >= 1.0;
    }

    /// "twice more than Monaco": of what, the words before say.
    bool compares_amounts(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i) {
            if (text_.phrase_before(i + 1, text_.lexicon().than)) {
                return true;
            }
        }
        return false;
    }

    /// "an area of two Gotlands": a noun for an area right before the number.
    bool counts_area(std::size_t at) const {
        for (int n = 0; n < 3 && at > s_.first; ++n) {
            if (ends(at, Meaning::kAreaNoun)) {
                return true;
            }
            const auto filler = text_.ending_at(at, Meaning::kFiller);
            const auto hedge = text_.ending_at(at, Meaning::kHedge);
            const auto word = filler ? filler : hedge;
            if (!word || word->first < s_.first) {
                return false;
            }
            if (text_.has(Meaning::kAreaNoun, word->first, word->last)) {
                return true; // "an area of" may be one phrase
            }
            at = word->first;
        }
        return false;
    }

    /// "Lolland-sized", "Gotlands storlek", "Luxembourg's size".
    bool after_name() {
        std::size_t at = found_.last;
        if (text_.tokens().is(at, "'") && text_.tokens().is(at + 1, "s")) {
            at += 2;
        }
        const auto phrase = text_.at(at, Meaning::kSizeAfter);
        if (!phrase || phrase->last > s_.last) {
            return false;
        }
        found_.hedge = phrase->what->key;
        found_.last = phrase->last;
        after_ = true;
        if (!found_.has_ratio) {
            take_ratio(false);
        }
        return true;
    }

    /// What is compared is no land: "its army is twice the size of Belgium's".
    bool of_something_else() const {
        if (somewhere_) {
            return true; // "more than in Belgium"
        }
        constexpr Meanings kLand = bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kNature);
        for (std::size_t i = found_.first; i > s_.first; --i) {
            if (text_.has(Meaning::kNotLand, i - 1, i)) {
                return true;
            }
            if (text_.has_any(kLand, i - 1, i) || is_counted_unit(i - 1)) {
                return false;
            }
        }
        return text_.has(Meaning::kNotLand, found_.last, std::min(found_.last + 3, s_.last));
    }

    /// "300 hectares", but not "5,000 euros the square metre".
    bool is_counted_unit(std::size_t i) const {
        return text_.at(i, Meaning::kUnit) && i > s_.first &&
               (is_digits(text_.tokens(), i - 1, i) || text_.ends_any(kCounting, i));
    }

    /// "larger than Norway's": the name owns what is compared, which is land only where the
    /// sentence says so.
    bool owned_by_name() const {
        const Tokens& tokens = text_.tokens();
        const bool english = tokens.is(found_.last, "'") && tokens.is(found_.last + 1, "s");
        return english && !speaks_of_area(text_, s_) &&
               !text_.at(found_.last + 2, Meaning::kSizeAfter);
    }

    /// "30 per cent larger than X" is 1.3 times X, "30 per cent of the size of X" 0.3 times.
    void percent_larger() {
        if (!found_.has_ratio || form_ != Multiple::Form::kPercent || !comparative_ ||
            ratio_inside_) {
            return;
        }
        const double sign = found_.hedge == "less_than" || found_.hedge == "almost" ? -1.0 : 1.0;
        const Quantity part = found_.ratio;
        found_.ratio.value = 1.0 + sign * part.value;
        found_.ratio.low = 1.0 + sign * (sign > 0.0 ? part.low : part.high);
        found_.ratio.high = 1.0 + sign * (sign > 0.0 ? part.high : part.low);
        found_.hedge = "size";
        unread_ = !(found_.ratio.low > 0.0);
    }

    /// "twice larger than": the words of the comparison itself, not "more than twice".
    void times_larger() {
        found_.times_larger = found_.has_ratio && !ratio_inside_ && found_.ratio.value > 1.0 &&
                              form_ != Multiple::Form::kPercent &&
                              (found_.hedge == "more_than" || found_.hedge == "less_than");
        if (found_.times_larger) {
            unread_ = unread_ || found_.hedge == "less_than"; // "twice smaller than" is half
            found_.hedge = "size";
        }
    }

    void outer_hedge() {
        const auto nearest = text_.ending_at(found_.first, Meaning::kHedge);
        const bool words = nearest && nearest->last > nearest->first + 1; // "more than", not "over"
        const HedgeFound outer = hedge_before(text_, s_, found_.first);
        if (outer.id.empty()) {
            return;
        }
        found_.first = outer.first;
        measures_ =
            outer.id == "almost" || (words && (outer.id == "more_than" || outer.id == "less_than"));
        if (outer.id != "about" && outer.id != "exactly") {
            found_.hedge = outer.id;
        } else if (found_.hedge == "size" && outer.id == "about") {
            found_.hedge = "about";
        }
    }

    /// Whether anything is left before the wording that multiplies it: what is not understood
    /// makes no claim.
    bool has_unread_multiple() const {
        std::size_t at = found_.first;
        for (int n = 0; n < 3 && at > s_.first; ++n) {
            if (multiplies(text_, s_, at)) {
                return true;
            }
            const auto filler = text_.ending_at(at, Meaning::kFiller);
            const bool hyphen = text_.tokens().is(at - 1, "-");
            if (!hyphen && (!filler || filler->first < s_.first)) {
                return false;
            }
            at = hyphen ? at - 1 : filler->first;
        }
        return false;
    }

    /// "the size of 2 London boroughs" counts boroughs.
    bool counts_parts() const {
        return found_.has_ratio && form_ == Multiple::Form::kCount &&
               text_.has_any(bit_of(Meaning::kRegionNoun) | bit_of(Meaning::kSettlement),
                             found_.last, found_.last + 1);
    }

    /// "A third of the area of Pakistan is under water": what opens the sentence is no comparison.
    bool is_subject_part() const {
        return extent_ && found_.has_ratio && found_.ratio.value < 1.0 &&
               found_.first == s_.first && !s_.is_claim;
    }

    bool compares() const {
        if (is_subject_part()) {
            return false; // a share
        }
        if (counts_parts() || unread_ || has_unread_multiple()) {
            return false;
        }
        const bool share = found_.has_ratio && form_ == Multiple::Form::kPercent;
        if (share && (extent_ || after_)) {
            return false; // "20 procent av Ukrainas yta" is a part of it
        }
        if (extent_ && !found_.has_ratio && !measures_) {
            return false; // "all over the territory of Ukraine"
        }
        return !comparative_ || found_.has_ratio || says_area();
    }

    /// "larger than Malta" by itself may speak of anything; a fire, a lake or land may stand in
    /// the sentence or the one before.
    bool says_area() const {
        return speaks_of_area(text_, s_) ||
               text_.has_any(bit_of(Meaning::kNature) | bit_of(Meaning::kRegionNoun), s_.before,
                             s_.last) ||
               speaks_of_control(text_, s_.first, s_.last);
    }

    const Annotated& text_;
    Sentence s_;
    std::size_t name_ = 0; ///< where the name begins
    Comparison found_;
    Multiple::Form form_ = Multiple::Form::kTimes;
    bool somewhere_ = false;   ///< "in" stands before the name
    bool after_ = false;       ///< the words for a size stand behind the name
    bool extent_ = false;      ///< "the territory of"
    bool comparative_ = false; ///< "larger than"
    bool ratio_inside_ = false;
    bool measures_ = false; ///< "almost", "more than" stand before it all
    bool unread_ = false;
};

} // namespace

std::optional<Comparison> read_comparison(const Annotated& text, Sentence s, std::size_t first,
                                          std::size_t last) {
    return Reader(text, s, first, last).run();
}

} // namespace engine
