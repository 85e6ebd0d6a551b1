// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace shapes::io {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// What stands behind a byte order mark and blanks.
inline std::string_view content(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const auto start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

/// Whether a text that begins so is a JSON object.
inline bool is_json(std::string_view head) {
    return content(head).starts_with('{');
}

} // namespace shapes::io
