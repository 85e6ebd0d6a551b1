// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/case_inputs.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace areaclaim {

/// What `verify` is asked for; `check` asks for the same of the case that it drafts.
struct VerifyCommandOptions {
    std::string case_file;
    CaseRights rights;
    PairCase pair;
    std::string stated;
    std::string since;
    std::string published;
    std::string measure;
    MapOptions maps;
    std::vector<std::string> fail_on;
    std::string error_model = "redrawn";
    int simulate = 0;
    std::uint64_t seed = 1;
    std::string reasons_lang = "en";
    bool explain = false;
    std::string scale;
    std::string geojson;
    std::string out;
    bool wants_geojson = false; ///< an empty name is refused, not ignored
    bool wants_out = false;
    bool force = false;
};

/// --error-model, --simulate and what goes with them; --fail-on, the report's language and form,
/// and every output. `options` must outlive the parsing.
void add_verdict_options(CLI::App& app, VerifyCommandOptions& options);

/// Loads, verifies, writes what was asked for and prints.
ExitCode run_verify(const VerifyCommandOptions& options, const Console& console);

} // namespace areaclaim
