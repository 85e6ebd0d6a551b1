// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/reading.hpp"
#include "engine/claims/warning.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/measure.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A closed interval of areas in km²; low_km2 <= high_km2.
struct Band {
    double low_km2 = 0.0;
    double high_km2 = 0.0;

    friend constexpr bool operator==(const Band&, const Band&) = default;
};

enum class ClaimKind {
    kArea,      ///< a figure with a unit of area: "2,000 square kilometres"
    kYardstick, ///< the size of a named region, or a multiple of it: "twice the size of London"
    kShare,     ///< a part of a region: "a third of Kharkiv oblast"
    kRate,      ///< an area in a time: "40 km² a week"; the figure is km² a day
    kCount,     ///< settlements: "30 towns and villages"; no area
};

/// The word of the JSON: "area", "yardstick", "share", "rate", "count".
const char* name(ClaimKind kind);

/// Which way land changed hands, seen from the holder whose territory the maps show.
enum class ClaimDirection { kUnknown, kLost, kGained };

/// "lost", "gained", or "" where the text does not say.
const char* name(ClaimDirection direction);

/// A day as the text has it. `words` without `date`: the text names a day that could not be
/// resolved (no publication date, say). Neither: the text says nothing.
struct StatedDay {
    std::optional<Date> date;
    std::string words; ///< the words it came from, as they stand in the text
};

/// Bytes [begin, end) of a text.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// One statement about an area (or a number of settlements), found in a text. A plain value: the
/// text it came from need not live on.
struct TextClaim {
    std::string text;      ///< the words of the claim, text[begin, end) of the input
    std::size_t begin = 0; ///< UTF-8 byte offsets into the input, begin < end
    std::size_t end = 0;
    ClaimKind kind = ClaimKind::kArea;

    /// km²; for a rate km² a day; nullopt for a count and for a share of a region without a known
    /// area. A range ("500 to 700") has its middle here.
    std::optional<double> figure_km2;
    /// The range as stated; for anything else the same as the strict band.
    std::optional<double> low_km2;
    std::optional<double> high_km2;
    /// What the wording covers when taken at its word, and when taken kindly. Both contain
    /// figure_km2; engine/data/hedges.toml has the widths and their reasons.
    std::optional<Band> strict;
    std::optional<Band> lenient;

    std::string hedge;     ///< an id of hedges.toml ("about", "almost", "more_than", …) or ""
    std::string unit;      ///< an id of units.toml ("km2", "square_mile", …) or ""
    std::string yardstick; ///< name of the yardstick the claim uses, or ""
    /// The figure in its own unit (772 square miles); nullopt where a region is the unit.
    std::optional<double> value;
    std::optional<double> ratio; ///< 2 in "twice the size of London", 0.12 in "12 % of Crete"
    std::optional<double> count; ///< settlements

    StatedDay stated; ///< when it was said
    StatedDay since;  ///< the window it speaks of, both ends included
    StatedDay as_of;
    ClaimDirection direction = ClaimDirection::kUnknown;
    /// Lost, gained, or held, as the words have it; nullopt where they do not say, and for what
    /// burns, floods or melts.
    std::optional<Measure> measure;
    /// The words for the region that land changed hands in ("Kherson oblast"), where the text names
    /// a part of a country as the place of it; or "".
    std::string place;
    /// What is held is another's than the holder's whose maps are shown ("Ukraine controls …").
    bool of_another = false;
    /// What is left out of a held area: "Crimea" of "not counting Crimea", a yardstick's name where
    /// it is one, else the words; or "".
    std::string except;
    std::string speaker; ///< who says so, when the sentence names them
    std::string outlet;  ///< who reports it, when the sentence names them

    std::vector<Reading> readings; ///< ranked, the claim's own figure not among them
    std::vector<ClaimWarning> warnings;

    std::string lang;       ///< the text was read in this language
    std::string sentence;   ///< the sentence it stands in, as in the text
    std::size_t line = 1;   ///< of `begin`, counted from 1
    std::size_t column = 1; ///< of `begin` in its line, in characters, counted from 1
    /// The same claim said again further on ("headline, text"): spans of the input, in order.
    std::vector<TextSpan> again;
};

/// Whether two claims may speak of one place: where only one of them names one, the other may mean
/// it.
inline bool may_be_one_place(const TextClaim& a, const TextClaim& b) {
    return a.place.empty() || b.place.empty() || a.place == b.place;
}

} // namespace engine
