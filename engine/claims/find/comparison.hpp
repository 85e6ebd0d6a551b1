// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/number.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace engine {

/// The words that compare something with a region, read from the region's name outwards:
/// "[hedge] [twice] the size of [the island of] NAME", "NAME's size".
struct Comparison {
    std::string hedge; ///< id of hedges.toml; "size" where the words only compare
    Quantity ratio;    ///< 1 where the words name none
    bool has_ratio = false;
    bool times_larger = false; ///< "three times larger than" is read as three times as large
    std::size_t first = 0;     ///< the wording, the name included
    std::size_t last = 0;
};

/// The comparison around the name in tokens [first, last), or nullopt where the words compare no
/// areas: a name by itself, an army or an economy, and a multiple that is seen but not understood.
std::optional<Comparison> read_comparison(const Annotated& text, Sentence sentence,
                                          std::size_t first, std::size_t last);

} // namespace engine
