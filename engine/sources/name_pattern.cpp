// SPDX-License-Identifier: MIT
#include "engine/sources/name_pattern.hpp"

#include "engine/sources/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace engine {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// ASCII lower case, runs of white space as one space, none at the ends.
std::string normalized(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (is_space(c)) {
            space = !out.empty();
            continue;
        }
        if (space) {
            out += ' ';
            space = false;
        }
        out += lower(c);
    }
    return out;
}

/// What `[` is in a pattern.
enum class Brackets {
    literal, ///< itself: layers and properties have names such as "[final] zone"
    sets,    ///< the start of a set of characters, as in a shell
};

/// Whether `c` is in the set whose text between the brackets is given: "abc", "a-z", "!0-9".
bool in_set(std::string_view set, char c) {
    const bool negated = set.starts_with('!') || set.starts_with('^');
    set.remove_prefix(negated ? 1 : 0);
    bool found = false;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const bool is_range = i + 2 < set.size() && set[i + 1] == '-';
        found = found || (is_range ? set[i] <= c && c <= set[i + 2] : set[i] == c);
        i += is_range ? 2 : 0;
    }
    return found != negated;
}

/// Characters of the pattern that stand for one of the text: a set, or a single character.
struct Single {
    std::size_t length = 1;
    bool matches = false;
};
Single single(std::string_view pattern, char c, Brackets brackets) {
    if (brackets == Brackets::sets && pattern.starts_with('[')) {
        const std::size_t close = pattern.find(']', 2); // a set is not empty
        if (close != std::string_view::npos) {
            return {close + 1, in_set(pattern.substr(1, close - 1), c)};
        }
    }
    return {1, pattern.front() == '?' || pattern.front() == c};
}

