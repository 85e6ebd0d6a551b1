// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace engine {

/// What the part is of.
struct Whole {
    std::optional<NameFound> name;
    std::size_t last = 0;     ///< 0: not a region
    std::string kinds;        ///< what a noun without a name may mean
    bool says_region = false; ///< "the Kharkiv region", and not "Ukraine"
};

/// What the words from token `at` on name as the whole of a part: "of Ukraine's Luhansk region",
/// "der ukrainischen Landesfläche", "of the oblast". `last` is 0 where they name none.
Whole read_whole(const Annotated& text, Sentence sentence, std::size_t at);

/// "(zu 99,7 Prozent) von Russland besetzt": the name is of who does it, and not of the whole;
/// `first` is the share's.
bool names_agent(const Annotated& text, Sentence sentence, std::size_t first, const Whole& whole);

/// "In the Donetsk region (it controls 77 percent of the territory)": the region that the clause of
/// token `at` names as where it happens.
std::optional<NameFound> region_of_clause(const Annotated& text, Sentence sentence, std::size_t at);

/// The region before a part: "Донецька область окупована на 78,1 %", "the oblast is 78 % occupied".
/// Its `last` is the end of the wording.
Whole whole_before(const Annotated& text, Sentence sentence, std::size_t first, std::size_t last);

} // namespace engine
