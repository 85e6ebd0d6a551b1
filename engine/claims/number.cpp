// SPDX-License-Identifier: MIT
#include "engine/claims/number.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

struct Literal {
    std::size_t last = 0;
    double value = 0.0;
    double step = 1.0; ///< worth of the last written digit
    bool grouped = false;
    std::vector<Quantity::Other> others;
};

/// The pieces of "1.234,5": runs of digits and the signs between them.
struct Pieces {
    std::vector<std::string> digits;
    std::vector<char> signs; ///< '.', ',', '\'' or ' '
    std::size_t last = 0;
};

bool is_digits(const Tokens& tokens, std::size_t i, std::size_t end) {
    return i < end && tokens.list[i].kind == TokenKind::kDigits;
}

char grouping_sign(const Tokens& tokens, std::size_t i) {
    const std::string_view mark = tokens.word(i);
    if (mark.size() != 1 || tokens.list[i].space_before) {
        return 0;
    }
    return mark[0] == '.' || mark[0] == ',' || mark[0] == '\'' ? mark[0] : '\0';
}

Pieces take_pieces(const Tokens& tokens, std::size_t i, std::size_t end) {
    Pieces out;
    out.digits.emplace_back(tokens.word(i));
    out.last = i + 1;
    while (out.last < end) {
        const std::size_t at = out.last;
        const bool sign = grouping_sign(tokens, at) != 0 && is_digits(tokens, at + 1, end) &&
                          !tokens.list[at + 1].space_before;
        const bool space = is_digits(tokens, at, end) && tokens.list[at].space_before &&
                           !tokens.list[at].newline_before && tokens.word(at).size() == 3 &&
                           out.digits.front().size() <= 3 &&
                           (out.signs.empty() || out.signs.back() == ' ') && !tokens.is(i, "0");
        if (!sign && !space) {
            break;
        }
        out.signs.push_back(sign ? grouping_sign(tokens, at) : ' ');
        out.digits.emplace_back(tokens.word(sign ? at + 1 : at));
        out.last = sign ? at + 2 : at + 1;
    }
    return out;
}

/// Digits with an optional fraction, as a double; long runs lose digits, not sense.
double to_number(const std::string& whole, const std::string& fraction) {
    double value = 0.0;
    for (const char c : whole) {
        value = value * 10.0 + (c - '0');
    }
    double worth = 1.0;
    double part = 0.0;
    for (const char c : fraction.substr(0, std::min<std::size_t>(fraction.size(), 15))) {
        part = part * 10.0 + (c - '0');
        worth *= 10.0;
    }
    return value + part / worth;
}

std::string joined(const std::vector<std::string>& digits, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += digits[i];
    }
    return out;
}

bool groups_fit(const Pieces& pieces, std::size_t count) {
    if (pieces.digits[0].size() > 3 || (count > 1 && pieces.digits[0][0] == '0')) {
        return false;
    }
    for (std::size_t i = 1; i < count; ++i) {
        if (pieces.digits[i].size() != 3) {
            return false;
        }
    }
    return true;
}

double decimal_step(const std::string& fraction) {
    return std::pow(10.0, -static_cast<double>(std::min<std::size_t>(fraction.size(), 15)));
}

const char* name_of_sign(char sign) {
    return sign == '.'    ? "full stop"
           : sign == ','  ? "comma"
           : sign == '\'' ? "apostrophe"
                          : "space";
}

/// One sign between two runs: decimals or thousands, by the shape and then by the language.
std::optional<Literal> read_two(const Pieces& pieces, const Lexicon& lexicon) {
    const char sign = pieces.signs[0];
    const bool may_group = groups_fit(pieces, 2);
    Literal out;
    out.last = pieces.last;
    const double grouped = to_number(joined(pieces.digits, 2), "");
    const double decimal = to_number(pieces.digits[0], pieces.digits[1]);
    if (sign == ' ' || sign == '\'') {
        out.value = grouped;
        out.grouped = true;
        return may_group ? std::optional(out) : std::nullopt;
    }
    const std::string text(1, sign);
    const bool locale_decimal = lexicon.decimal == text;
    const bool locale_groups =
        std::find(lexicon.group.begin(), lexicon.group.end(), text) != lexicon.group.end();
    if (!may_group || (locale_decimal && !locale_groups)) {
        out.value = decimal;
        out.step = decimal_step(pieces.digits[1]);
        if (may_group) {
            out.others.push_back({grouped, std::string("the ") + name_of_sign(sign) +
                                               " read as a sign between thousands"});
        }
        return out;
    }
    out.value = grouped;
    out.grouped = true;
    if (!locale_groups) {
        out.others.push_back(
            {decimal, std::string("the ") + name_of_sign(sign) + " read as a decimal sign"});
    }
    return out;
}

