// SPDX-License-Identifier: MIT
#include "engine/claims/find/digits.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace engine {
namespace {

/// The pieces of "1.234,5": runs of digits and the signs between them.
struct Pieces {
    std::vector<std::string> digits;
    std::vector<char> signs; ///< '.', ',', '\'' or ' '
    std::size_t last = 0;
};

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

/// The full stop or the comma taken for what it less likely is.
OtherValue other_value(double value, char sign, bool decimal) {
    const std::string code = sign == '.' ? "full_stop" : "comma";
    return {value, code + (decimal ? "_decimal" : "_groups")};
}

/// One sign between two runs: decimals or thousands, by the shape and then by the language.
std::optional<DigitNumber> read_two(const Pieces& pieces, const Lexicon& lexicon, bool certain) {
    const char sign = pieces.signs[0];
    const bool may_group = groups_fit(pieces, 2);
    DigitNumber out;
    out.last = pieces.last;
    const double grouped = to_number(joined(pieces.digits, 2), "");
    const double decimal = to_number(pieces.digits[0], pieces.digits[1]);
    if (sign == ' ' || sign == '\'') {
        out.value = grouped;
        return may_group ? std::optional(out) : std::nullopt;
    }
    const std::string text(1, sign);
    const bool locale_decimal = lexicon.decimal == text;
    const bool locale_groups =
        std::find(lexicon.group.begin(), lexicon.group.end(), text) != lexicon.group.end();
    if (!may_group || (certain && locale_decimal && !locale_groups)) {
        out.value = decimal;
        out.step = decimal_step(pieces.digits[1]);
        if (may_group) {
            out.others.push_back(other_value(grouped, sign, false));
        }
        return out;
    }
    out.value = grouped;
    if (!locale_groups) {
        out.others.push_back(other_value(decimal, sign, true));
        // Nobody writes three zeros behind a decimal sign; any other three digits may be decimals.
        out.others.back().open = !certain && pieces.digits[1] != "000";
    }
    return out;
}

/// "1,234.5", "1 234 567": every sign but the last groups; the last may begin the decimals.
std::optional<DigitNumber> read_many(const Pieces& pieces) {
    const std::size_t n = pieces.digits.size();
    const char last_sign = pieces.signs.back();
    const bool same_before = std::all_of(pieces.signs.begin(), pieces.signs.end() - 1,
                                         [&](char c) { return c == pieces.signs.front(); });
    if (!same_before) {
        return std::nullopt;
    }
    DigitNumber out;
    out.last = pieces.last;
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

} // namespace

bool is_digits(const Tokens& tokens, std::size_t i, std::size_t end) {
    return i < end && tokens.list[i].kind == TokenKind::kDigits;
}

int short_number(const Tokens& tokens, std::size_t i, std::size_t end, std::size_t most) {
    const bool fits = is_digits(tokens, i, end) && tokens.word(i).size() <= most;
    return fits ? std::stoi(std::string(tokens.word(i))) : -1;
}

std::optional<DigitNumber> read_digits(const Annotated& text, std::size_t i, std::size_t end) {
    const Tokens& tokens = text.tokens();
    const Pieces pieces = take_pieces(tokens, i, end);
    if (pieces.digits.front().size() > 15 || pieces.digits.size() > 6) {
        return std::nullopt;
    }
    if (pieces.digits.size() == 1) {
        DigitNumber out;
        out.last = pieces.last;
        out.value = to_number(pieces.digits[0], "");
        return out;
    }
    return pieces.digits.size() == 2 ? read_two(pieces, text.lexicon(), text.language_is_certain())
                                     : read_many(pieces);
}

std::size_t skip_digits(const Annotated& text, std::size_t i, std::size_t end) {
    return is_digits(text.tokens(), i, end) ? take_pieces(text.tokens(), i, end).last : i;
}

} // namespace engine
