// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace shapes::io {

/// Bytes that a parser may read past the end of a text (simdjson loads whole registers).
inline constexpr std::size_t kTextPadding = 64;

/// Largest text that the parser takes, bytes: simdjson counts in 32 bits.
inline constexpr std::size_t kMaxTextBytes = (std::size_t{1} << 32) - 2 * kTextPadding;

/// The content of a file, with `kTextPadding` zero bytes behind it.
class FileText {
  public:
    /// Room for `size` bytes, not yet written.
    explicit FileText(std::size_t size);
    /// A copy of a text that stands elsewhere.
    static FileText copy(std::string_view text);

    char* data() { return bytes_.get(); }
    std::string_view view() const { return {bytes_.get() + start_, size_ - start_}; }
    /// Drops bytes at the front.
    void skip(std::size_t bytes) { start_ += bytes; }
    /// Keeps the first `size` bytes only.
    void shrink(std::size_t size);

  private:
    std::unique_ptr<char[]> bytes_;
    std::size_t start_ = 0;
    std::size_t size_;
};

/// The first bytes of a local file (at most 4096), to tell its format by. Throws ReadError where
/// the path is missing, a directory, not permitted, or empty.
std::string file_head(const std::string& path);

/// A whole local file or inherited pipe (`<(…)`, /dev/stdin), of at most `max_bytes` bytes. Throws
/// ReadError, also beyond `kMaxTextBytes`, and for a device or a named pipe, which may never end.
FileText file_text(const std::string& path, std::size_t max_bytes);

/// Throws ReadError where a file has more than `max_bytes` bytes.
void check_size(const std::string& path, std::size_t max_bytes);

/// False for a pipe or a device, which can be read once only.
bool is_regular_file(const std::string& path);

/// True where the bytes begin as a gzip member does (RFC 1952 §2.3.1).
bool is_gzip(std::string_view head);

} // namespace shapes::io
