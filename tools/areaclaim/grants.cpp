// SPDX-License-Identifier: MIT
#include "tools/areaclaim/grants.hpp"

#include "tools/areaclaim/user_folder.hpp"

#include <filesystem>
#include <fstream>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

/// Where grants are kept; empty where no home is known.
fs::path record_path() {
    const std::string state = user_folder("XDG_STATE_HOME", ".local/state");
    return state.empty() ? fs::path() : fs::path(state) / "areaclaim" / "granted";
}

/// "case<tab>path"; empty for names that would break the line.
std::string entry(const std::string& case_path, const std::string& path) {
    std::error_code error;
    const std::string whole = fs::weakly_canonical(case_path, error).string();
    const std::string line = whole + '\t' + path;
    const bool is_line =
        !error && whole.find('\t') == std::string::npos && line.find('\n') == std::string::npos;
    return is_line ? line : "";
}

} // namespace

void grant(const std::string& case_path, const std::vector<std::string>& paths) {
    const fs::path record = record_path();
    if (record.empty()) {
        return;
    }
    std::error_code ignored;
    fs::create_directories(record.parent_path(), ignored);
    for (const std::string& path : paths) {
        const std::string line = entry(case_path, path);
        if (!line.empty() && !is_granted(case_path, path)) {
            std::ofstream(record, std::ios::app) << line << '\n';
        }
    }
}

bool is_granted(const std::string& case_path, const std::string& path) {
    const std::string wanted = entry(case_path, path);
    std::ifstream record(record_path());
    for (std::string line; !wanted.empty() && std::getline(record, line);) {
        if (line == wanted) {
            return true;
        }
    }
    return false;
}

} // namespace areaclaim
