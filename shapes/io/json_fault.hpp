// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace shapes::io {

/// Where and why a text stops being JSON (RFC 8259).
struct JsonFault {
    std::size_t offset; ///< bytes from the start of the text
    std::size_t line;   ///< from 1
    std::string reason; ///< e.g. "the text ends in the middle of an array"
    std::string remedy;
};

/// Levels of nesting that are read; GeoJSON needs 9.
inline constexpr std::size_t kMaxJsonDepth = 256;

/// Finds the first fault; none where the text is JSON of at most `kMaxJsonDepth` levels whose
/// numbers fit a double and whose integers fit 64 bits. Slow and careful; run on a text that the
/// fast parser has refused without saying where. Memory is bounded by the depth.
std::optional<JsonFault> find_json_fault(std::string_view text);

} // namespace shapes::io
