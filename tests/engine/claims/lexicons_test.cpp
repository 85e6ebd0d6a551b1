// SPDX-License-Identifier: MIT
// What a lexicon must not have: a phrase twice in a table, and a star where no word is matched by
// its beginning.
#include "engine/claims/utf8.hpp"
#include "engine/data/embedded.hpp"
#include "engine/toml/packed.hpp"

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <set>
#include <string>

namespace {

/// Adds the phrases of a list; each must be new to `known`.
void check_new(const toml::array& list, std::set<std::string>& known) {
    for (const toml::node& phrase : list) {
        const std::string folded = engine::fold_text(phrase.value_or(std::string()));
        CAPTURE(folded);
        CHECK(known.insert(folded).second);
    }
}

} // namespace

TEST_CASE("a phrase stands once in a table of a lexicon, and a list has whole words") {
    std::size_t lists = 0;
    for (const engine::EmbeddedFile& file : engine::embedded_files()) {
        if (!file.path.starts_with("lexicons/")) {
            continue;
        }
        const toml::table lexicon = engine::unpack(file.packed);
        for (const auto& entry : lexicon) {
            const toml::node& node = entry.second;
            CAPTURE(file.path);
            CAPTURE(entry.first.str());
            std::set<std::string> known;
            if (const toml::table* entries = node.as_table()) {
                for (const auto& [key, phrases] : *entries) {
                    REQUIRE(phrases.is_array());
                    check_new(*phrases.as_array(), known);
                }
            } else if (const toml::array* list = node.as_array()) {
                ++lists;
                check_new(*list, known);
                for (const std::string& phrase : known) {
                    CAPTURE(phrase);
                    CHECK(phrase.find('*') == std::string::npos);
                }
            }
        }
    }
    CHECK(lists > 100);
}
