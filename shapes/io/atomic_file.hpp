// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace shapes {

/// A file that cannot be written: file, reason, remedy.
class WriteError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Writes a whole file beside its target and renames it, so that nobody ever sees half of it, and
/// what stood there before stays until the new one is complete. A link is followed; a device or
/// pipe (/dev/stdout) is written to as it is. Throws WriteError, leaving nothing behind.
void write_file(const std::string& path, std::string_view content);

} // namespace shapes
