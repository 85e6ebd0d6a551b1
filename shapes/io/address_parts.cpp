// SPDX-License-Identifier: MIT
#include "shapes/io/address_parts.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <vector>

namespace shapes::io {
namespace {

constexpr std::string_view kScheme = "PG:";

Parted not_understood() {
    return {std::string(kScheme) + std::string(kHidden), {}, false};
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool is_port_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters, digits and bytes beyond ASCII, and what names are joined with.
bool is_name_character(char c) {
    const char small = lower(c);
    return (small >= 'a' && small <= 'z') || is_port_digit(c) ||
           static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_-.,/()~ ").find(c) != std::string_view::npos;
}

/// Words of libpq and of GDAL's driver that hold no secret, and the marks that their values may
/// have besides those of names. A value with any other may have been meant otherwise.
struct OpenWord {
    std::string_view name;
    std::string_view marks;
};

bool is_open(std::string_view name, std::string_view value) {
    constexpr std::array<OpenWord, 9> kOpen{{{"host", ":[]"},
                                             {"hostaddr", ":[]"},
                                             {"port", ""},
                                             {"dbname", ""},
                                             {"user", "@"},
                                             {"tables", ""},
                                             {"schemas", ""},
                                             {"active_schema", ""},
                                             {"sslmode", ""}}};
    const auto* const word = std::ranges::find(kOpen, name, &OpenWord::name);
    if (word == kOpen.end()) {
        return false;
    }
    return std::ranges::all_of(value, [&](char c) {
        return name == "port" ? is_port_digit(c) || c == ','
                              : is_name_character(c) || word->marks.find(c) != std::string::npos;
    });
}

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// "word = value" and "word='a value'" of libpq's connection strings (PostgreSQL documentation,
/// 34.1.1.1), from the left.
class Words {
  public:
    explicit Words(std::string_view text) : rest_(text) {}

    struct Word {
        std::string_view key;
        std::string_view value; ///< as written, quotes included
    };
    bool at_end() {
        skip_blanks();
        return rest_.empty();
    }
    /// nullopt where the text is no such list.
    std::optional<Word> next() {
        const std::size_t equals = rest_.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        std::string_view key = rest_.substr(0, equals);
        while (!key.empty() && is_blank(key.back())) {
            key.remove_suffix(1);
        }
        if (key.empty() || std::ranges::any_of(key, is_blank)) {
            return std::nullopt;
        }
        rest_.remove_prefix(equals + 1);
        skip_blanks();
        const auto length = value_length();
        if (!length) {
            return std::nullopt;
        }
        const std::string_view value = rest_.substr(0, *length);
        rest_.remove_prefix(*length);
        return Word{key, value};
    }

  private:
    void skip_blanks() {
        while (!rest_.empty() && is_blank(rest_.front())) {
            rest_.remove_prefix(1);
        }
    }
    /// Up to the closing quote, or to a blank; a backslash takes the next character with it.
    std::optional<std::size_t> value_length() const {
        const bool quoted = rest_.starts_with('\'');
        for (std::size_t i = quoted ? 1 : 0; i < rest_.size(); ++i) {
            if (rest_[i] == '\\') {
                ++i;
            } else if (quoted && rest_[i] == '\'') {
                return i + 1;
            } else if (!quoted && is_blank(rest_[i])) {
                return i;
            }
        }
        return quoted ? std::nullopt : std::optional(rest_.size());
    }

    std::string_view rest_;
};

std::string_view unquoted(std::string_view value) {
    return value.size() >= 2 && value.starts_with('\'') ? value.substr(1, value.size() - 2) : value;
}

/// A value without the backslashes that take the next character as it stands.
std::string unescaped(std::string_view value) {
    std::string result;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            ++i;
        }
        result += value[i];
    }
    return result;
}

Parted part_words(std::string_view text) {
    Parted parted;
    parted.shown = kScheme;
    Words words(text);
    while (!words.at_end()) {
        const auto word = words.next();
        if (!word) {
            return not_understood();
        }
        const std::string_view value = unquoted(word->value);
        const bool open = is_open(word->key, value);
        parted.shown += parted.shown.ends_with(':') ? "" : " ";
        parted.shown += std::string(word->key) + "=";
        parted.shown += open ? word->value : kHidden;
        if (!open) {
            parted.secrets.emplace_back(value);
            parted.secrets.push_back(unescaped(value));
        }
    }
    return parted;
}

/// A part of a URI without "%41" for "A".
std::string percent_decoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto high = i + 2 < text.size() ? kDigits.find(lower(text[i + 1])) : kDigits.npos;
        const auto low = i + 2 < text.size() ? kDigits.find(lower(text[i + 2])) : kDigits.npos;
        const bool coded = text[i] == '%' && high != kDigits.npos && low != kDigits.npos;
        result += coded ? static_cast<char>(high * kDigits.size() + low) : text[i];
        i += coded ? std::size_t{2} : 0;
    }
    return result;
}

