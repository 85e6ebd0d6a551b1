// SPDX-License-Identifier: MIT
#include "engine/claims/words/yardstick_names.hpp"

#include "engine/claims/utf8.hpp"
#include "engine/claims/words/detect_language.hpp"

#include <algorithm>
#include <string>

namespace engine {
namespace {

constexpr std::size_t kMostForms = 512; // of one name; long names have few words that change

/// All forms of a name: each of its words in each of its forms.
std::vector<std::string> forms_of(const Lexicon& lexicon, const std::string& name) {
    const Tokens tokens = tokenize(fold_text(name));
    std::vector<std::string> forms{""};
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        std::vector<std::string> longer;
        for (const std::string& form : forms) {
            for (const std::string& word : inflect(lexicon, std::string(tokens.word(i)))) {
                if (longer.size() < kMostForms) {
                    longer.push_back(form + (i == 0 ? "" : " ") + word);
                }
            }
        }
        forms = std::move(longer);
    }
    return forms;
}

/// "Luhanskregionen", "Donezk-Gebiet": a part of a country and the noun for it in one word.
void add_compounds(Lexicon& lexicon, const Yardstick& region, const std::string& name,
                   std::uint32_t payload) {
    const auto& parts = lexicon.parts_of_countries;
    if (std::find(parts.begin(), parts.end(), region.kind) == parts.end()) {
        return;
    }
    for (const std::string& ending : lexicon.place_endings) {
        lexicon.phrases.add(fold_text(name) + ending, payload);
        lexicon.phrases.add(fold_text(name) + " - " + ending, payload);
    }
}

} // namespace

void add_yardstick_names(Lexicon& lexicon) {
    const auto all = yardsticks();
    for (std::size_t y = 0; y < all.size(); ++y) {
        for (const auto& [lang, name] : all[y].names) {
            if (!lang.empty() && lang != lexicon.lang && lang != lexicon.names_like &&
                lang != "en") {
                continue;
            }
            const bool proper = is_capital(decode_utf8(name, 0).code);
            lexicon.concepts.push_back(
                {Meaning::kRegionName, all[y].name, static_cast<double>(y), proper ? 1.0 : 0.0});
            const auto payload = static_cast<std::uint32_t>(lexicon.concepts.size() - 1);
            for (const std::string& form : forms_of(lexicon, name)) {
                lexicon.phrases.add(form, payload);
            }
            add_compounds(lexicon, all[y], name, payload);
        }
    }
}

std::optional<NameFound> yardstick_at(const Annotated& text, std::size_t i) {
    NameFound out{i, 0, {}};
    for (const Annotated::Found& found : text.all_at(i, Meaning::kRegionName)) {
        const bool proper = found.what->value2 > 0.0;
        const Yardstick* region = &yardsticks()[static_cast<std::size_t>(found.what->value)];
        if ((proper && !text.tokens().list[i].capital) || found.last < out.last) {
            continue;
        }
        out.last = found.last;
        if (std::find(out.regions.begin(), out.regions.end(), region) == out.regions.end()) {
            out.regions.push_back(region);
        }
    }
    return out.regions.empty() ? std::nullopt : std::optional(out);
}

std::vector<const Yardstick*> yardsticks_called(const Lexicon& lexicon, std::string_view name) {
    std::vector<const Yardstick*> regions;
    const Annotated text(name, 0, lexicon, true);
    for (const Annotated::Found& found : text.all_at(0, Meaning::kRegionName)) {
        const Yardstick* region = &yardsticks()[static_cast<std::size_t>(found.what->value)];
        if (found.last == text.size() && std::ranges::find(regions, region) == regions.end()) {
            regions.push_back(region);
        }
    }
    return regions;
}

std::vector<const Yardstick*> find_inflected_yardsticks(std::string_view name) {
    std::vector<const Yardstick*> regions;
    for (const std::string& lang : known_languages()) {
        for (const Yardstick* region : yardsticks_called(*lexicon(lang), name)) {
            if (std::ranges::find(regions, region) == regions.end()) {
                regions.push_back(region);
            }
        }
    }
    return regions;
}

} // namespace engine
