// SPDX-License-Identifier: MIT
#include "engine/sources/profile.hpp"

#include "engine/data/embedded.hpp"
#include "engine/sources/name_pattern.hpp"
#include "engine/toml/table.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

/// "confirmed", "contested", "claimed" or "not held".
std::optional<ControlClass> read_class(const TomlTable& table, std::string_view key) {
    const std::string text = table.required_text(key);
    if (text == "not held") {
        return std::nullopt;
    }
    const auto c = control_class_from_name(text);
    if (!c) {
        table.fail(key, "'" + text + "' is none of: confirmed, contested, claimed, not held");
    }
    return c;
}

ClassRule read_rule(const TomlTable& table) {
    ClassRule rule;
    rule.property = table.text("property").value_or("");
    rule.value = table.text("value").value_or("");
    rule.layer = table.text("layer").value_or("");
    rule.file = table.text("file").value_or("");
    rule.gives = read_class(table, "is");
    if (const auto change = table.text("change")) {
        rule.change = measure_from_name(*change);
        if (rule.change != Measure::lost && rule.change != Measure::gained) {
            table.fail("change", "'" + *change + "' is none of: lost, gained");
        }
    }
    if (rule.property.empty() != rule.value.empty()) {
        table.fail("", "a [[class]] has both 'property' and 'value', or neither");
    }
    if (rule.property.empty() && rule.layer.empty() && rule.file.empty()) {
        table.fail("", "a [[class]] needs something to match: property and value, layer, or file");
    }
    table.finish();
    return rule;
}

std::vector<std::string> read_patterns(const TomlTable& table, std::string_view key) {
    auto patterns = table.texts(key);
    for (const std::string& pattern : patterns) {
        if (const auto error = pattern_error(pattern)) {
            table.fail(key, *error);
        }
    }
    return patterns;
}

DateRule read_date_rule(const TomlTable& table) {
    DateRule rule;
    rule.properties = table.texts("properties");
    rule.since = table.texts("since");
    rule.epoch_ms = table.flag("epoch_ms").value_or(false);
    rule.file_names = read_patterns(table, "file_names");
    rule.layers = read_patterns(table, "layers");
    rule.name_is_map_date = table.flag("name_is_map_date").value_or(false);
    rule.several_dates = table.flag("several_dates").value_or(false);
    table.finish();
    return rule;
}

RecognitionRule read_recognition(const TomlTable& table) {
    RecognitionRule rule{table.texts("properties"), table.texts("file_names")};
    table.finish();
    return rule;
}

double positive(const TomlTable& table, std::string_view key) {
    const auto value = length_km(table, key);
    if (!value) {
        table.fail("", "'" + std::string(key) + "' is missing: a length above 0 km");
    }
    return *value;
}

SourceAccuracy read_accuracy(const TomlTable& table) {
    SourceAccuracy accuracy;
    accuracy.position_sigma_km = positive(table, "position_sigma_km");
    accuracy.correlation_km = positive(table, "correlation_km");
    accuracy.reason = table.required_text("reason");
    accuracy.classes = read_class_accuracies(table);
    table.finish();
    return accuracy;
}

DefinitionBreak read_break(const TomlTable& table) {
    const auto date = table.day("date");
    const auto km2 = table.number("km2");
    if (!date || !km2) {
        table.fail("",
                   "a break needs 'date', the first day that counts the new way, and 'km2', what "
                   "appears (or, negative, vanishes) on it");
    }
    DefinitionBreak found{*date, *km2, table.required_text("what")};
    table.finish();
    return found;
}

/// What a key says in the languages of reports, where it does: "map_hour_da", …
std::map<std::string, std::string> in_languages(const TomlTable& table, const std::string& key) {
    std::map<std::string, std::string> found;
    for (const char* language : {"da", "de", "nb", "uk"}) {
        if (const auto text = table.text(key + "_" + language)) {
            found.emplace(language, *text);
        }
    }
    return found;
}

