// SPDX-License-Identifier: MIT
#include "tools/areaclaim/user_folder.hpp"

#include <cstdlib>

namespace areaclaim {
namespace {

/// Empty unless it is an absolute path, as the specification asks for.
std::string absolute(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value == '/' ? value : "";
}

} // namespace

std::string user_folder(const char* variable, const char* below_home) {
    if (std::string named = absolute(variable); !named.empty()) {
        return named;
    }
    const std::string home = absolute("HOME");
    return home.empty() ? "" : home + '/' + below_home;
}

} // namespace areaclaim
