// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace areaclaim {

/// Values one after the other, as the index of an archive has them: numbers as the machine has
/// them, texts behind their length. The file never leaves the machine.
class IndexWriter {
  public:
    template<class Number>
    requires std::is_arithmetic_v<Number>
    void add(Number value) { add_raw(&value, sizeof value); }
    template<std::size_t n>
    void add(const std::array<std::uint8_t, n>& bytes) {
        add_raw(bytes.data(), n);
    }
    void add(std::string_view text) {
        add(static_cast<std::uint32_t>(text.size()));
        add_raw(text.data(), text.size());
    }
    void add(const std::optional<engine::Date>& date) {
        add(static_cast<std::uint8_t>(date.has_value()));
        add(date ? static_cast<std::int32_t>(date->days().time_since_epoch().count())
                 : std::int32_t{0});
    }
    void add(const std::optional<std::size_t>& number) {
        add(static_cast<std::uint8_t>(number.has_value()));
        add(static_cast<std::uint64_t>(number.value_or(0)));
    }

    const std::string& bytes() const { return bytes_; }

  private:
    void add_raw(const void* from, std::size_t size) {
        bytes_.append(static_cast<const char*>(from), size);
    }
    std::string bytes_;
};

/// Reads what an IndexWriter wrote, from bytes of which nothing is known: what would lie beyond
/// their end is zero or empty, and `ok` is false from then on.
class IndexReader {
  public:
    explicit IndexReader(std::string_view bytes) : left_(bytes) {}

    bool ok() const { return ok_; }
    std::size_t left() const { return left_.size(); }

    template<class Number>
    requires std::is_arithmetic_v<Number> Number number() {
        Number value{};
        const std::string_view raw = take(sizeof value);
        if (!raw.empty()) {
            std::memcpy(&value, raw.data(), sizeof value);
        }
        return value;
    }
    template<std::size_t n>
    std::array<std::uint8_t, n> array() {
        std::array<std::uint8_t, n> bytes{};
        const std::string_view raw = take(n);
        if (!raw.empty()) {
            std::memcpy(bytes.data(), raw.data(), n);
        }
        return bytes;
    }
    std::string_view text() { return take(number<std::uint32_t>()); }
    std::optional<engine::Date> date() {
        constexpr std::int32_t kMostDays = 5'000'000; // more than any calendar year of four digits
        const bool has = number<std::uint8_t>() != 0;
        const auto days = number<std::int32_t>();
        ok_ = ok_ && days > -kMostDays && days < kMostDays;
        return has && ok_
                   ? std::optional(engine::Date(std::chrono::sys_days(std::chrono::days(days))))
                   : std::nullopt;
    }
    std::optional<std::size_t> optional_number() {
        const bool has = number<std::uint8_t>() != 0;
        const auto value = number<std::uint64_t>();
        return has ? std::optional(static_cast<std::size_t>(value)) : std::nullopt;
    }
    /// A number of things that follow, each of at least `least` bytes.
    std::size_t count(std::size_t least) {
        const std::size_t n = number<std::uint32_t>();
        ok_ = ok_ && n <= left_.size() / least;
        return ok_ ? n : 0;
    }

  private:
    std::string_view take(std::size_t size) {
        if (!ok_ || size > left_.size()) {
            ok_ = false;
            return {};
        }
        const std::string_view taken = left_.substr(0, size);
        left_.remove_prefix(size);
        return taken;
    }

    std::string_view left_;
    bool ok_ = true;
};

} // namespace areaclaim
