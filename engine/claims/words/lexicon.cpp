// SPDX-License-Identifier: MIT
#include "engine/claims/words/lexicon.hpp"

#include "engine/claims/utf8.hpp"
#include "engine/claims/words/yardstick_names.hpp"
#include "engine/data/embedded.hpp"
#include "engine/toml/packed.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace engine {
namespace {

struct TableName {
    const char* table;
    Meaning meaning;
};

constexpr TableName kTables[] = {
    {"units", Meaning::kUnit},
    {"lengths", Meaning::kLength},
    {"numbers", Meaning::kNumber},
    {"multipliers", Meaning::kMultiplier},
    {"half_more", Meaning::kHalfMore},
    {"number_and", Meaning::kNumberAnd},
    {"vague", Meaning::kVague},
    {"fractions", Meaning::kFraction},
    {"percent", Meaning::kPercent},
    {"multiples", Meaning::kMultiple},
    {"times", Meaning::kTimes},
    {"hedges", Meaning::kHedge},
    {"hedges_after", Meaning::kHedgeAfter},
    {"size_before", Meaning::kSizeBefore},
    {"size_after", Meaning::kSizeAfter},
    {"equals", Meaning::kEquals},
    {"area_nouns", Meaning::kAreaNoun},
    {"region_nouns", Meaning::kRegionNoun},
    {"settlements", Meaning::kSettlement},
    {"per", Meaning::kPer},
    {"per_before", Meaning::kPerBefore},
    {"range", Meaning::kRange},
    {"between", Meaning::kBetween},
    {"range_and", Meaning::kRangeAnd},
    {"or", Meaning::kOr},
    {"fillers", Meaning::kFiller},
    {"regain", Meaning::kRegain},
    {"take", Meaning::kTake},
    {"fall", Meaning::kFall},
    {"beside", Meaning::kBeside},
    {"withdraw", Meaning::kWithdraw},
    {"lose", Meaning::kLose},
    {"hold", Meaning::kHold},
    {"by", Meaning::kBy},
    {"parties", Meaning::kParty},
    {"speech", Meaning::kSpeech},
    {"according", Meaning::kAccording},
    {"titles", Meaning::kTitle},
    {"outlets", Meaning::kOutlet},
    {"weekdays", Meaning::kWeekday},
    {"months", Meaning::kMonth},
    {"relative_days", Meaning::kRelativeDay},
    {"since", Meaning::kSince},
    {"until", Meaning::kUntil},
    {"within", Meaning::kWithin},
    {"within_bare", Meaning::kWithinBare},
    {"time_units", Meaning::kTimeUnit},
    {"ago", Meaning::kAgo},
    {"this_period", Meaning::kThisPeriod},
    {"last_period", Meaning::kLastPeriod},
    {"in_month", Meaning::kInMonth},
    {"not_area", Meaning::kNotArea},
    {"grow", Meaning::kGrow},
    {"not_land", Meaning::kNotLand},
    {"together", Meaning::kTogether},
    {"nature", Meaning::kNature},
    {"against", Meaning::kAgainst},
    {"demonyms", Meaning::kDemonym},
    {"seasons", Meaning::kSeason},
    {"each", Meaning::kEach},
    {"bodies", Meaning::kBody},
    {"first_of", Meaning::kFirstOf},
    {"abbreviations", Meaning::kAbbreviation},
};

// A name the table does not know would be data that silently does nothing.
Meaning meaning_of(std::string_view table, std::string_view file) {
    for (const TableName& row : kTables) {
        if (table == row.table) {
            return row.meaning;
        }
    }
    throw std::logic_error(std::string(file) + ": no such table: " + std::string(table));
}

/// "12" or "20-99"; a key that is a word leaves both values 0.
void read_value(Concept& concept_read) {
    const char* const end = concept_read.key.data() + concept_read.key.size();
    const auto first = std::from_chars(concept_read.key.data(), end, concept_read.value);
    if (first.ec == std::errc() && first.ptr != end && *first.ptr == '-') {
        std::from_chars(first.ptr + 1, end, concept_read.value2);
    }
}

constexpr std::size_t kShortestTitle = 5; // bytes, at the end of "Militärexperte"

void add_entry(Lexicon& out, Meaning meaning, std::string_view key, const toml::node& phrases) {
    Concept entry;
    entry.meaning = meaning;
    entry.key = key;
    read_value(entry);
    const auto index = out.concepts.size();
    out.concepts.push_back(entry);
    const toml::array* list = phrases.as_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const std::string phrase = fold_text(list->get(i)->value_or(std::string()));
        out.phrases.add(phrase, static_cast<std::uint32_t>(index));
        const bool word = phrase.find_first_of(" *") == std::string::npos;
        if (word && (meaning == Meaning::kNumber || meaning == Meaning::kMultiplier)) {
            out.number_words.emplace_back(phrase, index);
        }
        if (word && meaning == Meaning::kTitle && phrase.size() >= kShortestTitle) {
            out.title_words.push_back(phrase);
        }
    }
}

