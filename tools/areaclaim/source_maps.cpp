// SPDX-License-Identifier: MIT
#include "tools/areaclaim/source_maps.hpp"

#include "engine/case/days_spoken_of.hpp"
#include "engine/sources/apply.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/near_files.hpp"
#include "tools/report/map_warning_text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace areaclaim {
namespace {

// Whether regions of all maps of a source are needed: they are cut to a region of interest, or held
// against an outline, which a profile may name as well.
bool needs_all_regions(const engine::Case& of, const MapOptions& how) {
    const bool has_outline = !how.profile.empty() && !find_profile(how.profile).outline.empty();
    return !of.within.empty() || !of.outline.empty() || has_outline ||
           std::ranges::any_of(of.claims, [](const auto& claim) { return !claim.within.empty(); });
}

LoadedMaps load(const std::vector<std::string>& paths, const engine::Case& of,
                const MapOptions& how, const Console& console) {
    engine::FiguresAhead ahead(
        {engine::VerifyOptions().level, how.edge_model(), how.thread_count(), nullptr});
    return load_maps(paths, how, console, needs_all_regions(of, how) ? nullptr : &ahead);
}

// What is to be told of the files that were not read.
std::vector<engine::MapWarning> told_of(const NearFiles& files, const engine::DaySpan& spoken_of,
                                        const MapOptions& how, const Console& console) {
    if (files.left_out.empty()) {
        return {};
    }
    const engine::MapWarning told{.code = engine::MapWarningCode::far_maps_unread,
                                  .day = spoken_of.first,
                                  .last = spoken_of.last,
                                  .count = files.left_out.size()};
    console.note(report::map_warning_text(told, report::Language::of(how.language)));
    return {told};
}

// Takes the maps of other days out of all that were read.
std::vector<engine::ControlBoundary> take_far(LoadedMaps& loaded, const engine::DaySpan& near) {
    const auto is_near = [&](const engine::ControlBoundary& map) {
        return !map.date() || (near.first <= *map.date() && *map.date() <= near.last);
    };
    const auto far = std::stable_partition(loaded.maps.begin(), loaded.maps.end(), is_near);
    std::vector<engine::ControlBoundary> taken(std::make_move_iterator(far),
                                               std::make_move_iterator(loaded.maps.end()));
    loaded.maps.erase(far, loaded.maps.end());
    return taken;
}

// The maps near the days that claims speak of; nullopt where there are none, or these have nothing
// of the holder, or the names of their files do not tell when they were drawn.
std::optional<SourceMaps> load_near(const NearFiles& files, const engine::Case& of,
                                    const MapOptions& how, const Console& console) {
    std::vector<std::string> read = files.ends;
    read.insert(read.end(), files.near.begin(), files.near.end());
    try {
        SourceMaps maps{.loaded = load(read, of, how, console)};
        if (!names_tell_days(maps.loaded.maps)) {
            return std::nullopt;
        }
        maps.ends = take_far(maps.loaded, files.days);
        return maps.loaded.maps.empty() ? std::nullopt : std::optional(std::move(maps));
    } catch (const engine::NothingMatches&) {
        return std::nullopt;
    } catch (const shapes::NoFeatures&) {
        return std::nullopt;
    }
}

} // namespace

SourceMaps load_source(const std::vector<std::string>& paths, const engine::Case& of,
                       const MapOptions& how, const Console& console) {
    const auto spoken_of = engine::days_spoken_of(of);
    if (!how.all_maps && spoken_of) {
        const engine::SourceProfile named =
            find_profile(how.profile.empty() ? "plain" : how.profile);
        NearFiles files = near_files(paths, named.date, *spoken_of);
        const bool is_cut = !files.ends.empty() && !files.near.empty();
        if (auto maps = is_cut ? load_near(files, of, how, console) : std::nullopt) {
            maps->warnings = told_of(files, *spoken_of, how, console);
            maps->left_out = std::move(files.left_out);
            return std::move(*maps);
        }
    }
    return {.loaded = load(paths, of, how, console)};
}

} // namespace areaclaim
