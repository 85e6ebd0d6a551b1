// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace areaclaim {

/// A folder of the user's (XDG Base Directory Specification): the one that the variable names,
/// where that is an absolute path, else `below_home` in his home, such as ".cache". Empty where no
/// home is known. Nothing is made or looked for.
std::string user_folder(const char* variable, const char* below_home);

} // namespace areaclaim
