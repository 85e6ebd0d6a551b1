// SPDX-License-Identifier: MIT
// Dispatch and exit codes; the work is done in commands/.
#include "engine/input_error.hpp"
#include "shapes/io/database_address.hpp"
#include "shapes/io/read.hpp"
#include "shapes/memory/huge_pages.hpp"
#include "shapes/memory/keep_freed.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/nearest.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/version.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <iterator>
#include <new>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace areaclaim;

/// What the program can be told to do. `set_up` declares the options on the command's own parser.
struct Command {
    const char* name;
    const char* description;
    Run (*set_up)(CLI::App& app, CommonOptions& common);
};

constexpr Command kCommands[] = {
    {"check", "From a text to verdicts in one step; keeps the case", setup_check},
    {"verify", "The main job: a verdict for each claim of a case", setup_verify},
    {"replay", "Compute a folder of evidence again and compare", setup_replay},
    {"claims", "The area claims found in a text", setup_claims},
    {"area", "Area held per map file (union of its features)", setup_area},
    {"diff", "Area lost, gained and unchanged between two maps", setup_diff},
    {"timeline", "One row per map: held, lost, gained, net, cumulative", setup_timeline},
    {"inspect", "What is in a file: dates, classes, CRS, vertices, every geometry problem",
     setup_inspect},
    {"yardstick", "Area of a named region, with its source; regions near an area", setup_yardstick},
};

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* offered : app.get_subcommands({})) {
        names.push_back(offered->get_name());
    }
    return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& names) {
    const std::string nearest = nearest_name(typed, names);
    return nearest.empty() ? "" : "; did you mean " + nearest + "?";
}

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

ExitCode no_command(const std::string& typed, const CLI::App& app, const Console& console) {
    const std::string known = list_of(command_names(app));
    const std::string meant = did_you_mean(typed, command_names(app));
    console.error("'" + typed + "' is no command" +
                  (meant.empty() ? "; commands are " : meant + " Commands are ") + known);
    return ExitCode::usage;
}

/// The first thing on the command line that looks like an option and is none; empty without one.
std::string unknown_option(const CLI::App& used) {
    for (const std::string& extra : used.remaining()) {
        if (extra.size() > 1 && extra.starts_with('-')) {
            return extra.substr(0, extra.find('='));
        }
    }
    return "";
}

// Help and version are results; everything else the parser throws is wrong usage.
ExitCode after_parsing(const CLI::App& app, const CLI::ParseError& stopped,
                       const Console& console) {
    std::ostringstream out;
    std::ostringstream err;
    if (app.exit(stopped, out, err) == 0) {
        console.out(out.str());
        return ExitCode::done;
    }
    const std::vector<std::string> extra = app.remaining();
    if (app.get_subcommands().empty() && !extra.empty() && !extra.front().starts_with('-')) {
        return no_command(extra.front(), app, console);
    }
    if (app.get_subcommands().empty() && extra.empty()) {
        console.error(
            "say what to do: " + list_of(command_names(app)) +
            " (see areaclaim --help); most begin with areaclaim check ARTICLE --maps PATH");
        return ExitCode::usage;
    }
    std::string command = "areaclaim";
    const CLI::App* last = &app;
    for (const CLI::App* used : app.get_subcommands()) {
        command += ' ' + used->get_name();
        last = used;
    }
    const std::string help = " (see " + command + " --help)";
    if (const std::string unknown = unknown_option(*last); !unknown.empty()) {
        console.error(command + " has no option " + unknown +
                      did_you_mean(unknown, option_names(*last)) + help);
        return ExitCode::usage;
    }
    console.error(std::string(stopped.what()) + help);
    return ExitCode::usage;
}

ExitCode run_guarded(const Run& run, const Console& console) {
    try {
        return run(console);
    } catch (const UsageError& error) {
        console.error(error.what());
        return ExitCode::usage;
    } catch (const std::bad_alloc&) {
        console.error("out of memory; give fewer or smaller files");
    } catch (const std::exception& error) { // of reading and writing: what() says all
        console.error(error.what());
    }
    return ExitCode::input;
}

// The command line with the secrets of database addresses taken out, before anything can print it.
std::vector<std::string> without_secrets(int argc, char** argv) {
    std::vector<std::string> words;
    for (int i = 0; i < argc; ++i) {
        const std::string word = argv[i];
        const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        const std::size_t value = equals == std::string::npos ? 0 : equals + 1;
        words.push_back(word.substr(0, value) + shapes::io::without_secrets(word.substr(value)));
    }
    return words;
}

/// "help COMMAND" is "COMMAND --help", and "help" alone "--help".
void parse(CLI::App& app, std::vector<std::string> words) {
    words.erase(words.begin(), words.begin() + (words.empty() ? 0 : 1)); // the program
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        const auto known = command_names(app);
        if (words.empty() || std::ranges::find(known, words.front()) != known.end()) {
            words.emplace_back("--help");
        }
    }
    std::ranges::reverse(words); // as CLI11 takes them
    app.parse(std::move(words));
}

ExitCode run_program(int argc, char** argv) {
    CommonOptions common;
    CLI::App app("Verifies stated areas against dated maps.", "areaclaim");
    app.require_subcommand(1);
    app.set_version_flag("--version", version_text, "Versions of the program and its libraries");
    add_common_options(app, common);
    add_examples(app, "  areaclaim verify case.toml\n"
                      "  areaclaim diff before.geojson after.geojson\n"
                      "  areaclaim help COMMAND\n");
    std::vector<std::pair<const CLI::App*, Run>> commands;
    const std::vector<std::string> words = without_secrets(argc, argv);
    for (const Command& command : kCommands) {
        CLI::App* sub = app.add_subcommand(command.name, command.description);
        // Declaring the options of all commands would take longer than measuring a pair of maps.
        if (std::ranges::find(words, command.name) != words.end()) {
            commands.emplace_back(sub, command.set_up(*sub, common));
        }
    }
    try {
        parse(app, words);
    } catch (const CLI::ParseError& stopped) {
        return run_guarded([&](const Console& c) { return after_parsing(app, stopped, c); },
                           Console(common));
    }
    for (const auto& [command, run] : commands) {
        if (command->parsed()) {
            return run_guarded(run, Console(common));
        }
    }
    return ExitCode::usage;
}

} // namespace

// Only a std::bad_alloc while the options are set up can leave it; there is nothing to clean up
// then. NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
    shapes::keep_freed_memory();
    const shapes::HeapInHugePages heap;
    // A reader that leaves (`| head`) is told by write(); it must not kill an output half done.
    std::signal(SIGPIPE, SIG_IGN);
    // So is a limit on the size of files: write() says so, and the half-written file is removed.
    std::signal(SIGXFSZ, SIG_IGN);
    return static_cast<int>(run_program(argc, argv));
}
