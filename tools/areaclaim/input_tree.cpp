// SPDX-License-Identifier: MIT
#include "tools/areaclaim/input_tree.hpp"

#include "shapes/io/database_address.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/standard_input.hpp"

#include <algorithm>
#include <filesystem>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

fs::path absolute(const std::string& path) {
    return fs::absolute(path).lexically_normal();
}

fs::path common(const fs::path& a, const fs::path& b) {
    fs::path result;
    auto other = b.begin();
    for (auto part = a.begin(); part != a.end() && other != b.end() && *part == *other;
         ++part, ++other) {
        result /= *part;
    }
    return result;
}

} // namespace

bool is_file(const std::string& input) {
    return !shapes::io::is_database_address(input) && input != kStandardInput;
}

InputTree::InputTree(const std::vector<engine::InputFile>& files) {
    fs::path root;
    for (const engine::InputFile& file : files) {
        if (!is_file(file.path)) {
            throw OutputError(file.path +
                              ": is no file, so no evidence of it can be kept; write it "
                              "to a file first");
        }
        const fs::path folder = absolute(file.path).parent_path();
        root = root.empty() ? folder : common(root, folder);
    }
    root_ = root.string();
}

std::string InputTree::below(const std::string& path) const {
    return absolute(path).lexically_relative(root_).generic_string();
}

WorkingFolder::WorkingFolder(const std::string& folder) : before_(fs::current_path().string()) {
    std::error_code error;
    fs::current_path(folder, error);
    if (error) {
        throw OutputError(folder + ": cannot be worked in: " + error.message());
    }
}

WorkingFolder::~WorkingFolder() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
}

} // namespace areaclaim
