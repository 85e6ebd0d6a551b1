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
/// Beyond doubt is a language with this much evidence (a word that is its alone counts 1), and this
/// many times as much as any that writes numbers otherwise.
constexpr double kSure = 3.0;
constexpr double kSureTimes = 2.0;
constexpr std::string_view kFolder = "lexicons/";
constexpr std::string_view kEnding = ".toml";

struct Signs {
    std::vector<std::string> langs;
    std::vector<std::string> decimals; ///< by language: its decimal sign
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
        out.decimals.emplace_back(head["decimal"].value_or(std::string_view()));
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

const Signs& signs() {
    static const Signs all = read_signs();
    return all;
}

/// What a text says for each language.
std::vector<double> scores_of(std::string_view text) {
    const Tokens tokens = tokenize(text.substr(0, kEnough));
    std::vector<double> scores(signs().langs.size(), 0.0);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind != TokenKind::kWord) {
            continue;
        }
        const std::string_view word = tokens.word(i);
        if (const auto place = signs().words.find(std::string(word));
            place != signs().words.end()) {
            weigh(place->second, 1.0, scores);
        }
        for (std::size_t at = 0; at < word.size();) {
            const Utf8Char c = decode_utf8(word, at);
            if (c.code >= 0x80) {
                if (const auto letter = signs().letters.find(c.code);
                    letter != signs().letters.end()) {
                    weigh(letter->second, 0.5, scores);
                }
            }
            at += c.bytes;
        }
    }
    return scores;
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
    return detect_language_surely(text).lang;
}

DetectedLanguage detect_language_surely(std::string_view text) {
    const std::vector<double> scores = scores_of(text);
    const auto best = std::max_element(scores.begin(), scores.end());
    if (best == scores.end() || *best <= 0.0) {
        return {"en", false, known_languages()};
    }
    const auto found = static_cast<std::size_t>(best - scores.begin());
    double rival = 0.0; // of the languages that write numbers otherwise
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (signs().decimals[i] != signs().decimals[found]) {
            rival = std::max(rival, scores[i]);
        }
    }
    DetectedLanguage language{
        signs().langs[found], *best >= kSure && *best >= kSureTimes * rival, {}};
    for (std::size_t i = 0; i < scores.size() && !language.certain; ++i) {
        if (i != found && scores[i] >= *best / 2.0) {
            language.rivals.push_back(signs().langs[i]);
        }
    }
    return language;
}

} // namespace engine
