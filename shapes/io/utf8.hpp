// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace shapes::io {

/// Bytes of the UTF-8 character at the front (RFC 3629 §4), 0 where there is none.
std::size_t utf8_length(std::string_view text);

} // namespace shapes::io
