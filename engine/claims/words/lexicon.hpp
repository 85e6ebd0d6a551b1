// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/phrase_index.hpp"
#include "engine/claims/words/phrase_list.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// What a phrase of a lexicon means; each is a table of the lexicon file, under the name given in
/// lexicon.cpp. `Concept::key` is the entry's key, `value` the key as a number where it is one.
enum class Meaning : unsigned char {
    kUnit,       ///< key: id in units.toml
    kLength,     ///< a length: an area only where one is due; key: id in units.toml of its square.
                 ///< "~id": a word that is a unit among other things ("mål" is a goal too)
    kNumber,     ///< value
    kMultiplier, ///< hundred, thousand, million
    kHalfMore,   ///< "and a half", after a number
    kNumberAnd,  ///< "and" inside a number
    kVague,      ///< "dozens of", "hundreds of"; low-high in the key
    kFraction,   ///< "a third of"; value
    kPercent,    ///< "per cent of"
    kMultiple,   ///< "twice"; value
    kTimes,      ///< "times", after a number
    kHedge,      ///< before the figure; key: id in hedges.toml
    kHedgeAfter, ///< after it
    kSizeBefore, ///< "the size of", before a name; key: hedge id
    kSizeAfter,  ///< "storlek", after a name in the genitive
    kEquals,     ///< "corresponds to", before a name where the sentence speaks of an area
    kAreaNoun,   ///< territory, land
    kRegionNoun, ///< oblast, island, country; key: the kinds of yardsticks it may mean
    kSettlement, ///< villages, towns
    kPer,        ///< "a week"; value: days
    kPerBefore,  ///< "daily", before the figure; value: days
    kRange,      ///< "to"
    kBetween,    ///< "between"
    kRangeAnd,   ///< "and", after "between"
    kOr,         ///< "or", before a conversion
    kFiller,     ///< words that may stand between the parts of a claim
    kRegain,     ///< verbs: land goes back
    kTake,       ///< verbs: land is taken
    kFall,       ///< verbs: settlements fall to somebody
    kBeside,     ///< beside a verb; key: "back" makes a regaining of a taking, "again"; "move"
             ///< into or out of hands; "advance" is a noun of taking ("der Vormarsch"); "drive":
             ///< whom it names loses land
    kWithdraw,    ///< verbs: its holder leaves it
    kLose,        ///< verbs: its holder loses it
    kHold,        ///< verbs: held, no change
    kBy,          ///< before the one who acts, in the passive
    kParty,       ///< key: party
    kSpeech,      ///< said, announced
    kAccording,   ///< according to
    kTitle,       ///< president, spokesman
    kOutlet,      ///< Reuters; key: its name
    kWeekday,     ///< value: 1 Monday … 7 Sunday
    kMonth,       ///< value: 1 … 12
    kRelativeDay, ///< value: days from the day of speaking
    kSince,       ///< before a day
    kUntil,       ///< before a day; key "state": of what is so on it, "as of"
    kWithin,      ///< "in the last", before a number of days
    kWithinBare,  ///< "in": opens a window only with a number and a unit of time; key "one": with
                 ///< the unit alone; "to": where its last day follows ("in the 24 hours to Sunday")
    kTimeUnit,    ///< value: days
    kAgo,         ///< after a number and a unit of time
    kThisPeriod,  ///< "this month"; value: 7, 30, 365; or 0, "today so far"
    kLastPeriod,  ///< "last month"; key: its days, and "before" another, or "weekend"
    kInMonth,     ///< "in", before a month
    kRegionName,  ///< of a yardstick; value: its index, value2: 1 where it needs a capital letter
    kNotArea,     ///< nouns that take the area away: front, coast, people
    kGrow,        ///< verbs: something goes from one size to another
    kNotLand,     ///< nouns whose size is no area: army, economy, population
    kTogether,    ///< "combined", after several names
    kNature,      ///< verbs: burned, flooded, melted, cleared; nobody takes or holds
    kAgainst,     ///< "against", "compared with", before the share of another day
    kDemonym,     ///< "Ukrainian"; key: the yardstick's English name
    kSeason,      ///< "summer"; value: first month; and "third quarter"; "elided" in the key: "the
                  ///< third", behind another quarter
    kEach,        ///< "respectively", between two figures that share a unit
    kBody,        ///< "general staff", "ministry of defence": who speaks without a name
    kFirstOf,     ///< "first", before a number of days of a month; value: 1, or -1 for "last"
    kAbbreviation ///< its full stop ends no sentence
};
static_assert(static_cast<int>(Meaning::kAbbreviation) < 64, "Meanings is a set of bits");

/// A set of meanings.
using Meanings = std::uint64_t;
constexpr Meanings bit_of(Meaning meaning) {
    return Meanings{1} << static_cast<unsigned>(meaning);
}

