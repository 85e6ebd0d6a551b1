// SPDX-License-Identifier: MIT
#include "engine/yardsticks/yardstick.hpp"
#include "engine/claims/words/yardstick_names.hpp"
#include "engine/input_error.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/report/claims.hpp"
#include "tools/report/numbers.hpp"

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>

namespace areaclaim {
namespace {

constexpr std::size_t kNear = 10;

struct YardstickOptions {
    std::vector<std::string> name;
    double near_km2 = 0.0;
    CLI::Option* near = nullptr;
};

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words) {
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

std::vector<const engine::Yardstick*> wanted(const YardstickOptions& options) {
    if (options.near->count() > 0) {
        if (!std::isfinite(options.near_km2) || options.near_km2 <= 0) {
            throw UsageError("--near: an area in km² is due, such as --near 1000");
        }
        return engine::yardsticks_near(options.near_km2, kNear);
    }
    if (options.name.empty()) {
        throw UsageError("yardstick: give the name of a region, or --near KM2");
    }
    const std::string name = joined(options.name);
    auto found = engine::find_yardsticks(name);
    if (found.empty()) {
        found = engine::find_inflected_yardsticks(name);
    }
    if (found.empty()) {
        throw engine::InputError("no yardstick is called '" + name +
                                 "'; try its English name, or --near KM2 for what is as large");
    }
    return found;
}

} // namespace

Run setup_yardstick(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<YardstickOptions>();
    CLI::Option* name =
        app.add_option("NAME", options->name, "Name of a region, in any of the languages known");
    options->near = app.add_option("--near", options->near_km2,
                                   "List the regions nearest to this area in km², nearest first")
                        ->excludes(name);
    add_common_options(app, common);
    add_examples(app, "  areaclaim yardstick Lolland\n"
                      "  areaclaim yardstick --near 1000\n");
    return [options](const Console& console) {
        const auto found = wanted(*options);
        console.out(console.json() ? report::yardsticks_json(found)
                                   : report::yardsticks_text(found, console.screen()));
        return ExitCode::done;
    };
}

} // namespace areaclaim
