// SPDX-License-Identifier: MIT
#include "engine/claims/text/token.hpp"

#include "engine/claims/utf8.hpp"

namespace engine {
namespace {

bool is_digit(char32_t code) {
    return code >= '0' && code <= '9';
}

/// White space of Unicode, and what stands invisibly inside words of web pages.
bool is_space(char32_t code) {
    return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/// Soft hyphen, zero-width characters, byte-order mark: they part nothing and mean nothing.
bool is_ignorable(char32_t code) {
    return code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF;
}

/// Dashes and quotes have many forms; the lexicons know one of each.
char32_t plain_mark(char32_t code) {
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) {
        return '-';
    }
    if (code == 0x2019 || code == 0x2018 || code == 0x2BC || code == 0x60 || code == 0xB4) {
        return '\'';
    }
    if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0xAB || code == 0xBB) {
        return '"';
    }
    return code;
}

class Cutter {
  public:
    Cutter(std::string_view text, std::size_t base) : text_(text), base_(base) {
        out_.list.reserve(text.size() / 5 + 4);
        out_.folded.reserve(text.size() + 8);
    }

    Tokens run() {
        while (at_ < text_.size()) {
            const Utf8Char c = decode_utf8(text_, at_);
            if (is_space(c.code)) {
                space_ = true;
                newline_ = newline_ || c.code == '\n';
                at_ += c.bytes;
            } else if (is_ignorable(c.code)) {
                at_ += c.bytes;
            } else {
                cut(c);
            }
        }
        return std::move(out_);
    }

  private:
    void cut(Utf8Char first) {
        Token token;
        token.begin = base_ + at_;
        token.folded_begin = out_.folded.size();
        token.space_before = space_;
        token.newline_before = newline_;
        space_ = newline_ = false;
        if (is_letter(first.code)) {
            token.kind = TokenKind::kWord;
            token.capital = is_capital(first.code);
            const std::size_t second = at_ + first.bytes;
            token.initials = token.capital && second < text_.size() &&
                             is_capital(decode_utf8(text_, second).code);
            take_while([](char32_t code) { return is_letter(code) || is_digit(code); });
        } else if (is_digit(first.code)) {
            token.kind = TokenKind::kDigits;
            take_while(is_digit);
        } else {
            append_utf8(out_.folded, plain_mark(first.code));
            at_ += first.bytes;
        }
        token.end = base_ + at_;
        token.folded_end = out_.folded.size();
        out_.list.push_back(token);
    }

    template<typename Belongs>
    void take_while(Belongs belongs) {
        while (at_ < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte < 0x80) {
                if (!belongs(byte)) {
                    return;
                }
                out_.folded.push_back(static_cast<char>(fold(byte)));
                ++at_;
                continue;
            }
            const Utf8Char c = decode_utf8(text_, at_);
            if (belongs(c.code)) {
                append_utf8(out_.folded, fold(c.code));
            } else if (!is_ignorable(c.code)) {
                return;
            }
            at_ += c.bytes;
        }
    }

    std::string_view text_;
    std::size_t base_;
    std::size_t at_ = 0;
    bool space_ = false;
    bool newline_ = false;
    Tokens out_;
};

} // namespace

Tokens tokenize(std::string_view text, std::size_t base) {
    return Cutter(text, base).run();
}

} // namespace engine
