// SPDX-License-Identifier: MIT
#include "tools/page/words.hpp"

#include "engine/data/embedded.hpp"
#include "engine/toml/table.hpp"
#include "tools/chart/assets.hpp"

#include <stdexcept>

namespace page {
namespace {

std::string path_of(const std::string& code) {
    return "page/words/" + code + ".toml";
}

void add_texts(std::map<std::string, std::string>& texts, const std::string& path) {
    const auto root = engine::TomlTable::parse(chart::asset(path), path);
    for (const std::string& section : root.keys()) {
        const engine::TomlTable table = *root.table(section);
        for (const std::string& key : table.keys()) {
            texts[section + "." + key] = table.required_text(key);
        }
    }
}

// Of the table that the reasons are worded from.
std::vector<std::string> months_of(const std::string& code) {
    const std::string path = "reasons/" + code + ".toml";
    const auto root = engine::TomlTable::parse(engine::embedded_file(path).value_or(""), path);
    const auto words = root.table("words");
    return words ? words->texts("months") : std::vector<std::string>{};
}

} // namespace

Words::Words(std::string_view code)
    : language_(engine::Language::of(code)), code_(code == "no" ? "nb" : code) {
    add_texts(texts_, path_of("en"));
    if (code_ != "en" && chart::has_asset(path_of(code_))) {
        add_texts(texts_, path_of(code_));
    }
    chart_.thousands = language_.text("words.thousands");
    chart_.decimal = language_.text("words.decimal");
    chart_.months = months_of(code_);
}

std::string Words::text(const std::string& key,
                        const std::map<std::string, std::string>& values) const {
    const auto entry = texts_.find(key);
    if (entry == texts_.end()) {
        throw std::logic_error("no words of the key " + key);
    }
    std::string result;
    const std::string& pattern = entry->second;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        result += pattern.substr(at, open - at);
        if (open == std::string::npos) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        const auto value = values.find(pattern.substr(open + 1, close - open - 1));
        if (close == std::string::npos || value == values.end()) {
            throw std::logic_error("the words of " + key + " name a value that they are not given");
        }
        result += value->second;
        at = close + 1;
    }
    return result;
}

} // namespace page
