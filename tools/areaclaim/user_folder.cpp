// SPDX-License-Identifier: MIT
#include "tools/areaclaim/user_folder.hpp"

#include <cstdlib>
#include <sstream>

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

std::vector<std::string> system_data_folders() {
    const char* set = std::getenv("XDG_DATA_DIRS");
    std::istringstream named(set != nullptr && *set != '\0' ? set : "/usr/local/share:/usr/share");
    std::vector<std::string> folders;
    for (std::string folder; std::getline(named, folder, ':');) {
        if (folder.starts_with('/')) {
            folders.push_back(folder);
        }
    }
    return folders;
}

} // namespace areaclaim
