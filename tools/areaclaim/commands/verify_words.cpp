// SPDX-License-Identifier: MIT
// A verification as a command line, and back: what evidence records and replay runs.
#include "engine/input_error.hpp"
#include "tools/areaclaim/commands/verify.hpp"
#include "tools/evidence/crate.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <filesystem>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

const MapOptions kDefaultMaps;
const VerifyCommandOptions kDefaults;

// The options that name a file.
std::vector<std::string*> paths_of(VerifyCommandOptions& options) {
    std::vector<std::string*> paths{&options.case_file,    &options.pair.before,
                                    &options.pair.after,   &options.pair.within,
                                    &options.pair.outline, &options.scale};
    std::error_code ignored;
    if (fs::is_regular_file(options.maps.profile, ignored)) {
        paths.push_back(&options.maps.profile); // else the name of a built-in one
    }
    return paths;
}

// In as many digits as bring back the same double.
std::string number(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

} // namespace

VerifyCommandOptions among_inputs(VerifyCommandOptions options, const InputTree& tree) {
    for (std::string* path : paths_of(options)) {
        if (!path->empty()) {
            *path = tree.below(*path);
        }
    }
    options.outputs = {};
    options.fail_on.clear();
    options.rights.network = false;
    return options;
}

std::vector<std::string> command_words(const VerifyCommandOptions& options) {
    std::vector<std::string> words{"areaclaim", "verify", "--json"};
    const auto add = [&](const char* option, const std::string& value,
                         const std::string& default_value) {
        if (value != default_value) {
            words.push_back(std::string(option) + "=" + value); // a value may begin with "-"
        }
    };
    add("--before", options.pair.before, "");
    add("--after", options.pair.after, "");
    for (const std::string& claim : options.pair.claims) {
        add("--claim", claim, "");
    }
    add("--stated", options.stated, "");
    add("--since", options.since, "");
    add("--measure", options.measure, "");
    add("--lang", options.pair.lang, "");
    add("--published", options.published, "");
    add("--holder", options.pair.holder, "");
    add("--within", options.pair.within, "");
    add("--outline", options.pair.outline, "");
    add("--profile", options.maps.profile, "");
    add("--layer", options.maps.layer, "");
    add("--where", options.maps.where, "");
    add("--fill", options.maps.fill, kDefaultMaps.fill);
    add("--edges", options.maps.edges, kDefaultMaps.edges);
    add("--antimeridian", options.maps.antimeridian, "");
    add("--sigma", number(options.maps.sigma_km), number(kDefaultMaps.sigma_km));
    add("--error-model", options.error_model, kDefaults.error_model);
    add("--simulate", std::to_string(options.simulate), "0");
    add("--seed", std::to_string(options.seed), std::to_string(kDefaults.seed));
    add("--reasons-lang", options.reasons_lang, kDefaults.reasons_lang);
    add("--scale", options.scale, "");
    if (options.rights.outside) {
        words.emplace_back("--allow-outside");
    }
    if (!options.case_file.empty()) {
        words.push_back(options.case_file);
    }
    return words;
}

VerifyCommandOptions from_command_words(const std::vector<std::string>& words) {
    const auto refuse = [](const std::string& reason) -> engine::InputError {
        return engine::InputError("the command of the evidence " + reason +
                                  "; the folder was not written by areaclaim, or was changed");
    };
    if (words.size() < 3 || words[0] != "areaclaim" || words[1] != "verify" ||
        words[2] != "--json") {
        throw refuse("is no areaclaim verify --json");
    }
    VerifyCommandOptions options;
    CLI::App app;
    add_verify_options(app, options);
    std::vector<std::string> rest(words.rbegin(), words.rend() - 3); // CLI11 takes the last first
    try {
        app.parse(rest);
    } catch (const CLI::ParseError& error) {
        throw refuse(std::string("cannot be understood: ") + error.what());
    }
    const VerifyOutputs& outputs = options.outputs;
    if (outputs.geojson.wanted || outputs.gpkg.wanted || outputs.html.wanted ||
        outputs.out.wanted || outputs.evidence.wanted) {
        throw refuse("writes files");
    }
    if (options.rights.network) {
        throw refuse("asks for a network");
    }
    for (const std::string* path : paths_of(options)) {
        if (!evidence::stays_below(*path) || !is_file(*path)) {
            throw refuse("names '" + *path + "', which leaves the folder");
        }
    }
    return options;
}

} // namespace areaclaim
