// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <optional>
#include <string>

namespace engine {

struct ReadOptions {
    std::string lang; ///< "da", "en", …; empty: detected from the text
    /// Weekdays and "yesterday" are resolved against it; where it is not given, against the day in
    /// the head of the text, if there is one (resolve/dateline.hpp).
    std::optional<Date> published;
    /// Whose territory the maps show ("Russian forces"). With it "captured" is a gain or a loss by
    /// who captures; without it only words that say so themselves (retaken, withdrew) decide.
    std::string holder;
    /// The text is a claim about land and nothing else (that of a case file), so that words which
    /// mean an area only among others of land do: "a third of Malta", "2,000 kilometres".
    bool is_claim = false;
};

} // namespace engine
