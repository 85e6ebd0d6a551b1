// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sources/accuracy.hpp"
#include "engine/timeline/control_class.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/measure.hpp"
#include "shapes/types/position.hpp"
#include "shapes/units/area.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// One line of a profile's class mapping. A feature matches where every pattern that is given
/// matches; the first rule that matches decides. Patterns are shell-like: `*` any text, `?` one
/// character; letter case and runs of white space (KML names contain line breaks) do not matter.
struct ClassRule {
    std::string property; ///< name of the property that `value` is matched against; may be empty
    std::string value;
    std::string layer; ///< layer of the file
    std::string file;  ///< file name without its folder
    /// The class, or nullopt: the feature is known and not held (a `losses` layer, say).
    std::optional<ControlClass> gives;
    /// The feature draws what changed since the map's own baseline (DateRule::since): it is
    /// compared with what was measured.
    std::optional<Measure> change; ///< lost or gained
};

/// Where a date stands.
struct DateRule {
    /// Properties that tell the map's own date, in order of preference: ISO 8601 text, with hyphens
    /// or without (a time after the day is ignored), or milliseconds since 1970 where `epoch_ms` is
    /// set (ArcGIS).
    std::vector<std::string> properties;
    bool epoch_ms = false;
    /// Properties that tell the day which the map's change layers are counted from.
    std::vector<std::string> since;
    /// Patterns of file names (without folder), e.g. "deepstatemap_data_{YYYYMMDD}*"; `*` and `?`
    /// as in ClassRule. The one place in braces is made of YYYY or YY, MM, M or MON, DD or D, and
    /// the separators `-`, `_` and `.`: {YYYY-MM-DD} {DD.MM.YYYY} {M-D-YYYY} {DDMONYYYY}. Without a
    /// day it is the first of the month, without a month the first of the year.
    std::vector<std::string> file_names;
    /// The same patterns on layer names: one file may hold layers of several days.
    std::vector<std::string> layers;
    /// The names carry the map's own day, not only the day the file was made.
    bool name_is_map_date = false;
    /// Features of different dates in one file are different maps (several dated layers).
    bool several_dates = false;
};

/// What tells a source's files from others', where no profile is named.
struct RecognitionRule {
    /// Properties that only this source's features have; each feature must have one of them.
    std::vector<std::string> properties;
    /// Patterns of file names (without folder), as in ClassRule.
    std::vector<std::string> file_names;
};

/// A day from which on the maker counts differently: a change across it is one of definition.
struct DefinitionBreak {
    Date date;        ///< of the first map that counts the new way
    double km2 = 0.0; ///< about how much appears or, negative, vanishes
    std::string what;
};

/// What a source leaves out by definition, for all time or for a while. It cancels in changes; a
/// held area lacks it. Of a region of interest that mostly lies in it the source tells nothing.
struct Omission {
    std::string what;
    double km2 = 0.0; ///< of it that is held; 0: nothing, and only what happens there is not shown
    std::map<std::string, std::string> what_in = {}; ///< the same in "da", "de", …, where given
    std::optional<Date> from =
        std::nullopt; ///< first day on which it is left out; else from the beginning
    std::optional<Date> until = std::nullopt; ///< last day; else to the end
    /// Where it lies, roughly, for regions of interest: a ring in degrees, its first point not
    /// repeated. Empty: everywhere.
    std::vector<shapes::Position> ring = {};

    bool holds_on(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

/// What a source leaves out of a place.
struct OmissionsHere {
    std::vector<Omission> of_held; ///< that a held area there may lack
    std::vector<Omission> of_most; ///< in which most of the place lies
};

/// All that is left out.
inline shapes::Area total(std::span<const Omission> omissions) {
    double km2 = 0.0;
    for (const Omission& omission : omissions) {
        km2 += omission.km2;
    }
    return shapes::Area::from_km2(km2);
}

/// A source of maps: where class, date, accuracy and licence stand in its files.
struct SourceProfile {
    std::string name;
    std::string title;
    std::string json_pointer; ///< RFC 6901, where the FeatureCollection is wrapped; else empty
    std::vector<ClassRule> classes;
    /// What a feature is that no rule matches: nullopt = not held and listed in the warnings.
    std::optional<ControlClass> otherwise;
    DateRule date;
    RecognitionRule known_by;
    /// A map comes in several files, one per class.
    bool parts = false;
    std::string map_hour; ///< which hour of its day a map shows, as far as the source tells
    /// A map shows the evening before: the end of a month is on the map of the first of the next.
    bool shows_evening_before = false;
    std::map<std::string, std::string> map_hour_in; ///< the same in "da", "de", …, where given
    std::optional<SourceAccuracy> accuracy;
    std::string holder; ///< whose territory the maps show, where they are all of one party's
    std::map<std::string, std::string> holder_in; ///< the same in "da", "de", …, where given
    std::string credit;
    std::string licence;
    /// The region, by its name among the yardsticks, in which all lies that the maps may draw, and
    /// all of which they would: of it a share needs no polygon. Empty where there is none.
    std::string covers;
    std::vector<DefinitionBreak> breaks;
    std::vector<Omission> omits;
    std::string
        outline; ///< path of a border or coast that does not move, beside the profile's file
    std::vector<std::string> traps; ///< what has been seen to go wrong with this source
};

/// Reads a profile from TOML text. `name` stands in messages (a file name). Throws InputError
/// naming the line and the key for anything unknown, missing or of the wrong type.
SourceProfile parse_profile(std::string_view toml, const std::string& name);

/// The profiles of engine/data/sources, ordered by name.
const std::vector<SourceProfile>& built_in_profiles();

/// Whose territory the maps of all these sources show, of what each profile tells (`holder`); empty
/// where one tells nothing or two differ.
std::string common_holder(std::span<const std::string> holders);

/// One of them; nullptr where there is none of that name.
const SourceProfile* find_built_in_profile(std::string_view name);

} // namespace engine
