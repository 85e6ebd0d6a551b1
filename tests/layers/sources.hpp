// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace layers {

struct Source {
    std::string path; ///< relative to the repository's root, with '/'
    std::string content;
};

/// All C++ sources (.cpp, .hpp, .inc) below a folder of the repository, in the order of their
/// paths.
std::vector<Source> sources_below(const std::string& folder);

/// One file of the repository as text.
std::string text_of(const std::string& path);

} // namespace layers
