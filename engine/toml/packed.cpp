// SPDX-License-Identifier: MIT
#include "engine/toml/packed.hpp"

#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

namespace engine {
namespace {

class Packer {
  public:
    void table(const toml::table& table) {
        size(table.size());
        for (const auto& [key, value] : table) {
            text(key.str());
            node(value);
        }
    }
    std::string take() { return std::move(bytes_); }

  private:
    template<typename T>
    void raw(const T& value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void size(std::size_t count) {
        if (count > std::numeric_limits<std::uint32_t>::max()) {
            throw std::invalid_argument("too long to be packed");
        }
        raw(static_cast<std::uint32_t>(count));
    }
    void text(std::string_view text) {
        size(text.size());
        bytes_ += text;
    }
    void node(const toml::node& node) {
        if (const auto* table = node.as_table()) {
            bytes_ += 't';
            this->table(*table);
        } else if (const auto* array = node.as_array()) {
            bytes_ += 'a';
            size(array->size());
            for (const toml::node& each : *array) {
                this->node(each);
            }
        } else {
            value(node);
        }
    }
    void value(const toml::node& node) {
        if (const auto* string = node.as_string()) {
            bytes_ += 's';
            text(string->get());
        } else if (const auto* integer = node.as_integer()) {
            bytes_ += 'i';
            raw(integer->get());
        } else if (const auto* number = node.as_floating_point()) {
            bytes_ += 'f';
            raw(number->get());
        } else if (const auto* flag = node.as_boolean()) {
            bytes_ += flag->get() ? 'y' : 'n';
        } else if (const auto* date = node.as_date()) {
            bytes_ += 'd';
            raw(date->get());
        } else {
            throw std::invalid_argument("a time of day cannot be packed");
        }
    }

    std::string bytes_;
};

class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    toml::table table() {
        toml::table found;
        for (auto left = raw<std::uint32_t>(); left > 0; --left) {
            const std::string_view key = text();
            // Keys come in their order: each belongs at the end.
            node([&](auto&& value) {
                found.emplace_hint<std::decay_t<decltype(value)>>(
                    found.cend(), key, std::forward<decltype(value)>(value));
            });
        }
        return found;
    }

    std::vector<PackedText> texts() {
        std::vector<PackedText> found;
        for (auto tables = raw<std::uint32_t>(); tables > 0; --tables) {
            const std::string_view name = text();
            expect('t');
            for (auto keys = raw<std::uint32_t>(); keys > 0; --keys) {
                const std::string_view key = text();
                const bool is_array = bytes_.starts_with('a');
                expect(is_array ? 'a' : 's');
                for (auto left = is_array ? raw<std::uint32_t>() : 1U; left > 0; --left) {
                    if (is_array) {
                        expect('s');
                    }
                    found.push_back({name, key, text()});
                }
            }
        }
        return found;
    }

  private:
    void expect(char type) {
        if (raw<char>() != type) {
            throw std::invalid_argument("a document of more than texts");
        }
    }
    template<typename T>
    T raw() {
        T value;
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }
    std::string_view text() {
        const auto size = raw<std::uint32_t>();
        const std::string_view found = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return found;
    }
    toml::array array() {
        toml::array found;
        const auto size = raw<std::uint32_t>();
        found.reserve(size);
        for (std::uint32_t i = 0; i < size; ++i) {
            node([&](auto&& value) { found.push_back(std::forward<decltype(value)>(value)); });
        }
        return found;
    }
    /// Hands the next value on.
    template<typename Take>
    void node(const Take& take) {
        switch (raw<char>()) {
        case 't':
            return take(table());
        case 'a':
            return take(array());
        case 's':
            return take(std::string(text()));
        case 'i':
            return take(raw<std::int64_t>());
        case 'f':
            return take(raw<double>());
        case 'y':
            return take(true);
        case 'n':
            return take(false);
        case 'd':
            return take(raw<toml::date>());
        default:
            throw std::logic_error("these bytes are no packed table");
        }
    }

    std::string_view bytes_;
};

} // namespace

std::string pack(const toml::table& table) {
    Packer packer;
    packer.table(table);
    return packer.take();
}

std::vector<PackedText> packed_texts(std::string_view packed) {
    return Unpacker(packed).texts();
}

toml::table unpack(std::string_view packed) {
    return Unpacker(packed).table();
}

} // namespace engine
