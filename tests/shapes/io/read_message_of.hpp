// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/read.hpp"

#include <string>

/// What a person is told of a file that cannot be read; "no error" where it can.
inline std::string message_of(const std::string& path, const shapes::ReadOptions& options = {}) {
    try {
        shapes::read_features(path, options);
    } catch (const shapes::ReadError& e) {
        return e.what();
    }
    return "no error";
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}
