// SPDX-License-Identifier: MIT
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/commands/verify.hpp"
#include "tools/areaclaim/evidence_folder.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/report/json.hpp"
#include "tools/report/text.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace areaclaim {
namespace {

std::string as_json(const std::string& folder, const std::vector<std::string>& differences) {
    return report::document(
        "replay",
        {{"folder", folder}, {"same", differences.empty()}, {"differences", differences}});
}

ExitCode run(const std::string& folder, const Console& console) {
    const std::vector<std::string> differences = replay_evidence(
        folder,
        [](const std::vector<std::string>& words) {
            return verified_here(from_command_words(words));
        },
        console);
    if (console.json()) {
        console.out(as_json(folder, differences));
    } else if (differences.empty()) {
        console.out(report::clean(folder) + ": computed again, the same in every figure\n");
    } else {
        std::string text;
        for (const std::string& difference : differences) {
            text += report::clean(difference) + '\n';
        }
        console.out(text);
    }
    if (!differences.empty()) {
        console.error(folder + ": computed again, it is not the same");
        return ExitCode::self_check;
    }
    return ExitCode::done;
}

} // namespace

Run setup_replay(CLI::App& app, CommonOptions& common) {
    auto folder = std::make_shared<std::string>();
    app.add_option("FOLDER", *folder, "A folder that verify --evidence wrote")->required();
    add_common_options(app, common);
    add_examples(app, "  areaclaim replay evidence/\n");
    return [folder](const Console& console) { return run(*folder, console); };
}

} // namespace areaclaim