/// Greedy matching with one step back to the last star, which is enough for `*`, `?` and sets.
bool glob(std::string_view pattern, std::string_view text, Brackets brackets = Brackets::literal) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (t < text.size()) {
        const Single one =
            p < pattern.size() ? single(pattern.substr(p), text[t], brackets) : Single{};
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (one.matches) {
            p += one.length;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

/// Reads fixed-width fields from the left; any failure sticks.
class Fields {
  public:
    explicit Fields(std::string_view text) : text_(text) {}

    int number(std::size_t width) {
        int value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (at_ >= text_.size() || !is_digit(text_[at_])) {
                ok_ = false;
                return 0;
            }
            value = value * 10 + (text_[at_++] - '0');
        }
        return value;
    }

    int one_or_two_digits() {
        const bool two = at_ + 1 < text_.size() && is_digit(text_[at_]) && is_digit(text_[at_ + 1]);
        return number(two ? 2 : 1);
    }

    int month_name() {
        static constexpr std::array<std::string_view, 12> kNames{
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
        for (std::size_t i = 0; i < kNames.size(); ++i) {
            if (text_.substr(at_ < text_.size() ? at_ : text_.size(), 3) == kNames[i]) {
                at_ += 3;
                return static_cast<int>(i) + 1;
            }
        }
        ok_ = false;
        return 0;
    }

    void literal(char c) {
        if (at_ < text_.size() && text_[at_] == c) {
            ++at_;
        } else {
            ok_ = false;
        }
    }

    bool ok() const { return ok_; }
    std::size_t used() const { return at_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

/// What stands at one point of a place, as its letters say.
enum class Part { year4, year2, month2, month, month_name, day2, day, literal };

struct NamedPart {
    std::string_view letters; // in lower case, as patterns are normalized
    Part part;
};
/// Longer letters first: "mon" and "mm" before "m".
constexpr std::array<NamedPart, 7> kParts{{{"yyyy", Part::year4},
                                           {"yy", Part::year2},
                                           {"mon", Part::month_name},
                                           {"mm", Part::month2},
                                           {"m", Part::month},
                                           {"dd", Part::day2},
                                           {"d", Part::day}}};
constexpr std::string_view kSeparators = "-_.";

struct Step {
    Part part;
    char literal = 0;
};
using Place = std::vector<Step>;

bool is_year(Part part) {
    return part == Part::year4 || part == Part::year2;
}
bool is_month(Part part) {
    return part == Part::month2 || part == Part::month || part == Part::month_name;
}
bool is_day(Part part) {
    return part == Part::day2 || part == Part::day;
}

/// A year, with it a month or not, with that a day or not; each once.
bool is_whole(const Place& place) {
    const auto count = [&](auto is) {
        return std::ranges::count_if(place, [&](Step step) { return is(step.part); });
    };
    const auto months = count(is_month);
    const auto days = count(is_day);
    return count(is_year) == 1 && months <= 1 && days <= months;
}

/// The steps of what stands between the braces; nullopt where it is no place for a day.
std::optional<Place> parse_place(std::string_view letters) {
    Place place;
    while (!letters.empty()) {
        const auto* part = std::ranges::find_if(
            kParts, [&](const NamedPart& named) { return letters.starts_with(named.letters); });
        if (part != kParts.end()) {
            place.push_back({part->part});
            letters.remove_prefix(part->letters.size());
        } else if (kSeparators.find(letters.front()) != std::string_view::npos) {
            place.push_back({Part::literal, letters.front()});
            letters.remove_prefix(1);
        } else {
            return std::nullopt;
        }
    }
    return is_whole(place) ? std::optional(place) : std::nullopt;
}

struct ReadDay {
    Date date;
    std::size_t length;
};

/// The day at the very start of a (lower-case) text: of a month its first, of a year its first.
std::optional<ReadDay> read_day(const Place& place, std::string_view text) {
    Fields f(text);
    int year = 0;
    int month = 1;
    int day = 1;
    for (const Step step : place) {
        switch (step.part) {
        case Part::year4:
            year = f.number(4);
            break;
        case Part::year2:
            year = 2000 + f.number(2);
            break;
        case Part::month2:
            month = f.number(2);
            break;
        case Part::month:
            month = f.one_or_two_digits();
            break;
        case Part::month_name:
            month = f.month_name();
            break;
        case Part::day2:
            day = f.number(2);
            break;
        case Part::day:
            day = f.one_or_two_digits();
            break;
        case Part::literal:
            f.literal(step.literal);
            break;
        }
    }
    if (!f.ok() || year < kFirstYear || year > kLastYear) {
        return std::nullopt;
    }
    const auto date =
        Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return date ? std::optional<ReadDay>({*date, f.used()}) : std::nullopt;
}

struct SplitPattern {
    std::string_view before;
    Place place;
    std::string_view after;
};

/// The pattern (normalized) around its one place; nullopt where it does not have exactly one.
std::optional<SplitPattern> split(std::string_view pattern) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
        pattern.find('{', open + 1) != std::string_view::npos) {
        return std::nullopt;
    }
    const auto place = parse_place(pattern.substr(open + 1, close - open - 1));
    if (!place) {
        return std::nullopt;
    }
    return SplitPattern{pattern.substr(0, open), *place, pattern.substr(close + 1)};
}

} // namespace

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool matches_pattern(std::string_view pattern, std::string_view text) {
    return glob(normalized(pattern), normalized(text));
}

bool matches_file_pattern(std::string_view pattern, std::string_view file_name) {
    const bool is_hidden = file_name.starts_with('.') && !pattern.starts_with('.');
    return !is_hidden && glob(pattern, file_name, Brackets::sets);
}

NameDate find_date(std::string_view pattern, std::string_view name) {
    const std::string wanted = normalized(pattern);
    const std::string text = normalized(name);
    const auto parts = split(wanted);
    NameDate found;
    if (!parts) {
        return found;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto day = read_day(parts->place, std::string_view(text).substr(at));
        if (!day) {
            continue;
        }
        const std::size_t end = at + day->length;
        const bool digit_before = at > 0 && is_digit(text[at]) && is_digit(text[at - 1]);
        const bool digit_after = end < text.size() && is_digit(text[end]);
        if (digit_before || digit_after ||
            !glob(parts->before, std::string_view(text).substr(0, at)) ||
            !glob(parts->after, std::string_view(text).substr(end))) {
            continue;
        }
        if (found.result == NameDate::Result::found && found.date != day->date) {
            return {NameDate::Result::ambiguous, {}};
        }
        found = {NameDate::Result::found, day->date};
    }
    return found;
}

std::optional<std::string> pattern_error(std::string_view pattern) {
    if (split(normalized(pattern))) {
        return std::nullopt;
    }
    return "the pattern '" + std::string(pattern) +
           "' must have exactly one place for the day, such as {YYYY-MM-DD}, {YYYYMMDD}, {YYMMDD}, "
           "{DD.MM.YYYY}, {M-D-YYYY}, {DDMONYYYY}, {YYYYMM} or {YYYY}";
}

} // namespace engine
