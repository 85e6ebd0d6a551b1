// SPDX-License-Identifier: MIT
#include "shapes/io/json_fault.hpp"

#include "shapes/io/read_message.hpp"
#include "shapes/io/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <system_error>
#include <vector>

namespace shapes::io {
namespace {

struct Fault {
    std::size_t offset;
    std::string reason;
    std::string remedy;
};

constexpr const char* kMendRemedy = "mend the file there";
constexpr const char* kCutRemedy = "the file looks cut off: copy or download it again";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A pushdown automaton over the text: `open_` holds the brackets not yet closed.
class Checker {
  public:
    explicit Checker(std::string_view text) : text_(text) {}

    std::optional<Fault> run() {
        value();
        while (!fault_ && !open_.empty()) {
            after_value();
        }
        skip_space();
        if (!fault_ && at_ < text_.size()) {
            fail("there is more text after the end of the document",
                 "one JSON document a file (of newline-delimited GeoJSON, make a "
                 "FeatureCollection)");
        }
        return fault_;
    }

  private:
    void fail(std::string reason, std::string remedy = kMendRemedy) {
        if (!fault_) {
            fault_ = Fault{at_, std::move(reason), std::move(remedy)};
        }
    }
    void fail_at_end() {
        at_ = text_.size();
        fail(open_.empty()         ? "the text ends where a value is due"
             : open_.back() == '{' ? "the text ends in the middle of an object"
                                   : "the text ends in the middle of an array",
             kCutRemedy);
    }

    bool at_end() const { return at_ >= text_.size(); }
    char now() const { return text_[at_]; }

    void skip_space() {
        while (!at_end() && (now() == ' ' || now() == '\n' || now() == '\r' || now() == '\t')) {
            ++at_;
        }
    }

    /// A value up to its end, or, for a container that is not empty, up to its first member.
    void value() {
        skip_space();
        if (at_end()) {
            fail_at_end();
        } else if (now() == '{' || now() == '[') {
            open();
        } else if (now() == '"') {
            string();
        } else if (now() == '-' || is_digit(now())) {
            number();
        } else {
            word();
        }
    }

    void open() {
        if (open_.size() == kMaxJsonDepth) {
            fail("it is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels",
                 "no map needs that: check that it is one");
            return;
        }
        const char bracket = now();
        open_.push_back(bracket);
        ++at_;
        skip_space();
        if (at_end()) {
            fail_at_end();
        } else if (now() == closing(bracket)) {
            close();
        } else {
            member();
        }
    }

    static char closing(char bracket) { return bracket == '{' ? '}' : ']'; }

    void close() {
        ++at_;
        open_.pop_back();
    }

    /// `"key":` in an object; in an array nothing. The value itself is taken by the main loop, so
    /// that nesting costs no call depth.
    void member() {
        if (open_.back() == '{') {
            skip_space();
            if (at_end()) {
                fail_at_end();
                return;
            }
            if (now() != '"') {
                fail("a key in quotes is due");
                return;
            }
            string();
            skip_space();
            if (!fault_ && at_end()) {
                fail_at_end();
            } else if (!fault_ && now() != ':') {
                fail("':' is due");
            }
            ++at_;
        }
        value_due_ = true;
    }

    void after_value() {
        if (value_due_) {
            value_due_ = false;
            value();
            return;
        }
        skip_space();
        if (at_end()) {
            fail_at_end();
        } else if (now() == closing(open_.back())) {
            close();
        } else if (now() == ',') {
            ++at_;
            member();
        } else {
            fail(std::string("',' or '") + closing(open_.back()) + "' is due");
        }
    }

    void string() {
        ++at_;
        while (!at_end() && now() != '"') {
            const std::size_t length = utf8_length(text_.substr(at_));
            if (length == 0) {
                fail("the bytes are not UTF-8",
                     "convert the file, e.g. with iconv -f WINDOWS-1252 -t UTF-8");
                return;
            }
            if (static_cast<unsigned char>(now()) < 0x20) {
                fail("a control character stands in a text");
                return;
            }
            if (now() == '\\' && !escape()) {
                return;
            }
            at_ += length;
        }
        if (at_end()) {
            at_ = text_.size();
            fail("the text ends in the middle of a string", kCutRemedy);
            return;
        }
        ++at_;
    }

