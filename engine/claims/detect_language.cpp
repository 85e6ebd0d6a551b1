// SPDX-License-Identifier: MIT
// Which language a text is in: its commonest words, weighed by how few languages share them, and
// the letters only some alphabets have. The other words of its lexicon speak for it as well, more
// softly: they tell short texts apart, and never make a language certain.
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
/// What a word of the lexicon counts that is none of the commonest.
constexpr double kSoftly = 0.4;
/// Where the language is not certain, others that the text speaks for this much are rivals.
constexpr double kRival = 0.7;
constexpr std::string_view kFolder = "lexicons/";
constexpr std::string_view kEnding = ".toml";

struct Signs {
    std::vector<std::string> langs;
    std::vector<std::string> decimals; ///< by language: its decimal sign
    std::unordered_map<std::string, std::vector<std::size_t>> words; ///< word → languages
    std::unordered_map<std::string, std::vector<std::size_t>> soft;  ///< any word of a lexicon
    std::map<char32_t, std::vector<std::size_t>> letters;
};

// The keys before the first table.
std::string_view head_of(std::string_view content) {
    return content.substr(0, content.find("\n["));
}

/// A word that stands for all that begin so keeps its star as the last letter.
void add_words(std::string_view text, std::size_t lang,
               std::unordered_map<std::string, std::vector<std::size_t>>& words) {
    const Tokens tokens = tokenize(text);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        const bool begins = tokens.is(i + 1, "*") && !tokens.list[i + 1].space_before;
        auto& langs = words[std::string(tokens.word(i)) + (begins ? "*" : "")];
        if (langs.empty() || langs.back() != lang) {
            langs.push_back(lang);
        }
    }
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
        add_words(head["detect"].value_or(std::string_view()), index, out.words);
        add_words(content, index, out.soft);
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

/// The languages whose lexicons have a word, or the longest beginning of it; nullptr where none
/// has.
const std::vector<std::size_t>* known_softly(const std::string& word) {
    constexpr std::size_t kShortest = 4; // bytes of a beginning
    if (const auto place = signs().soft.find(word); place != signs().soft.end()) {
        return &place->second;
    }
    for (std::size_t length = word.size(); length >= kShortest; --length) {
        const auto place = signs().soft.find(word.substr(0, length) + "*");
        if (place != signs().soft.end()) {
            return &place->second;
        }
    }
    return nullptr;
}

/// What a text says for each language: by the commonest words and letters, and by all words.
struct Scores {
    std::vector<double> common;
    std::vector<double> all;
};

Scores scores_of(std::string_view text) {
    const Tokens tokens = tokenize(text.substr(0, kEnough));
    Scores scores;
    scores.common.resize(signs().langs.size());
    std::vector<double> soft(signs().langs.size());
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind != TokenKind::kWord) {
            continue;
        }
        const std::string word(tokens.word(i));
        if (const auto place = signs().words.find(word); place != signs().words.end()) {
            weigh(place->second, 1.0, scores.common);
        } else if (const auto* langs = known_softly(word)) {
            weigh(*langs, kSoftly, soft);
        }
        for (std::size_t at = 0; at < word.size();) {
            const Utf8Char c = decode_utf8(word, at);
            if (c.code >= 0x80) {
                if (const auto letter = signs().letters.find(c.code);
                    letter != signs().letters.end()) {
                    weigh(letter->second, 0.5, scores.common);
                }
            }
            at += c.bytes;
        }
    }
    scores.all = scores.common;
    for (std::size_t i = 0; i < soft.size(); ++i) {
        scores.all[i] += soft[i];
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
    const Scores scores = scores_of(text);
    const auto best = std::max_element(scores.all.begin(), scores.all.end());
    if (best == scores.all.end() || *best <= 0.0) {
        return {"en", false, known_languages()};
    }
    const auto found = static_cast<std::size_t>(best - scores.all.begin());
    double rival = 0.0; // of the languages that write numbers otherwise
    for (std::size_t i = 0; i < scores.common.size(); ++i) {
        if (signs().decimals[i] != signs().decimals[found]) {
            rival = std::max(rival, scores.common[i]);
        }
    }
    const double common = scores.common[found];
    DetectedLanguage language{
        signs().langs[found], common >= kSure && common >= kSureTimes * rival, {}};
    for (std::size_t i = 0; i < scores.all.size() && !language.certain; ++i) {
        if (i != found && scores.all[i] >= kRival * *best) {
            language.rivals.push_back(signs().langs[i]);
        }
    }
    return language;
}

} // namespace engine
