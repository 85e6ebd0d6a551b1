// SPDX-License-Identifier: MIT
#pragma once

namespace engine {

inline char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace engine