    /// At a backslash: moves to the last character of the escape.
    bool escape() {
        const std::string_view rest = text_.substr(at_ + 1);
        if (!rest.empty() && std::string_view("\"\\/bfnrt").find(rest[0]) != rest.npos) {
            ++at_;
            return true;
        }
        const auto unit = utf16_unit(rest);
        if (!unit) {
            fail("an escape is not one of JSON's");
            return false;
        }
        const bool high = *unit >= 0xd800 && *unit < 0xdc00;
        const bool low = *unit >= 0xdc00 && *unit < 0xe000;
        const std::string_view next = rest.substr(kUnitEscape);
        const auto second =
            high && next.starts_with('\\') ? utf16_unit(next.substr(1)) : std::nullopt;
        if (low || (high && !(second && *second >= 0xdc00 && *second < 0xe000))) {
            fail("an escape is one half of a character (a surrogate without the other)");
            return false;
        }
        at_ += high ? 2 * kUnitEscape + 1 : kUnitEscape;
        return true;
    }

    /// Behind a backslash: `u` and four hexadecimal digits.
    static constexpr std::size_t kUnitEscape = 5;
    static std::optional<unsigned> utf16_unit(std::string_view rest) {
        if (rest.size() < kUnitEscape || rest[0] != 'u') {
            return std::nullopt;
        }
        unsigned unit = 0;
        const char* const last = rest.data() + kUnitEscape;
        const auto [end, error] = std::from_chars(rest.data() + 1, last, unit, 16);
        return error == std::errc() && end == last ? std::optional(unit) : std::nullopt;
    }

    void number() {
        const std::size_t start = at_;
        bool integer = true;
        if (now() == '-') {
            ++at_;
        }
        const std::size_t first_digit = at_;
        digits();
        if (text_[first_digit] == '0' && at_ - first_digit > 1) {
            fail("a number begins with 0");
        }
        if (!at_end() && now() == '.') {
            integer = false;
            ++at_;
            digits();
        }
        if (!at_end() && (now() == 'e' || now() == 'E')) {
            integer = false;
            ++at_;
            if (!at_end() && (now() == '-' || now() == '+')) {
                ++at_;
            }
            digits();
        }
        if (!fault_) {
            check_range(text_.substr(start, at_ - start), integer, start);
        }
    }

    void digits() {
        if (at_end()) {
            at_ = text_.size();
            fail("the text ends in the middle of a number", kCutRemedy);
            return;
        }
        if (!is_digit(now())) {
            fail(text_.substr(at_).starts_with("Inf") ? "Infinity is not a number of JSON"
                                                      : "a digit is due");
            return;
        }
        while (!at_end() && is_digit(now())) {
            ++at_;
        }
    }

    void check_range(std::string_view digits, bool integer, std::size_t start) {
        const char* end = digits.data() + digits.size();
        // strtod, as from_chars does not tell an overflow from an underflow.
        const bool beyond = std::isinf(std::strtod(std::string(digits).c_str(), nullptr));
        std::int64_t whole = 0;
        std::uint64_t natural = 0;
        const bool beyond_64_bits = integer &&
                                    std::from_chars(digits.data(), end, whole).ec != std::errc() &&
                                    std::from_chars(digits.data(), end, natural).ec != std::errc();
        if (beyond || beyond_64_bits) {
            at_ = start;
            fail("the number " + quote(digits) + " is too large",
                 "if it is a label, put it in quotes");
        }
    }

    void word() {
        for (const std::string_view known : {"true", "false", "null"}) {
            const std::string_view rest = text_.substr(at_);
            if (rest.starts_with(known)) {
                at_ += known.size();
                return;
            }
            if (known.starts_with(rest)) {
                fail_at_end();
                return;
            }
        }
        std::size_t end = at_;
        while (end < text_.size() &&
               std::string_view(" \t\r\n,]}:").find(text_[end]) == std::string_view::npos) {
            ++end;
        }
        const std::string_view found = text_.substr(at_, end - at_);
        if (found == "NaN" || found == "nan" || found == "Infinity" || found == "inf") {
            fail(std::string(found) + " is not a number of JSON",
                 "write null, or remove the position");
        } else if (found.empty()) {
            fail(std::string("a value is due, not '") + now() + "'");
        } else {
            fail("a value is due, not " + quote(found));
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool value_due_ = false;
    std::vector<char> open_;
    std::optional<Fault> fault_;
};

} // namespace

std::optional<JsonFault> find_json_fault(std::string_view text) {
    const auto fault = Checker(text).run();
    if (!fault) {
        return std::nullopt;
    }
    const auto end =
        text.begin() + static_cast<std::ptrdiff_t>(std::min(fault->offset, text.size()));
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), end, '\n')) + 1;
    return JsonFault{fault->offset, lines, fault->reason, fault->remedy};
}

} // namespace shapes::io
