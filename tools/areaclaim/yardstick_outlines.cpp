// SPDX-License-Identifier: MIT
#include "tools/areaclaim/yardstick_outlines.hpp"

#include "engine/yardsticks/yardstick.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/report/language.hpp"

#include <algorithm>
#include <filesystem>

namespace areaclaim {
namespace {

// A coast drawn in other detail, or with its lagoons, still is that coast.
constexpr double kAlike = 0.15;

bool is_like(double drawn_km2, const engine::Yardstick& yardstick) {
    return drawn_km2 >= yardstick.low_km2 * (1 - kAlike) &&
           drawn_km2 <= yardstick.high_km2 * (1 + kAlike);
}

page::YardstickOutline load_outline(const std::string& named, const MapOptions& options,
                                    const Console& console) {
    const std::string file = outline_file(named);
    const std::string name = named.substr(0, named.find('='));
    if (file.empty() || name.empty()) {
        throw UsageError("--yardstick-outline " + named +
                         ": give a name and a file, as in Lolland=lolland.geojson");
    }
    std::vector<const engine::Yardstick*> meant = engine::find_yardsticks(name);
    if (meant.empty()) {
        throw UsageError("--yardstick-outline " + named + ": no yardstick is called " + name +
                         "; areaclaim yardstick lists them");
    }
    page::YardstickOutline outline{{},
                                   std::filesystem::path(file).filename().string(),
                                   false,
                                   load_within(file, options, console)->region};
    const double drawn_km2 = shapes::ellipsoidal_area(outline.region).km2();
    // Of several places of that name, those that are as large.
    const auto other = [&](const engine::Yardstick* one) { return !is_like(drawn_km2, *one); };
    if (std::ranges::all_of(meant, other)) {
        const report::Language& in = report::Language::of(options.language);
        console.warn(
            in.text("map_warning.outline_differs",
                    {{"path", file},
                     {"name", meant.front()->name},
                     {"drawn", in.words(shapes::Area::from_km2(drawn_km2))},
                     {"published", in.words(shapes::Area::from_km2(meant.front()->usual_km2))}}));
    } else {
        std::erase_if(meant, other);
    }
    for (const engine::Yardstick* one : meant) {
        outline.names.push_back(one->name);
    }
    return outline;
}

} // namespace

std::string outline_file(const std::string& named) {
    const std::size_t equals = named.find('=');
    return equals == std::string::npos ? "" : named.substr(equals + 1);
}

std::vector<page::YardstickOutline> load_outlines(const std::vector<std::string>& named,
                                                  const MapOptions& options,
                                                  const Console& console) {
    std::vector<page::YardstickOutline> outlines;
    outlines.reserve(named.size());
    for (const std::string& one : named) {
        outlines.push_back(load_outline(one, options, console));
    }
    return outlines;
}

} // namespace areaclaim
