// SPDX-License-Identifier: MIT
#include "engine/toml/embedded_numbers.hpp"

#include "engine/data/embedded.hpp"

namespace engine {

EmbeddedNumbers::EmbeddedNumbers(std::string_view path)
    : table_(TomlTable::of(*embedded_file(path))) {}

double EmbeddedNumbers::at(std::string_view key) const {
    const auto value = table_.number(key);
    if (!value || *value < 0.0) {
        table_.fail("", "'" + std::string(key) + "' must be a number of 0 or more");
    }
    return *value;
}

} // namespace engine