/// "1,234.5", "1 234 567": every sign but the last groups; the last may begin the decimals.
std::optional<Literal> read_many(const Pieces& pieces) {
    const std::size_t n = pieces.digits.size();
    const char last_sign = pieces.signs.back();
    const bool same_before = std::all_of(pieces.signs.begin(), pieces.signs.end() - 1,
                                         [&](char c) { return c == pieces.signs.front(); });
    if (!same_before) {
        return std::nullopt;
    }
    Literal out;
    out.last = pieces.last;
    out.grouped = true;
    if (last_sign == pieces.signs.front()) {
        out.value = to_number(joined(pieces.digits, n), "");
        return groups_fit(pieces, n) ? std::optional(out) : std::nullopt;
    }
    if (last_sign == ' ' || last_sign == '\'' || !groups_fit(pieces, n - 1)) {
        return std::nullopt;
    }
    out.value = to_number(joined(pieces.digits, n - 1), pieces.digits[n - 1]);
    out.step = decimal_step(pieces.digits[n - 1]);
    return out;
}

std::optional<Literal> read_literal(const Annotated& text, std::size_t i, std::size_t end) {
    const Tokens& tokens = text.tokens();
    const Pieces pieces = take_pieces(tokens, i, end);
    if (pieces.digits.front().size() > 15 || pieces.digits.size() > 6) {
        return std::nullopt;
    }
    if (pieces.digits.size() == 1) {
        Literal out;
        out.last = pieces.last;
        out.value = to_number(pieces.digits[0], "");
        return out;
    }
    return pieces.digits.size() == 2 ? read_two(pieces, text.lexicon()) : read_many(pieces);
}

/// Adds numbers the way they are spoken: "two thousand five hundred and ten", "zwei|und|dreißig".
class Accumulator {
  public:
    bool empty() const { return !started_; }
    double value() const { return total_ + current_; }
    double step() const { return step_; }
    double largest_multiplier() const { return largest_; }
    bool open() const { return !has_current_; } ///< after a multiplier

    bool can_add(double number, bool digits) const {
        if (!started_) {
            return true;
        }
        if (!has_current_) {
            return number < last_multiplier_;
        }
        if (digits || last_was_digits_) {
            return false;
        }
        return (number < 10.0 && std::fmod(current_, 10.0) == 0.0 && current_ >= 20.0) ||
               (number < 100.0 && std::fmod(current_, 100.0) == 0.0 && current_ >= 100.0) ||
               (number == 10.0 && current_ == 60.0);
    }
    void add(double number, bool digits, double step) {
        current_ += number;
        has_current_ = true;
        started_ = true;
        last_was_digits_ = digits;
        step_ = step;
    }
    bool can_multiply(double by) const {
        return !started_ || has_current_ || by > last_multiplier_;
    }
    void multiply(double by) {
        if (!has_current_ && total_ > 0.0) { // "two thousand million"
            total_ *= by;
        } else if (by == 100.0) {
            current_ = (has_current_ ? current_ : 1.0) * by;
            has_current_ = true;
            started_ = true;
            step_ *= by;
            last_was_digits_ = false;
            return;
        } else {
            total_ += (has_current_ ? current_ : 1.0) * by;
        }
        current_ = 0.0;
        has_current_ = false;
        started_ = true;
        last_multiplier_ = by;
        largest_ = std::max(largest_, by);
        step_ *= by;
    }

  private:
    double total_ = 0.0;
    double current_ = 0.0;
    double step_ = 1.0;
    double last_multiplier_ = 0.0;
    double largest_ = 1.0;
    bool has_current_ = false;
    bool started_ = false;
    bool last_was_digits_ = false;
};