struct Concept {
    Meaning meaning = Meaning::kFiller;
    std::string key;
    double value = 0.0;
    double value2 = 0.0; ///< upper end of a vague number
};

/// A verb whose last words stand apart from it: "tog … tilbage", "gaben … auf".
struct SplitVerb {
    Concept verb;                               ///< key "drive": of whom it drives out
    std::vector<std::vector<std::string>> ends; ///< any of them: "under sig"
};

/// What is known of a language, from engine/data/lexicons.
struct Lexicon {
    std::string lang;
    std::string decimal;            ///< sign before decimals
    std::vector<std::string> group; ///< signs between thousands
    bool compounds = false;         ///< writes numbers as one word: "zweitausend"
    std::vector<std::string> links; ///< what joins the parts of such a word: "und"
    std::string names_like;         ///< a language whose names for regions it shares: "nb" for "nn"
    /// Words that say where ("in"): "more than in Belgium" compares no sizes.
    std::vector<std::string> locatives;
    /// Before a country, beside the words that say where: "inside", "dentro de".
    PhraseList inside;
    /// Before a name: the claim's place has no border ("near", "north of").
    PhraseList near;
    /// Behind a name, likewise: "axis", "sector".
    PhraseList sectors;
    /// Before a word of any kind, likewise: "na kierunku".
    PhraseList directions;
    /// By themselves, likewise: "in the south".
    PhraseList quarters;
    /// Before a region: what is held there is not counted ("excluding"). Behind one: likewise ("not
    /// included").
    PhraseList without;
    PhraseList left_out;
    /// Behind a figure: it is a difference ("200 km² more than").
    PhraseList more;
    PhraseList fewer;
    /// Between a verb of growth and by how much: "voksede med".
    PhraseList by_how_much;
    /// Words behind which another day is only compared with: "than in August".
    PhraseList than;
    /// "largest", "fastest": before "since", no beginning.
    PhraseList records;
    /// Words between a part in figures and its whole: "180 of 365 square kilometres".
    PhraseList of;
    /// What is gained less what is lost is meant: "net", "on balance".
    PhraseList net;
    /// Words before a share of what is done to a region: "на" in "окупована на 78 %".
    std::vector<std::string> degrees;
    /// Keys of parties that hold land of others.
    std::vector<std::string> holders;
    /// What is won and lost are votes or matches, and no land: "votes", "league".
    PhraseList contests;
    /// Names of those who speak for holders: what they call liberated is theirs.
    PhraseList voices_of_holders;
    /// Keys of parties that stand for whichever holder is meant: "the occupiers".
    std::vector<std::string> unnamed_holders;
    /// Before a figure that is a rate of what the sentence states: "at a pace of".
    PhraseList paces;
    /// Forms of a verb that both takes and holds, which only hold: "occupait".
    PhraseList imperfect;
    /// Behind a verb of speech: what is said follows, and who speaks does not ("that").
    PhraseList that_words;
    /// Short words inside a name: "van de", "von der".
    PhraseList particles;
    /// Where people write, and nobody's name: "Telegram".
    PhraseList channels;
    /// Right behind a comma: a clause about another time ("when").
    PhraseList when_words;
    /// Beside a day: something begins on it ("broke out").
    PhraseList begins;
    /// Words that begin a clause: "but", "that", "which".
    PhraseList clause_words;
    /// Those of them that begin a clause of somebody else: "while", "but".
    PhraseList contrast;
    /// Who acts, and the words do not say who that is: "they".
    PhraseList pronouns;
    /// Before a figure that is small: "nur noch".
    PhraseList only;
    /// Beside a time, before a figure that is a rate: "daily average", "promedio diario".
    PhraseList pace_nouns;
    /// Who is driven out, whoever that is: "the enemy".
    PhraseList foes;
    /// Between control that is extended and the land it then covers: "alargou o controlo a 50 km²".
    PhraseList extends_to;
    /// "Its", "sin", between a verb and "control".
    PhraseList possessives;
    /// Before a sum at the beginning of a sentence: "in total", "загалом".
    PhraseList in_all;
    /// What is counted and has a size from which on it counts: "wildfires".
    PhraseList fires;
    /// Between them and that size: "with".
    PhraseList fire_links;
    /// In a condition that only says what is counted with the rest: "include" in "if you include".
    PhraseList counts_in;
    /// Before a number of seconds or days: "every" in "every three seconds".
    PhraseList every;
    /// At the beginning of a sentence: what follows is only set beside ("for comparison").
    PhraseList comparisons;
    /// Articles that count one, where they are no numbers: "a" in "a football pitch".
    PhraseList indefinite;
    /// Before a part of the figure before: "of which".
    PhraseList of_which;
    /// Of days in a year that another sentence names: "that year".
    PhraseList that_year;
    /// By their first word. In the file: "withdraw gab|gaben auf|preis".
    std::multimap<std::string, SplitVerb, std::less<>> split_verbs;
    /// In the clause of a claim: nothing of the kind happened, or not yet ("did not", "wants to").
    PhraseList unreal;
    /// Right beside a figure: it is only meant to be ("the planned 500 hectares").
    PhraseList planned;
    /// Before a claim in its clause: what was meant to be or left undone ("in order to").
    PhraseList purpose;
    /// Phrases that have such a word and say nothing of the kind: "not only".
    PhraseList real;
    /// At the beginning of a sentence: all of it is only imagined ("if").
    PhraseList conditions;
    /// Anywhere before a claim in its sentence: "denied".
    PhraseList denials;
    /// Behind the figure of a part whose whole has the unit: "have", "remain".
    PhraseList behind_part;
    /// Before a figure that shares the unit of the one before: "another".
    PhraseList another;
    /// Between the sides of a rectangle: "by" in "40 by 30 kilometres".
    PhraseList sides;
    /// Before the last month of a year: "in the year to".
    PhraseList year_to;
    /// Before the day a week ends on: "in the week to".
    PhraseList week_to;
    /// Before a month, a quarter or a year, of which only its last day is meant: "at the end of".
    PhraseList month_ends;
    /// Likewise, of its first days, of those in its middle, and of its last: "early", "mid-",
    /// "late".
    PhraseList month_begins;
    PhraseList month_middles;
    PhraseList month_lates;
    /// Before whom land is taken from: "from", "ai russi".
    PhraseList from_whom;
    /// Before whom land is lost to: "to", "на користь".
    PhraseList to_whom;
    /// Words with a capital that stand where a place might: "around Christmas", "bei Kämpfen".
    PhraseList no_places;
    /// Before the words for holding: nobody holds it any more ("out of their hands").
    PhraseList out_of;
    /// Kinds of yardsticks that are parts of a country.
    std::vector<std::string> parts_of_countries;
    /// Nouns that make one word with a region's name: "regionen" in "Luhanskregionen".
    std::vector<std::string> place_endings;
    /// Endings of a name between two others: "ovich".
    std::vector<std::string> patronymics;
    /// Endings that make a multiple of a number: "fach" in "vierfach".
    std::vector<std::string> times_endings;
    /// "Ukraines befolkning": a name in the genitive owns the noun that follows.
    bool genitive_before_noun = false;
    bool adjective_behind = false; ///< "el avance ruso": an adjective follows its noun
    bool bare_relative = false;    ///< a clause needs no word to begin: "the land Russia captured"
    bool month_first = false;      ///< "September 6"
    bool months_capital = false;   ///< the name of a month begins with a capital letter: "May"
    bool verb_second = false;      ///< who acts may follow the verb: "gestern eroberten die Russen"
    bool subject_behind_loss = false; ///< "втратила Україна": who loses may follow the verb
    bool ends_close_clause = false; ///< what a split verb ends with ends its clause: "gaben … auf"
    bool bare_years = false;        ///< a year needs no preposition: "2024 eroberten …"
    bool genitive_behind_noun =
        false; ///< with no word between: "глава Рослесхоза", "obwodu pożaru"
    bool nouns_capital = false; ///< every noun begins with a capital letter
    /// How names change: (ending, other ending) of their words; see inflect().
    std::vector<std::pair<std::string, std::string>> name_endings;
    std::vector<Concept> concepts;
    PhraseIndex phrases; ///< payload: index into concepts
    /// Words of numbers, longest first, for taking compounds apart.
    std::vector<std::pair<std::string, std::size_t>> number_words;
    std::vector<std::string> title_words; ///< titles of one word, for the end of a compound
    /// Endings of words that say what somebody is, before a full name: "erin", "ologist".
    std::vector<std::string> title_endings;
    /// Given names that end so: "Peter".
    std::vector<std::string> given_names;
    /// Endings of what has people who speak for it, and is nobody's name: "institut*".
    std::vector<std::string> institutions;
    /// Endings of adjectives made of names: "ского".
    std::vector<std::string> adjective_endings;
    /// Behind a full name: whom somebody works for follows ("of", "bei der").
    PhraseList works_for;
    /// Those of them that stand before no person, as their article shows: "of the", "della".
    PhraseList of_the;
    /// Short words that begin a surname: "Di" in "Di Stefano".
    PhraseList name_beginnings;
    /// Before a name: it is a newspaper's or a station's ("radio").
    PhraseList media;
    /// At the beginning of a sentence: it says who said the one before ("das teilte").
    PhraseList attributions;
};

/// The lexicon of a language, made once and kept; nullptr for a language without one. The file
/// common.toml, which holds in every language, is part of each. Thread-safe.
const Lexicon* lexicon(std::string_view lang);

/// A folded word and the forms it takes in a language ("gotland", "gotlands").
std::vector<std::string> inflect(const Lexicon& lexicon, const std::string& folded_word);

} // namespace engine
