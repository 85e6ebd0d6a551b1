// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// No source file is longer than this, and no function, its signature included: what does not fit
/// is more than one idea.
inline constexpr std::size_t kMostLinesOfFile = 400;
inline constexpr std::size_t kMostLinesOfFunction = 60;

struct Function {
    std::string signature; ///< its first line
    std::size_t line;      ///< where that stands, from 1
    std::size_t lines;     ///< from there to the closing brace
};

/// The functions of a C++ source that have a body, by their braces: every block with a parameter
/// list that stands in no other block but namespaces and types. A lambda counts with the function
/// that it stands in.
std::vector<Function> functions(std::string_view source);

/// What is too long in one file, each as a sentence.
std::vector<std::string> too_long(std::string_view path, std::string_view source);

} // namespace layers
