// SPDX-License-Identifier: MIT
#include "tools/areaclaim/case_folder.hpp"

#include "engine/input_error.hpp"
#include "shapes/io/database_address.hpp"
#include "tools/areaclaim/grants.hpp"
#include "tools/areaclaim/load.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

/// A path without links, "." and "..", as far as it exists.
fs::path resolved(const fs::path& path) {
    std::error_code error;
    fs::path result = fs::weakly_canonical(fs::absolute(path), error);
    return error ? fs::absolute(path).lexically_normal() : result;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [rest, unused] =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return rest == folder.end() || (rest->empty() && std::next(rest) == folder.end());
}

/// The place of an absolute path, or pattern, among files that were laid down in their order below
/// `folder`: the longest end of it that is there. The path itself where there is none, or no
/// folder.
std::string kept(const fs::path& path, const std::string& folder) {
    const std::size_t parts = static_cast<std::size_t>(std::distance(path.begin(), path.end()));
    for (std::size_t dropped = 1; !folder.empty() && dropped < parts; ++dropped) {
        fs::path end;
        for (auto it = std::next(path.begin(), static_cast<std::ptrdiff_t>(dropped));
             it != path.end(); ++it) {
            end /= *it;
        }
        const bool is_pattern = end.filename().string().find_first_of("*?[") != std::string::npos;
        const fs::path there = folder / end;
        std::error_code ignored;
        if (fs::exists(is_pattern ? there.parent_path() : there, ignored)) {
            return there.lexically_normal().string();
        }
    }
    return path.string();
}

} // namespace

CaseFolder::CaseFolder(std::string case_path, CaseRights rights)
    : case_path_(std::move(case_path)), rights_(std::move(rights)) {}

std::string CaseFolder::file(const std::string& path) const {
    if (shapes::io::is_database_address(path)) {
        std::string shown = shapes::io::without_secrets(path);
        if (!rights_.network) {
            throw engine::InputError(case_path_ + ": names the database " + shown +
                                     ", and a case connects to none by itself; if it is to, say "
                                     "--allow-network");
        }
        return shown;
    }
    std::string found = fs::path(path).is_absolute()
                            ? kept(path, rights_.all_below)
                            : (fs::path(case_path_).parent_path() / path).string();
    check(found, path, path);
    return found;
}

std::vector<std::string> CaseFolder::files(const std::vector<std::string>& patterns) const {
    std::vector<std::string> all;
    for (const std::string& pattern : patterns) {
        for (const std::string& path : expand({file(pattern)}, Folders::listed)) {
            check(path, path, pattern); // a name within may be a link that leads out
            all.push_back(path);
        }
    }
    return all;
}

void CaseFolder::check(const std::string& path, const std::string& shown,
                       const std::string& as_written) const {
    if (shapes::io::is_database_address(path)) {
        return;
    }
    if (!rights_.all_below.empty() && !is_below(resolved(path), resolved(rights_.all_below))) {
        throw engine::InputError(case_path_ + ": names " + shown +
                                 ", which is not among the inputs of the evidence");
    }
    if (rights_.outside) {
        return;
    }
    if (!is_below(resolved(path), resolved(case_path_).parent_path()) &&
        !is_granted(case_path_, as_written)) {
        throw engine::InputError(
            case_path_ + ": names " + shown +
            ", which does not lie below the folder of the case; if it is to be "
            "read, say --allow-outside");
    }
}

} // namespace areaclaim
