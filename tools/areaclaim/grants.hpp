// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace areaclaim {

// A case may read below its own folder only, unless whoever runs it says otherwise. Who names maps
// for `check` on the command line has said so for the case that it drafts: that is remembered, for
// this case file and these paths as it writes them, in $XDG_STATE_HOME/areaclaim/granted (else that
// of ~/.local/state).

/// Remembers it; where that cannot be written, nothing is remembered and nothing is said.
void grant(const std::string& case_path, const std::vector<std::string>& paths);

bool is_granted(const std::string& case_path, const std::string& path);

} // namespace areaclaim
