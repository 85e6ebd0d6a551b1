// SPDX-License-Identifier: MIT
#include "engine/sources/feature_date.hpp"

#include "engine/sources/ascii.hpp"
#include "engine/sources/contents.hpp"
#include "engine/sources/name_pattern.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace engine {
namespace {

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

/// Milliseconds since 1970, as a whole or a floating number. Only the years 1900 to 2100: a number
/// outside them is something else (an identifier, seconds).
std::optional<Date> from_epoch_ms(std::string_view text) {
    constexpr double kMsPerDay = 86'400'000.0;
    constexpr double kFirstDay = -25'567.0; // 1900-01-01
    constexpr double kLastDay = 47'846.0;   // 2100-12-31
    double ms = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ms);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(ms)) {
        return std::nullopt;
    }
    const double day = std::floor(ms / kMsPerDay);
    if (day < kFirstDay || day > kLastDay) {
        return std::nullopt;
    }
    return Date(std::chrono::sys_days(std::chrono::days(static_cast<int>(day))));
}

std::optional<Date> find_in_name(const std::vector<std::string>& patterns, std::string_view name,
                                 bool& ambiguous) {
    for (const std::string& pattern : patterns) {
        const NameDate found = find_date(pattern, name);
        if (found.result == NameDate::Result::found) {
            return found.date;
        }
        ambiguous = ambiguous || found.result == NameDate::Result::ambiguous;
    }
    return std::nullopt;
}

/// "20090906", alone or before a time ("20090906T12"): ISO 8601's basic form.
std::optional<Date> from_basic_iso(std::string_view text) {
    constexpr std::size_t kDigits = 8;
    if (text.size() < kDigits || (text.size() > kDigits && text[8] != 'T' && text[8] != ' ')) {
        return std::nullopt;
    }
    const std::string day(text.substr(0, kDigits));
    return Date::parse_iso(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2));
}

} // namespace

const std::string* find_property(const shapes::Feature& feature, std::string_view name) {
    for (const auto& [key, value] : feature.properties) {
        if (same_name(key, name)) {
            return &value;
        }
    }
    return nullptr;
}

std::optional<Date> parse_day(std::string_view text, bool epoch_ms) {
    if (text.size() >= 10 && (text.size() == 10 || text[10] < '0' || text[10] > '9')) {
        std::string day(text.substr(0, 10));
        if (day[4] == '/' && day[7] == '/') { // GDAL's way of writing an OGR date
            day[4] = day[7] = '-';
        }
        if (const auto date = Date::parse_iso(day)) {
            return date;
        }
    }
    if (const auto date = from_basic_iso(text)) {
        return date;
    }
    return epoch_ms ? from_epoch_ms(text) : std::nullopt;
}

std::optional<Date> date_of_feature(const DateRule& rule, const shapes::Feature& feature,
                                    std::vector<MapWarning>& warnings) {
    for (const std::string& property : rule.properties) {
        const std::string* value = find_property(feature, property);
        if (value == nullptr || value->empty()) {
            continue;
        }
        if (const auto date = parse_day(*value, rule.epoch_ms)) {
            return date;
        }
        warnings.push_back({.code = MapWarningCode::day_unreadable,
                            .name = property,
                            .value = shorten_for_message(*value)});
    }
    bool ambiguous = false;
    const auto date = find_in_name(rule.layers, feature.layer, ambiguous);
    if (ambiguous && !date) {
        warnings.push_back(
            {.code = MapWarningCode::layer_of_days, .name = shorten_for_message(feature.layer)});
    }
    return date;
}

std::optional<Date> since_of_feature(const DateRule& rule, const shapes::Feature& feature) {
    for (const std::string& property : rule.since) {
        const std::string* value = find_property(feature, property);
        if (value != nullptr && !value->empty()) {
            return parse_day(*value, rule.epoch_ms);
        }
    }
    return std::nullopt;
}

std::optional<Date> date_of_name(const DateRule& rule, std::string_view file_name,
                                 std::vector<MapWarning>& warnings) {
    bool ambiguous = false;
    const auto date = find_in_name(rule.file_names, file_name, ambiguous);
    if (!date && !rule.file_names.empty()) {
        warnings.push_back(
            {ambiguous ? MapWarningCode::name_of_days : MapWarningCode::name_without_day});
    }
    return date;
}

} // namespace engine