void read_flags(Lexicon& out, const toml::table& table) {
    out.names_like = table["names_like"].value_or(out.names_like);
    out.decimal = table["decimal"].value_or(out.decimal);
    out.compounds = table["compounds"].value_or(out.compounds);
    out.adjective_behind = table["adjective_behind"].value_or(out.adjective_behind);
    out.bare_relative = table["bare_relative"].value_or(out.bare_relative);
    out.month_first = table["month_first"].value_or(out.month_first);
    out.months_capital = table["months_capital"].value_or(out.months_capital);
    out.verb_second = table["verb_second"].value_or(out.verb_second);
    out.subject_behind_loss = table["subject_behind_loss"].value_or(out.subject_behind_loss);
    out.ends_close_clause = table["ends_close_clause"].value_or(out.ends_close_clause);
    out.bare_years = table["bare_years"].value_or(out.bare_years);
    out.genitive_behind_noun = table["genitive_behind_noun"].value_or(out.genitive_behind_noun);
    out.nouns_capital = table["nouns_capital"].value_or(out.nouns_capital);
    out.genitive_before_noun = table["genitive_before_noun"].value_or(out.genitive_before_noun);
}

template<class List>
struct NamedList {
    const char* key;
    List Lexicon::*list;
};

/// The lists of a lexicon, and where they go.
constexpr NamedList<std::vector<std::string>> kWordLists[] = {
    {"group", &Lexicon::group},
    {"links", &Lexicon::links},
    {"locatives", &Lexicon::locatives},
    {"degrees", &Lexicon::degrees},
    {"holders", &Lexicon::holders},
    {"unnamed_holders", &Lexicon::unnamed_holders},
    {"parts_of_countries", &Lexicon::parts_of_countries},
    {"place_endings", &Lexicon::place_endings},
    {"times_endings", &Lexicon::times_endings},
    {"patronymics", &Lexicon::patronymics},
    {"title_endings", &Lexicon::title_endings},
    {"given_names", &Lexicon::given_names},
    {"adjective_endings", &Lexicon::adjective_endings},
    {"institutions", &Lexicon::institutions},
};
constexpr NamedList<PhraseList> kPhraseLists[] = {
    {"contests", &Lexicon::contests},
    {"voices_of_holders", &Lexicon::voices_of_holders},
    {"inside", &Lexicon::inside},
    {"near", &Lexicon::near},
    {"sectors", &Lexicon::sectors},
    {"directions", &Lexicon::directions},
    {"quarters", &Lexicon::quarters},
    {"without", &Lexicon::without},
    {"left_out", &Lexicon::left_out},
    {"more", &Lexicon::more},
    {"fewer", &Lexicon::fewer},
    {"by_how_much", &Lexicon::by_how_much},
    {"than", &Lexicon::than},
    {"of", &Lexicon::of},
    {"net", &Lexicon::net},
    {"from_whom", &Lexicon::from_whom},
    {"to_whom", &Lexicon::to_whom},
    {"no_places", &Lexicon::no_places},
    {"out_of", &Lexicon::out_of},
    {"records", &Lexicon::records},
    {"clause_words", &Lexicon::clause_words},
    {"imperfect", &Lexicon::imperfect},
    {"paces", &Lexicon::paces},
    {"that_words", &Lexicon::that_words},
    {"channels", &Lexicon::channels},
    {"particles", &Lexicon::particles},
    {"works_for", &Lexicon::works_for},
    {"of_the", &Lexicon::of_the},
    {"name_beginnings", &Lexicon::name_beginnings},
    {"media", &Lexicon::media},
    {"attributions", &Lexicon::attributions},
    {"when_words", &Lexicon::when_words},
    {"begins", &Lexicon::begins},
    {"unreal", &Lexicon::unreal},
    {"planned", &Lexicon::planned},
    {"purpose", &Lexicon::purpose},
    {"real", &Lexicon::real},
    {"conditions", &Lexicon::conditions},
    {"denials", &Lexicon::denials},
    {"another", &Lexicon::another},
    {"behind_part", &Lexicon::behind_part},
    {"sides", &Lexicon::sides},
    {"year_to", &Lexicon::year_to},
    {"week_to", &Lexicon::week_to},
    {"month_ends", &Lexicon::month_ends},
    {"month_begins", &Lexicon::month_begins},
    {"month_middles", &Lexicon::month_middles},
    {"month_lates", &Lexicon::month_lates},
    {"contrast", &Lexicon::contrast},
    {"pronouns", &Lexicon::pronouns},
    {"only", &Lexicon::only},
    {"foes", &Lexicon::foes},
    {"pace_nouns", &Lexicon::pace_nouns},
    {"extends_to", &Lexicon::extends_to},
    {"possessives", &Lexicon::possessives},
    {"in_all", &Lexicon::in_all},
    {"fires", &Lexicon::fires},
    {"fire_links", &Lexicon::fire_links},
    {"counts_in", &Lexicon::counts_in},
    {"every", &Lexicon::every},
    {"comparisons", &Lexicon::comparisons},
    {"indefinite", &Lexicon::indefinite},
    {"of_which", &Lexicon::of_which},
    {"that_year", &Lexicon::that_year},
};

