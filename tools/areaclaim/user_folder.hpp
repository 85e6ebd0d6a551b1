// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace areaclaim {

/// A folder of the user's (XDG Base Directory Specification): the one that the variable names,
/// where that is an absolute path, else `below_home` in his home, such as ".cache". Empty where no
/// home is known. Nothing is made or looked for.
std::string user_folder(const char* variable, const char* below_home);

/// The folders of what the system's packages bring, the first one first: those of $XDG_DATA_DIRS
/// that are absolute paths, where it is set and not empty, else /usr/local/share and /usr/share.
std::vector<std::string> system_data_folders();

} // namespace areaclaim