/// "db", "db:5432", "[::1]:5432,db2": nothing that could be the end of a password.
bool are_hosts(std::string_view hosts) {
    while (!hosts.empty()) {
        const std::string_view host = hosts.substr(0, hosts.find(','));
        hosts.remove_prefix(std::min(host.size() + 1, hosts.size()));
        const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;
        if (bracket == std::string_view::npos) {
            return false;
        }
        const std::size_t colon = host.find(':', bracket);
        const std::string_view port = colon == std::string_view::npos ? "" : host.substr(colon + 1);
        if (!std::ranges::all_of(port, is_port_digit) ||
            !std::ranges::all_of(host.substr(bracket, colon - bracket), [](char c) {
                return is_name_character(c) || c == ']' || c == '%';
            })) {
            return false;
        }
    }
    return true;
}

/// "postgresql://user:password@host:port/dbname?…" (34.1.1.2).
Parted part_uri(std::string_view uri) {
    Parted parted;
    const auto hide = [&](std::string_view secret) {
        parted.shown += kHidden;
        parted.secrets.emplace_back(secret);
        parted.secrets.push_back(percent_decoded(secret));
    };
    const std::size_t authority = uri.find("://") + 3;
    const std::size_t query = std::min(uri.find('?', authority), uri.size());
    const std::size_t path = std::min(uri.find('/', authority), query);
    const std::string_view who = uri.substr(authority, path - authority);
    const std::string_view database = uri.substr(path, query - path);
    const std::size_t at = who.find('@'); // as libpq reads it
    const std::string_view hosts = at == std::string_view::npos ? who : who.substr(at + 1);
    const bool is_plain =
        are_hosts(hosts) &&
        std::ranges::all_of(database, [](char c) { return is_name_character(c) || c == '%'; }) &&
        uri.find('@', query) == std::string_view::npos;
    if (!is_plain) {
        return not_understood();
    }
    parted.shown = std::string(kScheme) + std::string(uri.substr(0, authority));
    if (at != std::string_view::npos) {
        const std::string_view user = who.substr(0, at);
        const std::size_t colon = user.find(':');
        parted.shown += user.substr(0, colon);
        if (colon != std::string_view::npos) {
            parted.shown += ":";
            hide(user.substr(colon + 1));
        }
        parted.shown += "@";
    }
    parted.shown += std::string(hosts) + std::string(database);
    if (query < uri.size()) {
        parted.shown += "?";
        hide(uri.substr(query + 1));
        for (std::size_t from = query + 1; from < uri.size();) {
            const std::size_t end = std::min(uri.find('&', from), uri.size());
            const std::size_t equals = std::min(uri.find('=', from), end);
            const std::string_view value = uri.substr(std::min(equals + 1, end), end - equals);
            parted.secrets.emplace_back(value);
            parted.secrets.push_back(percent_decoded(value));
            from = end + 1;
        }
    }
    return parted;
}

bool is_uri(std::string_view text) {
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

std::string_view without_blanks_before(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

/// A URL's user, password and query, which may hold keys.
std::string without_secrets_of_url(const std::string& text, std::size_t scheme) {
    const std::size_t authority = scheme + 3;
    const std::size_t query = std::min(text.find('?', authority), text.size());
    const std::size_t path = std::min(text.find('/', authority), query);
    const std::size_t at = text.rfind('@', path);
    const bool has_user = at != std::string::npos && at > authority;
    return text.substr(0, authority) + (has_user ? std::string(kHidden) + "@" : "") +
           text.substr(has_user ? at + 1 : authority, query - (has_user ? at + 1 : authority)) +
           (query < text.size() ? "?" + std::string(kHidden) : "");
}

/// Where the value of a "password = …" begins that stands for itself, as in no file's name:
/// another program's address, or one that was quoted once too often.
std::size_t password_in(const std::string& text) {
    const std::string small = lowered(text);
    for (const std::string_view word : {"password", "passwd", "pwd"}) {
        for (std::size_t at = small.find(word); at != std::string::npos;
             at = small.find(word, at + 1)) {
            std::size_t equals = at + word.size();
            while (equals < small.size() && is_blank(small[equals])) {
                ++equals;
            }
            const bool stands_alone =
                at == 0 || is_blank(small[at - 1]) ||
                std::string_view(",;:'\"&?").find(small[at - 1]) != std::string_view::npos;
            if (stands_alone && equals < small.size() && small[equals] == '=') {
                return equals + 1;
            }
        }
    }
    return std::string::npos;
}

} // namespace

std::string address_as_opened(std::string_view path) {
    path = without_blanks_before(path);
    const std::string small = lowered(path.substr(0, std::string_view("postgresql://").size()));
    if (is_uri(small)) {
        const std::size_t scheme = path.find("://");
        return std::string(kScheme) + lowered(path.substr(0, scheme)) +
               std::string(path.substr(scheme));
    }
    return small.starts_with("pg:") ? std::string(kScheme) + std::string(path.substr(3)) : "";
}

Parted part_address(const std::string& address) {
    const std::string_view rest =
        without_blanks_before(std::string_view(address).substr(kScheme.size()));
    return is_uri(rest) ? part_uri(rest) : part_words(rest);
}

std::string other_without_secrets(const std::string& text) {
    std::error_code ignored;
    if (std::filesystem::exists(text, ignored)) {
        return text;
    }
    const std::size_t scheme = text.find("://");
    if (scheme != std::string::npos && std::ranges::none_of(text, is_blank)) {
        return without_secrets_of_url(text, scheme);
    }
    const std::size_t password = password_in(text);
    return password == std::string::npos ? text : text.substr(0, password) + std::string(kHidden);
}

} // namespace shapes::io
