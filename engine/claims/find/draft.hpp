// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/number.hpp"
#include "engine/claims/find/tables.hpp"
#include "engine/claims/text_claim.hpp"
#include "engine/claims/words/sentence.hpp"
#include "engine/yardsticks/yardstick.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// "a third", "12 to 15 %": a part of something, as a ratio.
struct Part {
    double ratio = 0.0;
    double low = 0.0; ///< of a range; otherwise both are ratio
    double high = 0.0;
    double step = 0.0; ///< worth of the last digit; 0 for a fraction in words
    bool round = false;
};

/// A part of a region that its own words do not name ("a third of the oblast").
struct OpenShare {
    Part part;
    std::string kinds; ///< of yardsticks the noun may mean, parted by commas; may be ""
};

/// A claim being read: the value, and the tokens it stands on.
struct Draft {
    TextClaim claim;
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
    std::optional<OpenShare> open_share;
    /// "180 of 365 km²", "half of the 2,000 km²": what stands right behind may be said of the
    /// whole.
    bool of_whole = false;
    bool at_start = false; ///< the first figure of "grew from 40 to 60 km²": of the window's start
};

/// A hedge before token `first` and where the wording begins with it: "approximately", "some",
/// "an area of almost". Quotes and fillers may stand between.
struct HedgeFound {
    std::string id; ///< "" where there is none
    std::size_t first = 0;
};
HedgeFound hedge_before(const Annotated& text, Sentence sentence, std::size_t first);

/// The token after at most `count` fillers (articles, "of", "additional") from token i on.
std::size_t skip_fillers(const Annotated& text, std::size_t i, std::size_t end, int count);

/// What a party does with land.
constexpr Meanings kDeeds = bit_of(Meaning::kRegain) | bit_of(Meaning::kTake) |
                            bit_of(Meaning::kWithdraw) | bit_of(Meaning::kLose) |
                            bit_of(Meaning::kHold);

/// Whether [first, last) tells of land changing hands or being held, or of what nature does to it.
bool speaks_of_control(const Annotated& text, std::size_t first, std::size_t last);

/// Whether the sentence or the one before speaks of an area: "That corresponds to Luxembourg."
bool speaks_of_area(const Annotated& text, Sentence sentence);

/// The finders, each for one kind of wording; they look at one sentence and may find the same words
/// as another does, in which case keep_best() decides.
std::vector<Draft> find_areas(const Annotated& text, Sentence sentence);
std::vector<Draft> find_counts(const Annotated& text, Sentence sentence);
std::vector<Draft> find_sizes(const Annotated& text, Sentence sentence);
std::vector<Draft> find_shares(const Annotated& text, Sentence sentence);

/// Adds a reading and a warning for each other region of the same name, of which the claim may be a
/// part (or a multiple).
void add_namesakes(TextClaim& claim, std::span<const Yardstick* const> others, double ratio);

/// Sets figure and bands of a share from the region it is a part of; of several (Georgia) the first
/// counts and the others become readings. `regions` is not empty.
void set_share(TextClaim& claim, const Part& part, std::span<const Yardstick* const> regions);

/// Drops what overlaps something longer (of equal length: the one first in the list), and orders
/// the rest by place.
std::vector<Draft> keep_best(std::vector<Draft> drafts);

/// Sets figure, range and bands from a number in a unit; `hedge` may be "".
void set_figure(TextClaim& claim, const Quantity& quantity, const AreaUnit& unit,
                const std::string& hedge);

} // namespace engine
