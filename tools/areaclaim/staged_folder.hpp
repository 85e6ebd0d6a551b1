// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

namespace areaclaim {

/// Lets `write` fill a folder, named to it, that stands beside `target` (in it, where that is there
/// already), and puts all of it in place when it is whole: a full disk, a fault or a signal
/// (SIGINT, SIGTERM, SIGHUP, SIGQUIT) leaves what was there before, and nothing beside it.
///
/// A target that was not there appears by one renaming; in one that was, each file replaces its
/// namesake by one, and all else stays. The folders above are made. May be called by `write`, for a
/// folder in its own. Throws OutputError, for every WriteError and OutputError of `write` as well,
/// told of the target; whatever else it throws passes.
void write_whole_folder(const std::string& target,
                        const std::function<void(const std::string& folder)>& write);

} // namespace areaclaim
