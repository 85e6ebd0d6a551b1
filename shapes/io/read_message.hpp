// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace shapes::io {

/// The one form of a reading error: "FILE: reason; remedy". `reason` carries the place.
std::string read_message(std::string_view path, std::string_view reason, std::string_view remedy);

/// Throws ReadError with that message.
[[noreturn]] void cannot_read(std::string_view path, std::string_view reason,
                              std::string_view remedy);

/// Text of a file as it may stand in a message: in quotes, control characters as '?', cut after
/// `most` bytes at a character's end.
std::string quote(std::string_view text, std::size_t most = 40);

} // namespace shapes::io
