// SPDX-License-Identifier: MIT
#include "tests/layers/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace layers {

std::string text_of(const std::string& path) {
    std::ifstream in(fs::path(AREACLAIM_SOURCE_DIR) / path);
    std::stringstream content;
    content << in.rdbuf();
    return content.str();
}

std::vector<Source> sources_below(const std::string& folder) {
    const fs::path root(AREACLAIM_SOURCE_DIR);
    std::vector<Source> sources;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension == ".cpp" || extension == ".hpp" || extension == ".inc") {
            const std::string path = entry.path().lexically_relative(root).generic_string();
            sources.push_back({path, text_of(path)});
        }
    }
    std::sort(sources.begin(), sources.end(),
              [](const Source& a, const Source& b) { return a.path < b.path; });
    return sources;
}

} // namespace layers
