// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace areaclaim {

/// SHA-256 of the bytes.
std::array<std::uint8_t, 32> sha256_digest_of(std::string_view bytes);

/// The same as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same in base 64 (RFC 4648, section 4), as a content security policy has it.
std::string sha256_base64(std::string_view bytes);

/// SHA-256 of a file's bytes as they stand on disk. Throws engine::InputError where it cannot be
/// read.
std::string sha256_of_file(const std::string& path);

} // namespace areaclaim
