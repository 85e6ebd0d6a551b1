// SPDX-License-Identifier: MIT
#include "benchmarks/maps.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "engine/sources/profile.hpp"
#include "shapes/io/read.hpp"

#include <vector>

namespace bench {
namespace {

Map read_as(const std::string& path, const engine::SourceProfile& profile) {
    shapes::ReadOptions options;
    options.json_pointer = profile.json_pointer;
    const auto boundaries = engine::apply(profile, shapes::read_features(path, options));
    return {boundaries.front().drawn_up_to(engine::ControlClass::claimed), profile.json_pointer};
}

/// Every polygon of a plain file; else what the first profile that fits a wrapped file makes of it.
Map read_as_told_by_file(const std::string& path) {
    try {
        return read_as(path, *engine::find_built_in_profile("plain"));
    } catch (const shapes::ReadError&) {
        for (const engine::SourceProfile& profile : engine::built_in_profiles()) {
            if (profile.json_pointer.empty()) {
                continue;
            }
            try {
                return read_as(path, profile);
            } catch (const shapes::ReadError&) {
            } catch (const engine::InputError&) {
            }
        }
        throw;
    }
}

} // namespace

Map read_map(const std::string& path, const std::string& profile) {
    if (profile.empty()) {
        return read_as_told_by_file(path);
    }
    const engine::SourceProfile* named = engine::find_built_in_profile(profile);
    if (named == nullptr) {
        throw engine::InputError("no built-in profile is called " + profile);
    }
    return read_as(path, *named);
}

} // namespace bench
