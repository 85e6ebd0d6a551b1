// SPDX-License-Identifier: MIT
#include "tools/embedded.hpp"
#include "tools/page/words.hpp"

#include "engine/toml/table.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

namespace {

// Key → the names in {braces} of its text.
std::map<std::string, std::set<std::string>> keys_of(const std::string& code) {
    const std::string path = "page/words/" + code + ".toml";
    const auto root = engine::TomlTable::of(tools::asset_file(path));
    std::map<std::string, std::set<std::string>> keys;
    for (const std::string& section : root.keys()) {
        const engine::TomlTable table = *root.table(section);
        for (const std::string& key : table.keys()) {
            const std::string text = table.required_text(key);
            auto& names = keys[section + "." + key];
            for (std::size_t at = text.find('{'); at != std::string::npos;
                 at = text.find('{', at + 1)) {
                names.insert(text.substr(at + 1, text.find('}', at) - at - 1));
            }
        }
    }
    return keys;
}

} // namespace

TEST_CASE("every language of the page has the same keys, and puts in the same values") {
    const auto english = keys_of("en");
    CHECK(english.size() > 60);
    for (const std::string& code : report::Language::codes()) {
        CAPTURE(code);
        CHECK(keys_of(code) == english);
    }
}

TEST_CASE("the page's words follow the language of the reasons") {
    const page::Words danish("da");
    CHECK(danish.code() == "da");
    CHECK(danish.text("head.sources") == "Kilder");
    CHECK(danish.chart().number(1000) == "1.000");
    CHECK(page::Words("no").code() == "nb");
    CHECK_THROWS(page::Words("xx"));
    CHECK_THROWS(danish.text("head.no_such_key"));
}
