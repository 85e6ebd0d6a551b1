// SPDX-License-Identifier: MIT
#pragma once

#include "engine/toml/table.hpp"

#include <string_view>

namespace engine {

/// The numbers of one of the program's own data files (engine/data), thresholds mostly. What is
/// missing or negative there is a mistake of ours and throws InputError naming file and key.
class EmbeddedNumbers {
  public:
    /// `path` is that of a file below engine/data.
    explicit EmbeddedNumbers(std::string_view path);

    double at(std::string_view key) const; ///< ≥ 0
    /// Throws for a key of the file that was not asked for.
    void finish() const { table_.finish(); }

  private:
    TomlTable table_;
};

} // namespace engine
