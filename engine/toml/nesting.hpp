// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace engine {

/// Deeper than this nobody nests a case, a profile or a scale; the parser recurses on every level.
inline constexpr std::size_t kMostNested = 64;

/// The line (from 1) where a TOML text first nests deeper than `kMostNested`, by dotted keys, by
/// headers, by arrays or by inline tables; nullopt where it never does. One pass over the text in
/// constant memory, so that a hostile one is refused before it is parsed. Strings and comments do
/// not count (TOML 1.0.0).
std::optional<std::size_t> line_nested_too_deep(std::string_view text);

} // namespace engine
