// SPDX-License-Identifier: MIT
#include "shapes/io/database_address.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace shapes::io {
namespace {

constexpr std::string_view kScheme = "PG:";
constexpr std::string_view kHidden = "…";

/// What is shown of an address, and what is not.
struct Parted {
    std::string shown;
    std::vector<std::string> secrets;
};

/// Keywords of libpq and of GDAL's driver that hold no secret.
bool is_open_word(std::string_view word) {
    constexpr std::array<std::string_view, 9> kOpen{"host",    "hostaddr",      "port",
                                                    "dbname",  "user",          "tables",
                                                    "schemas", "active_schema", "sslmode"};
    return std::ranges::find(kOpen, word) != kOpen.end();
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

std::optional<Parted> part_words(std::string_view text) {
    Parted parted;
    parted.shown = kScheme;
    Words words(text);
    while (!words.at_end()) {
        const auto word = words.next();
        if (!word) {
            return std::nullopt;
        }
        const bool open = is_open_word(word->key);
        parted.shown += parted.shown.ends_with(':') ? "" : " ";
        parted.shown += std::string(word->key) + "=";
        parted.shown += open ? word->value : kHidden;
        if (!open) {
            parted.secrets.emplace_back(unquoted(word->value));
        }
    }
    return parted;
}

/// "postgresql://user:password@host:port/dbname?…" (34.1.1.2).
Parted part_uri(std::string_view uri) {
    Parted parted;
    const std::size_t authority = uri.find("://") + 3;
    const std::size_t query = std::min(uri.find('?', authority), uri.size());
    const std::size_t path = std::min(uri.find('/', authority), query);
    const std::string_view who = uri.substr(authority, path - authority);
    const std::size_t at = who.rfind('@');
    parted.shown = std::string(kScheme) + std::string(uri.substr(0, authority));
    if (at != std::string_view::npos) {
        const std::string_view user = who.substr(0, at);
        const std::size_t colon = user.find(':');
        parted.shown += user.substr(0, colon);
        if (colon != std::string_view::npos) {
            parted.shown += ":" + std::string(kHidden);
            parted.secrets.emplace_back(user.substr(colon + 1));
        }
        parted.shown += "@";
    }
    parted.shown += who.substr(at == std::string_view::npos ? 0 : at + 1);
    parted.shown += uri.substr(path, query - path);
    if (query < uri.size()) {
        parted.shown += "?" + std::string(kHidden);
        parted.secrets.emplace_back(uri.substr(query + 1));
    }
    return parted;
}

Parted part(const std::string& address) {
    std::string_view rest(address);
    rest.remove_prefix(kScheme.size());
    if (rest.starts_with("postgresql://") || rest.starts_with("postgres://")) {
        return part_uri(rest);
    }
    if (auto parted = part_words(rest)) {
        return *parted;
    }
    return {std::string(kScheme) + std::string(kHidden), {std::string(rest)}};
}

struct Known {
    std::string address;
    std::vector<std::string> secrets;
};

struct Register {
    std::mutex mutex;
    std::map<std::string, Known> by_shown;
};

Register& known() {
    static Register instance;
    return instance;
}

} // namespace

bool is_database_address(std::string_view path) {
    return path.starts_with(kScheme);
}

std::string without_secrets(const std::string& path) {
    if (!is_database_address(path)) {
        return path;
    }
    Register& all = known();
    const std::lock_guard lock(all.mutex);
    if (all.by_shown.contains(path)) {
        return path; // it came from here
    }
    Parted parted = part(path);
    all.by_shown.insert_or_assign(parted.shown, Known{path, std::move(parted.secrets)});
    return parted.shown;
}

std::string address_of(const std::string& shown) {
    Register& all = known();
    const std::lock_guard lock(all.mutex);
    const auto found = all.by_shown.find(shown);
    return found != all.by_shown.end() ? found->second.address : shown;
}

std::string without_secrets_of(const std::string& shown, std::string message) {
    Register& all = known();
    const std::lock_guard lock(all.mutex);
    const auto found = all.by_shown.find(shown);
    if (found == all.by_shown.end()) {
        return message;
    }
    std::vector<std::string> hidden = found->second.secrets;
    hidden.push_back(found->second.address);
    for (const std::string& secret : hidden) {
        for (std::size_t at = 0;
             !secret.empty() && (at = message.find(secret, at)) != std::string::npos;
             at += kHidden.size()) {
            message.replace(at, secret.size(), kHidden);
        }
    }
    return message;
}

} // namespace shapes::io
