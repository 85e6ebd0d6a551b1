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

/// Who may read a new file, and one that takes another's place.
enum class FileMode {
    as_usual,        ///< whom the user's mask lets; whom the one that it replaces let
    private_to_user, ///< nobody else
};

/// Writes a whole file beside its target and renames it, so that nobody ever sees half of it, and
/// what stood there before stays until the new one is complete. A link is followed; a device or
/// pipe (/dev/stdout) is written to as it is. Throws WriteError, leaving nothing behind.
void write_file(const std::string& path, std::string_view content,
                FileMode mode = FileMode::as_usual);

} // namespace shapes
