// SPDX-License-Identifier: MIT
// Which language a text is in: its commonest words, weighed by how few languages share them, and
// the letters only some alphabets have. Only the head of each lexicon is read for this.
#include "engine/claims/read_claims.hpp"
#include "engine/claims/token.hpp"
#include "engine/claims/utf8.hpp"
#include "engine/data/embedded.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {
namespace {

constexpr std::size_t kEnough = 32768; // bytes; more text tells no more
constexpr std::string_view kFolder = "lexicons/";
constexpr std::string_view kEnding = ".toml";

struct Signs {
    std::vector<std::string> langs;
    std::unordered_map<std::string, std::vector<std::size_t>> words; ///< word → languages
    std::map<char32_t, std::vector<std::size_t>> letters;
};

// The keys before the first table.
std::string_view head_of(std::string_view content) {
    return content.substr(0, content.find("\n["));
}

Signs read_signs() {
    Signs out;
    for (const std::string& lang : known_languages()) {
        const std::string path = std::string(kFolder) + lang + std::string(kEnding);
        const std::string_view content = embedded_file(path).value_or(std::string_view());
        const toml::table head = toml::parse(head_of(content), path);
        const std::size_t index = out.langs.size();
        out.langs.push_back(lang);
        const Tokens words = tokenize(head["detect"].value_or(std::string_view()));
        for (std::size_t i = 0; i < words.list.size(); ++i) {
            auto& langs = out.words[std::string(words.word(i))];
            if (langs.empty() || langs.back() != index) {
                langs.push_back(index);
            }
        }
        const std::string_view letters = head["detect_letters"].value_or(std::string_view());
        for (std::size_t at = 0; at < letters.size();) {
            const Utf8Char c = decode_utf8(letters, at);
            out.letters[c.code].push_back(index);
            at += c.bytes;
        }
    }
    return out;
}

void weigh(const std::vector<std::size_t>& langs, double weight, std::vector<double>& scores) {
    for (const std::size_t lang : langs) {
        scores[lang] += weight / static_cast<double>(langs.size());
    }
}

} // namespace

std::vector<std::string> known_languages() {
    std::vector<std::string> out;
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path.starts_with(kFolder) && file.path.ends_with(kEnding) &&
            file.path != "lexicons/common.toml") {
            out.emplace_back(file.path.substr(kFolder.size(),
                                              file.path.size() - kFolder.size() - kEnding.size()));
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string detect_language(std::string_view text) {
    static const Signs signs = read_signs();
    const Tokens tokens = tokenize(text.substr(0, kEnough));
    std::vector<double> scores(signs.langs.size(), 0.0);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind != TokenKind::kWord) {
            continue;
        }
        const std::string_view word = tokens.word(i);
        if (const auto place = signs.words.find(std::string(word)); place != signs.words.end()) {
            weigh(place->second, 1.0, scores);
        }
        for (std::size_t at = 0; at < word.size();) {
            const Utf8Char c = decode_utf8(word, at);
            if (c.code >= 0x80) {
                if (const auto letter = signs.letters.find(c.code); letter != signs.letters.end()) {
                    weigh(letter->second, 0.5, scores);
                }
            }
            at += c.bytes;
        }
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    return best == scores.end() || *best <= 0.0
               ? "en"
               : signs.langs[static_cast<std::size_t>(best - scores.begin())];
}

} // namespace engine
