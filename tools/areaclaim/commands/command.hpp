// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/exit_code.hpp"

#include <functional>

namespace CLI {
class App;
}

namespace areaclaim {

/// Does a command's work once the command line has been understood.
using Run = std::function<ExitCode(const Console&)>;

// Each declares its command's options on `app` and opens nothing; the function that comes
// back does the work. `common` outlives it.
Run setup_check(CLI::App& app, CommonOptions& common);
Run setup_area(CLI::App& app, CommonOptions& common);
Run setup_diff(CLI::App& app, CommonOptions& common);
Run setup_verify(CLI::App& app, CommonOptions& common);
Run setup_timeline(CLI::App& app, CommonOptions& common);
Run setup_claims(CLI::App& app, CommonOptions& common);
Run setup_yardstick(CLI::App& app, CommonOptions& common);
Run setup_inspect(CLI::App& app, CommonOptions& common);
Run setup_replay(CLI::App& app, CommonOptions& common);

} // namespace areaclaim
