// SPDX-License-Identifier: MIT
// Which language a text is in: its commonest words, weighed by how few languages share them, and
// the letters only some alphabets have. The other words of its lexicon speak for it as well, more
// softly: they tell short texts apart, and never make a language certain.
#include "engine/claims/words/detect_language.hpp"
#include "engine/claims/text/token.hpp"
#include "engine/claims/utf8.hpp"
#include "engine/claims/words/word_hash.hpp"
#include "engine/data/embedded.hpp"
#include "engine/toml/packed.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
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

/// A set of languages, one bit each, in the order of known_languages().
using Langs = std::uint64_t;
constexpr std::size_t kMostLanguages = 64;

/// By the hash of a word: the languages that have it. A hash that two words of our lexicons share
/// would weigh one word wrongly, which no text turns on.
using Words = std::unordered_map<std::size_t, Langs>;

struct Signs {
    std::vector<std::string> langs;
    std::vector<std::string> decimals; ///< by language: its decimal sign
    Words words;                       ///< the commonest words
    Words soft;                        ///< any word of a lexicon
    Words beginnings;                  ///< "word*" of a lexicon, without its star
    std::unordered_map<char32_t, Langs> letters;
};

void add_lexicon(std::string_view content, Langs lang, Signs& out) {
    const Tokens tokens = tokenize(content);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind == TokenKind::kWord) {
            const bool begins = tokens.is(i + 1, "*") && !tokens.list[i + 1].space_before;
            (begins ? out.beginnings : out.soft)[word_hash(tokens.word(i))] |= lang;
        }
    }
}

Signs read_signs() {
    Signs out;
    for (const std::string& lang : known_languages()) {
        const std::string path = std::string(kFolder) + lang + std::string(kEnding);
        const EmbeddedFile& file = *embedded_file(path);
        const toml::table lexicon = unpack(file.packed);
        const Langs bit = out.langs.size() < kMostLanguages ? Langs{1} << out.langs.size() : 0;
        out.langs.push_back(lang);
        out.decimals.emplace_back(lexicon["decimal"].value_or(std::string_view()));
        const Tokens words = tokenize(lexicon["detect"].value_or(std::string_view()));
        for (std::size_t i = 0; i < words.list.size(); ++i) {
            out.words[word_hash(words.word(i))] |= bit;
        }
        add_lexicon(file.content, bit, out);
        const std::string_view letters = lexicon["detect_letters"].value_or(std::string_view());
        for (std::size_t at = 0; at < letters.size();) {
            const Utf8Char c = decode_utf8(letters, at);
            out.letters[c.code] |= bit;
            at += c.bytes;
        }
    }
    return out;
}

void add(Langs langs, double each, std::vector<double>& scores) {
    for (std::size_t lang = 0; langs != 0; ++lang, langs >>= 1U) {
        scores[lang] += (langs & 1U) != 0 ? each : 0.0;
    }
}

/// A weight falls to the languages that share it in equal parts.
void share_out(Langs langs, double weight, std::vector<double>& scores) {
    add(langs, weight / static_cast<double>(std::max(1, std::popcount(langs))), scores);
}

const Signs& signs() {
    static const Signs all = read_signs();
    return all;
}

/// The languages whose lexicons have a word, or the longest beginning of it.
Langs known_softly(std::string_view word) {
    constexpr std::size_t kShortest = 4; // bytes of a beginning
    if (const auto place = signs().soft.find(word_hash(word)); place != signs().soft.end()) {
        return place->second;
    }
    for (std::size_t length = word.size(); length >= kShortest; --length) {
        const auto place = signs().beginnings.find(word_hash(word.substr(0, length)));
        if (place != signs().beginnings.end()) {
            return place->second;
        }
    }
    return 0;
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
        const std::string_view word = tokens.word(i);
        const Langs known = known_softly(word);
        const auto place = signs().words.find(word_hash(word));
        if (place == signs().words.end()) {
            share_out(known, kSoftly, soft);
        } else {
            // "hektar" is among the commonest words of some, and a word of others too: it speaks
            // for those half as much.
            const Langs others = known & ~place->second;
            const double each = 1.0 / (std::popcount(place->second) + 0.5 * std::popcount(others));
            add(place->second, each, scores.common);
            add(others, 0.5 * each, soft);
        }
        for (std::size_t at = 0; at < word.size();) {
            const Utf8Char c = decode_utf8(word, at);
            if (c.code >= 0x80) {
                if (const auto letter = signs().letters.find(c.code);
                    letter != signs().letters.end()) {
                    share_out(letter->second, 0.5, scores.common);
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
        return {"en", false, {}}; // nothing speaks for any
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