/// Takes "zweitausendfünfhundert" apart; the parts' concepts, or none where anything is left over.
/// The work is bounded by the length of the longest numeral; longer words are no numbers.
bool take_apart(const Lexicon& lexicon, std::string_view rest, int depth,
                std::vector<const Concept*>& parts) {
    if (rest.empty()) {
        return !parts.empty();
    }
    if (depth > 8) {
        return false;
    }
    for (const auto& [word, index] : lexicon.number_words) {
        if (rest.starts_with(word)) {
            parts.push_back(&lexicon.concepts[index]);
            if (take_apart(lexicon, rest.substr(word.size()), depth + 1, parts)) {
                return true;
            }
            parts.pop_back();
        }
    }
    for (const std::string& link : lexicon.links) {
        if (!parts.empty() && rest.size() > link.size() && rest.starts_with(link) &&
            take_apart(lexicon, rest.substr(link.size()), depth + 1, parts)) {
            return true;
        }
    }
    return false;
}

constexpr std::size_t kLongestNumeral = 60; // bytes

bool add_compound(const Annotated& text, std::size_t i, Accumulator& sum) {
    const std::string_view word = text.tokens().word(i);
    if (!text.lexicon().compounds || word.size() > kLongestNumeral || word.size() < 4 ||
        text.tokens().list[i].kind != TokenKind::kWord || !sum.empty()) {
        return false;
    }
    std::vector<const Concept*> parts;
    if (!take_apart(text.lexicon(), word, 0, parts)) {
        return false;
    }
    for (const Concept* part : parts) {
        if (part->meaning == Meaning::kMultiplier) {
            sum.multiply(part->value);
        } else {
            sum.add(part->value, false, 1.0);
        }
    }
    return true;
}

/// Whether a letter stands right before the digits ("T-72", "B12", "№2"): then they name a thing.
bool is_name_of_thing(const Tokens& tokens, std::size_t i) {
    if (i == 0 || tokens.list[i].space_before) {
        return false;
    }
    if (tokens.is(i - 1, "-")) {
        return i >= 2 && !tokens.list[i - 1].space_before &&
               tokens.list[i - 2].kind == TokenKind::kWord;
    }
    return tokens.list[i - 1].kind == TokenKind::kWord || tokens.is(i - 1, "#");
}

struct Single {
    Accumulator sum;
    Quantity quantity;
};

std::size_t skip_number_glue(const Annotated& text, std::size_t i, std::size_t end) {
    if (i < end && text.tokens().is(i, "-") && text.at(i + 1, Meaning::kNumber)) {
        return i + 1; // "twenty-five"
    }
    if (const auto link = text.at(i, Meaning::kNumberAnd);
        link && (text.at(link->last, Meaning::kNumber))) {
        return link->last;
    }
    return i;
}

/// One step of reading a number; the token after it, or i where nothing fits.
std::size_t take_step(const Annotated& text, std::size_t i, std::size_t end, Single& out) {
    Accumulator& sum = out.sum;
    if (is_digits(text.tokens(), i, end)) {
        const auto literal = read_literal(text, i, end);
        if (!literal || !sum.can_add(literal->value, true)) {
            return i;
        }
        sum.add(literal->value, true, literal->step);
        out.quantity.others = literal->others;
        const auto vulgar = text.at(literal->last, Meaning::kNumber); // "1½"
        if (vulgar && vulgar->last <= end && vulgar->what->value < 1.0 &&
            text.tokens().list[literal->last].kind == TokenKind::kMark) {
            sum.add(vulgar->what->value, true, 0.25);
            return vulgar->last;
        }
        return literal->last;
    }
    if (const auto word = text.at(i, Meaning::kNumber); word && word->last <= end) {
        if (!sum.can_add(word->what->value, false)) {
            return i;
        }
        sum.add(word->what->value, false, 1.0);
        return word->last;
    }
    if (const auto half = text.at(i, Meaning::kHalfMore);
        half && !sum.empty() && half->last <= end) {
        sum.add(0.5, false, 0.1);
        return half->last;
    }
    if (const auto word = text.at(i, Meaning::kMultiplier); word && word->last <= end) {
        if (!sum.can_multiply(word->what->value)) {
            return i;
        }
        sum.multiply(word->what->value);
        std::size_t next = word->last;
        if (text.tokens().is(next, ".") && next < end && !text.tokens().list[next].space_before &&
            text.ending_at(next, Meaning::kAbbreviation)) {
            ++next;
        }
        return next;
    }
    return add_compound(text, i, sum) ? i + 1 : i;
}

