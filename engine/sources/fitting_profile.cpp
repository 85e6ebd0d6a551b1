// SPDX-License-Identifier: MIT
#include "engine/sources/fitting_profile.hpp"

#include "engine/sources/feature_date.hpp"
#include "engine/sources/name_pattern.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace engine {
namespace {

/// A rule that can tell one source from another: it names a property and asks for a value.
bool recognises(const ClassRule& rule, const shapes::Feature& feature) {
    if (rule.property.empty() || rule.value.empty() || rule.value == "*") {
        return false;
    }
    const auto found = feature.properties.find(rule.property);
    return found != feature.properties.end() && matches_pattern(rule.value, found->second);
}

bool knows_every_feature(const SourceProfile& profile, const shapes::FeatureCollection& file) {
    return !file.features.empty() &&
           std::all_of(file.features.begin(), file.features.end(), [&](const auto& feature) {
               return std::any_of(profile.classes.begin(), profile.classes.end(),
                                  [&](const auto& rule) { return recognises(rule, feature); });
           });
}

/// Whether every feature has a property that only this source's features have.
bool names_every_feature(const SourceProfile& profile, const shapes::FeatureCollection& file) {
    const auto& names = profile.known_by.properties;
    return !file.features.empty() &&
           std::all_of(file.features.begin(), file.features.end(), [&](const auto& feature) {
               return std::any_of(names.begin(), names.end(), [&](const auto& name) {
                   return find_property(feature, name) != nullptr;
               });
           });
}

bool knows_name(const SourceProfile& profile, const std::string& path) {
    const std::string_view name = file_name(path);
    const auto& patterns = profile.known_by.file_names;
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return matches_pattern(pattern, name); });
}

} // namespace

Fitting fitting_profile(const shapes::FeatureCollection& file) {
    const auto first = [&](auto fits) {
        const auto& all = built_in_profiles();
        const auto found = std::find_if(all.begin(), all.end(), [&](const SourceProfile& profile) {
            return profile.name != "plain" && fits(profile);
        });
        return found != all.end() ? &*found : nullptr;
    };
    if (const auto* p = first([&](const auto& each) { return knows_every_feature(each, file); })) {
        return {p, "values"};
    }
    if (const auto* p = first([&](const auto& each) { return names_every_feature(each, file); })) {
        return {p, "names"};
    }
    return {first([&](const auto& each) { return knows_name(each, file.path); }), "file_name"};
}

} // namespace engine