/// `ring`: a longitude and a latitude by turns, in degrees.
std::vector<shapes::Position> read_ring(const TomlTable& table) {
    const auto numbers = table.numbers("ring");
    std::vector<shapes::Position> ring;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        ring.push_back({numbers[i], numbers[i + 1]});
    }
    const bool on_earth = std::ranges::all_of(ring, [](shapes::Position at) {
        return std::abs(at.lon) <= shapes::kMaxLongitude && std::abs(at.lat) <= 90.0;
    });
    if (!numbers.empty() && (numbers.size() % 2 != 0 || ring.size() < 3 || !on_earth)) {
        table.fail("ring", "is a longitude and a latitude by turns, of three places at least");
    }
    return ring;
}

Omission read_omission(const TomlTable& table) {
    Omission omission;
    omission.what = table.required_text("what");
    omission.what_in = in_languages(table, "what");
    const auto km2 = table.number("km2");
    if (!km2 || *km2 < 0.0) {
        table.fail("", "'km2' is missing: how much is held of what the source leaves out (0 where "
                       "nothing is)");
    }
    omission.km2 = *km2;
    omission.from = table.day("from");
    omission.until = table.day("until");
    omission.ring = read_ring(table);
    table.finish();
    return omission;
}

SourceProfile read_profile(const TomlTable& table) {
    SourceProfile profile;
    profile.name = table.required_text("name");
    profile.title = table.text("title").value_or(profile.name);
    profile.json_pointer = table.text("json_pointer").value_or("");
    if (!profile.json_pointer.empty() && profile.json_pointer.front() != '/') {
        table.fail("json_pointer", "a JSON pointer begins with '/' (RFC 6901)");
    }
    for (const TomlTable& rule : table.tables("class")) {
        profile.classes.push_back(read_rule(rule));
    }
    if (table.has("otherwise")) {
        profile.otherwise = read_class(table, "otherwise");
    }
    if (profile.classes.empty() && !profile.otherwise) {
        table.fail("", "nothing would ever be held: give [[class]] rules, or otherwise = "
                       "\"confirmed\" where every polygon is held");
    }
    if (const auto date = table.table("date")) {
        profile.date = read_date_rule(*date);
    }
    if (const auto known_by = table.table("known_by")) {
        profile.known_by = read_recognition(*known_by);
    }
    profile.parts = table.flag("parts").value_or(false);
    profile.map_hour = table.text("map_hour").value_or("");
    profile.shows_evening_before = table.flag("shows_evening_before").value_or(false);
    profile.map_hour_in = in_languages(table, "map_hour");
    if (const auto accuracy = table.table("accuracy")) {
        profile.accuracy = read_accuracy(*accuracy);
    }
    profile.holder = table.text("holder").value_or("");
    profile.holder_in = in_languages(table, "holder");
    profile.credit = table.text("credit").value_or("");
    profile.licence = table.text("licence").value_or("");
    profile.covers = table.text("covers").value_or("");
    profile.traps = table.texts("traps");
    for (const TomlTable& entry : table.tables("breaks")) {
        profile.breaks.push_back(read_break(entry));
    }
    for (const TomlTable& entry : table.tables("omits")) {
        profile.omits.push_back(read_omission(entry));
    }
    profile.outline = table.text("outline").value_or("");
    table.finish();
    return profile;
}

} // namespace

SourceProfile parse_profile(std::string_view toml, const std::string& name) {
    return read_profile(TomlTable::parse(toml, name));
}

const std::vector<SourceProfile>& built_in_profiles() {
    static const std::vector<SourceProfile> profiles = [] {
        std::vector<SourceProfile> all;
        for (const EmbeddedFile& file : embedded_files()) {
            if (file.path.starts_with("sources/")) {
                all.push_back(read_profile(TomlTable::of(file)));
            }
        }
        std::ranges::sort(all, {}, &SourceProfile::name);
        return all;
    }();
    return profiles;
}

std::string common_holder(std::span<const std::string> holders) {
    const bool all = !holders.empty() && std::ranges::all_of(holders, [&](const auto& holder) {
        return holder == holders.front();
    });
    return all ? holders.front() : std::string();
}

const SourceProfile* find_built_in_profile(std::string_view name) {
    const auto& all = built_in_profiles();
    const auto it = std::ranges::find(all, name, &SourceProfile::name);
    return it != all.end() ? &*it : nullptr;
}

} // namespace engine
