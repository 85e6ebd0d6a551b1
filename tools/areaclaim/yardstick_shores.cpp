// SPDX-License-Identifier: MIT
#include "tools/areaclaim/yardstick_shores.hpp"

#include "engine/yardsticks/yardstick.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/shoreline.hpp"
#include "tools/areaclaim/user_folder.hpp"

#include <cstddef>
#include <exception>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

// How far a shore may be from the published area and still be the yardstick's. Statistics leave
// out tidal flats and islets that a shoreline has, up to 5 % for the islands of
// engine/data/yardsticks, and on a map that is 2.5 % of a length, which nobody sees. What is meant
// otherwise is farther off: Zealand with Falster, which GSHHG joins, is larger by 11 %, the island
// of Ireland than the state by 20 %.
constexpr double kShoreAlike = 0.05;

/// Empty where no package brought one.
std::string shoreline_file() {
    for (const std::string& folder : system_data_folders()) {
        for (const char* detail : {"f", "h", "i", "l"}) { // full to low; crude draws no island
            const fs::path file =
                fs::path(folder) / "gmt-gshhg" / ("binned_GSHHS_" + std::string(detail) + ".nc");
            std::error_code ignored;
            if (fs::is_regular_file(file, ignored)) {
                return file.string();
            }
        }
    }
    return "";
}

/// Those that have a shore, of the claims' yardsticks that have no outline yet.
std::vector<const engine::Yardstick*>
with_shore(const std::vector<page::YardstickOutline>& outlines,
           const engine::Verification& verification) {
    std::set<std::string> names;
    for (const engine::ClaimVerification& claim : verification.claims) {
        names.insert(claim.claim.figure.yardstick);
    }
    for (const page::YardstickOutline& outline : outlines) {
        for (const std::string& name : outline.names) {
            names.erase(name);
        }
    }
    std::vector<const engine::Yardstick*> found;
    for (const engine::Yardstick& yardstick : engine::yardsticks()) {
        if (yardstick.within && names.contains(yardstick.name)) {
            found.push_back(&yardstick);
        }
    }
    return found;
}

} // namespace

void add_shores(std::vector<page::YardstickOutline>& outlines,
                const engine::Verification& verification, const Console& console) {
    const std::vector<const engine::Yardstick*> yardsticks = with_shore(outlines, verification);
    const std::string file = yardsticks.empty() ? "" : shoreline_file();
    if (file.empty()) {
        return;
    }
    std::vector<shapes::ShoreWanted> wanted;
    wanted.reserve(yardsticks.size());
    for (const engine::Yardstick* one : yardsticks) {
        const shapes::Area area = shapes::Area::from_km2(one->usual_km2);
        wanted.push_back({*one->within, (1 - kShoreAlike) * area, (1 + kShoreAlike) * area});
    }
    try {
        const auto shores = shapes::shores_around(file, wanted);
        for (std::size_t i = 0; i < shores.size(); ++i) {
            if (shores[i]) {
                outlines.push_back(
                    {{yardsticks[i]->name}, fs::path(file).filename().string(), true, *shores[i]});
            }
        }
    } catch (const shapes::ReadError& e) {
        console.warn(std::string(e.what()) + "; the page shows yardsticks as squares");
    }
}

} // namespace areaclaim
