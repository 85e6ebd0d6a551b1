// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace engine {

/// By what tables of words are looked up. Words with the same hash are rare, and compared.
inline std::size_t word_hash(std::string_view word) {
    return std::hash<std::string_view>{}(word);
}

} // namespace engine