/// The texts of a list, folded.
template<class Take>
void for_each_text(const toml::table& table, const char* key, const Take& take) {
    if (const toml::array* list = table[key].as_array()) {
        for (const toml::node& value : *list) {
            take(fold_text(value.value_or(std::string())));
        }
    }
}

std::vector<std::string> parts_of(const std::string& text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// "withdraw gab|gaben auf|preis": what is done, the verb's forms, what each may end with. "drive"
/// is a word beside others; "add" takes.
void add_split_verb(Lexicon& out, const std::string& line) {
    const std::size_t forms = line.find(' ') + 1;
    const std::size_t ends = line.find(' ', forms) + 1;
    const std::string what = line.substr(0, forms - 1);
    SplitVerb split;
    split.verb.meaning = what == "drive" ? Meaning::kBeside
                         : what == "add" ? Meaning::kTake
                                         : meaning_of(what, out.lang);
    split.verb.key = what == "drive" || what == "add" ? what : std::string();
    for (const std::string& end : parts_of(line.substr(ends), '|')) {
        split.ends.push_back(parts_of(end, ' '));
    }
    for (const std::string& form : parts_of(line.substr(forms, ends - forms - 1), '|')) {
        out.split_verbs.emplace(form, split);
    }
}

void read_file(Lexicon& out, const EmbeddedFile& file) {
    const toml::table table = unpack(file.packed);
    for (const auto& [key, node] : table) {
        if (const toml::table* entries = node.as_table()) {
            const Meaning meaning = meaning_of(key.str(), file.path);
            for (const auto& [entry_key, phrases] : *entries) {
                add_entry(out, meaning, entry_key.str(), phrases);
            }
        }
    }
    read_flags(out, table);
    for (const auto& entry : kWordLists) {
        for_each_text(table, entry.key,
                      [&](const std::string& word) { (out.*entry.list).push_back(word); });
    }
    for (const auto& entry : kPhraseLists) {
        for_each_text(table, entry.key,
                      [&](const std::string& phrase) { (out.*entry.list).add(phrase); });
    }
    for_each_text(table, "split_verbs",
                  [&](const std::string& line) { add_split_verb(out, line); });
    std::vector<std::string> endings; // "а>ы": nominative ending, other ending
    for_each_text(table, "name_endings", [&](const std::string& rule) { endings.push_back(rule); });
    for (const std::string& rule : endings) {
        const std::size_t arrow = rule.find('>');
        out.name_endings.emplace_back(fold_text(rule.substr(0, arrow)),
                                      fold_text(rule.substr(arrow + 1)));
    }
}

std::unique_ptr<Lexicon> make_lexicon(std::string_view lang, const EmbeddedFile& file) {
    auto out = std::make_unique<Lexicon>();
    out->lang = lang;
    read_file(*out, file);
    read_file(*out, *embedded_file("lexicons/common.toml"));
    std::stable_sort(out->number_words.begin(), out->number_words.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    add_yardstick_names(*out);
    return out;
}

} // namespace

const Lexicon* lexicon(std::string_view lang) {
    static std::mutex guard;
    static std::map<std::string, std::unique_ptr<Lexicon>, std::less<>> made;
    const std::lock_guard lock(guard);
    if (const auto place = made.find(lang); place != made.end()) {
        return place->second.get();
    }
    const EmbeddedFile* file = embedded_file("lexicons/" + std::string(lang) + ".toml");
    if (file == nullptr || lang == "common") {
        return nullptr;
    }
    return made.emplace(std::string(lang), make_lexicon(lang, *file)).first->second.get();
}

std::vector<std::string> inflect(const Lexicon& lexicon, const std::string& folded_word) {
    std::vector<std::string> forms{folded_word};
    for (const auto& [ending, other] : lexicon.name_endings) {
        if (folded_word.size() > ending.size() && folded_word.ends_with(ending)) {
            forms.push_back(folded_word.substr(0, folded_word.size() - ending.size()) + other);
        }
    }
    std::sort(forms.begin() + 1, forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

} // namespace engine
