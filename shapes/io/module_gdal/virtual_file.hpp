// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

namespace shapes::io {

/// Gives `take` the bytes of a file of GDAL's virtual file systems chunk by chunk, `most` + 1 at
/// the most. False where the file cannot be opened.
bool for_each_chunk(const std::string& name, const std::function<void(std::string_view)>& take,
                    std::size_t most = std::numeric_limits<std::size_t>::max() - 1);

/// Appends its bytes, `most` at the most. False where there are more, or where it cannot be opened.
bool slurp_virtual(const std::string& name, std::size_t most, std::string& bytes);

/// A text that GDAL can read as a file while this lives; the text must live as long.
class MemoryFile {
  public:
    MemoryFile(std::string_view text, const std::string& name);
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();
    const std::string& name() const { return name_; }

  private:
    std::string name_;
};

} // namespace shapes::io