/// Only a number that ends in zeros is round, and its last non-zero digit is its step.
void find_step(Quantity& q, double written_step) {
    double step = written_step;
    if (written_step >= 1.0 && q.value >= 10.0) {
        while (step < q.value && std::fmod(q.value, step * 10.0) == 0.0) {
            step *= 10.0;
        }
    }
    q.round = step >= 10.0;
    q.step = step;
}

/// "3.800 mila": thousands written twice. Nobody states 3.8 million where 3,800 is meant, so the
/// smaller comes first.
void resolve_double_thousand(Quantity& q, double literal, double multiplier) {
    if (multiplier < 1000.0 || literal < 1000.0) {
        return;
    }
    q.others.insert(q.others.begin(), {q.value, "both the digits and the word for thousand"});
    q.value = literal;
    q.warnings.emplace_back(
        "thousands are written twice, in the digits and as a word; the digits are taken");
}

std::optional<Single> read_single(const Annotated& text, std::size_t i, std::size_t end) {
    Single out;
    out.quantity.first = i;
    if (is_digits(text.tokens(), i, end) && is_name_of_thing(text.tokens(), i)) {
        return std::nullopt;
    }
    double literal = 0.0;
    std::size_t at = i;
    while (at < end) {
        const std::size_t from = at == i ? at : skip_number_glue(text, at, end);
        const std::size_t next = take_step(text, from, end, out);
        if (next == from) {
            break;
        }
        literal = at == i ? out.sum.value() : literal;
        at = next;
    }
    if (out.sum.empty() || at == i) {
        return std::nullopt;
    }
    Quantity& q = out.quantity;
    q.last = at;
    q.value = out.sum.value();
    q.largest_multiplier = out.sum.largest_multiplier();
    for (Quantity::Other& other : q.others) {
        other.value *= q.largest_multiplier;
    }
    resolve_double_thousand(q, literal, q.largest_multiplier);
    find_step(q, std::min(out.sum.step(), q.value));
    q.low = q.high = q.value;
    return std::isfinite(q.value) ? std::optional(out) : std::nullopt;
}

std::optional<Quantity> read_vague(const Annotated& text, std::size_t i, std::size_t end) {
    const auto found = text.at(i, Meaning::kVague);
    if (!found || found->last > end) {
        return std::nullopt;
    }
    Quantity q;
    q.first = i;
    q.last = found->last;
    q.low = found->what->value;
    q.high = found->what->value2;
    q.value = std::sqrt(q.low * q.high);
    q.vague = q.round = true;
    q.step = q.low;
    q.warnings.emplace_back("the text names only a size of number; the figure is its middle");
    return q;
}

/// Where the second number of a range would begin, or i.
std::size_t range_connector(const Annotated& text, std::size_t i, std::size_t end, bool between) {
    if (i + 1 >= end) {
        return i;
    }
    if (text.tokens().is(i, "-")) {
        return i + 1;
    }
    const auto to = text.at(i, between ? Meaning::kRangeAnd : Meaning::kRange);
    return to ? to->last : i;
}

/// Makes q the range up to the second number: "500 to 700", "2 to 3 thousand".
void widen(Quantity& q, const Quantity& upper) {
    double low = q.value;
    if (upper.largest_multiplier > 1.0 && q.largest_multiplier == 1.0 &&
        low < upper.largest_multiplier && low * upper.largest_multiplier <= upper.value) {
        low *= upper.largest_multiplier;
    }
    if (low >= upper.value) {
        return;
    }
    q.low = low;
    q.high = upper.value;
    q.value = (q.low + q.high) / 2.0;
    q.range = true;
    q.last = upper.last;
    q.others.clear();
}

} // namespace

std::size_t skip_digits(const Annotated& text, std::size_t i, std::size_t end) {
    return is_digits(text.tokens(), i, end) ? take_pieces(text.tokens(), i, end).last : i;
}

std::optional<Quantity> read_quantity(const Annotated& text, std::size_t i, std::size_t end) {
    if (auto vague = read_vague(text, i, end)) {
        return vague;
    }
    auto single = read_single(text, i, end);
    if (!single) {
        return std::nullopt;
    }
    Quantity q = single->quantity;
    const bool between = text.ending_at(i, Meaning::kBetween).has_value();
    const std::size_t next = range_connector(text, q.last, end, between);
    if (next != q.last) {
        if (const auto upper = read_single(text, next, end)) {
            widen(q, upper->quantity);
        }
    }
    return q;
}

} // namespace engine
