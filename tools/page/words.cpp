// SPDX-License-Identifier: MIT
#include "tools/page/words.hpp"

#include "engine/toml/table.hpp"
#include "tools/embedded.hpp"

#include <stdexcept>

namespace page {

Words::Words(std::string_view code)
    : language_(report::Language::of(code)), code_(code == "no" ? "nb" : code), chart_(language_) {
    const std::string path = "page/words/" + code_ + ".toml";
    const auto root = engine::TomlTable::of(tools::asset_file(path));
    for (const std::string& section : root.keys()) {
        const engine::TomlTable table = *root.table(section);
        for (const std::string& key : table.keys()) {
            texts_[section + "." + key] = table.required_text(key);
        }
    }
}

std::string Words::text(const std::string& key,
                        const std::map<std::string, std::string>& values) const {
    const auto entry = texts_.find(key);
    if (entry == texts_.end()) {
        throw std::logic_error("no words of the key " + key);
    }
    return report::fill_in(entry->second, values, key);
}

} // namespace page
