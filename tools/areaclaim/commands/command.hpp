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

// Each declares its command's options below `parent` and opens nothing; the function that comes
// back does the work. `common` outlives it.
Run setup_check(CLI::App& parent, CommonOptions& common);
Run setup_area(CLI::App& parent, CommonOptions& common);
Run setup_diff(CLI::App& parent, CommonOptions& common);
Run setup_verify(CLI::App& parent, CommonOptions& common);
Run setup_timeline(CLI::App& parent, CommonOptions& common);
Run setup_claims(CLI::App& parent, CommonOptions& common);
Run setup_yardstick(CLI::App& parent, CommonOptions& common);
Run setup_inspect(CLI::App& parent, CommonOptions& common);
Run setup_replay(CLI::App& parent, CommonOptions& common);

} // namespace areaclaim
