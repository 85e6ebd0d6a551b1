// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// A calendar day (ISO 8601, proleptic Gregorian). Maps and claims are dated by day; hours are a
/// convention of the source and stand in its profile.
class Date {
  public:
    constexpr Date() = default;
    explicit constexpr Date(std::chrono::sys_days day) : day_(day) {}

    /// A day that exists; nullopt for 31 February.
    static std::optional<Date> from_ymd(int year, unsigned month, unsigned day);
    /// "2022-09-08" and nothing else.
    static std::optional<Date> parse_iso(std::string_view text);

    std::string iso() const;
    constexpr std::chrono::sys_days days() const { return day_; }

    constexpr Date plus_days(int n) const { return Date(day_ + std::chrono::days(n)); }
    friend constexpr int operator-(Date a, Date b) {
        return static_cast<int>((a.day_ - b.day_).count());
    }
    friend constexpr auto operator<=>(Date, Date) = default;

  private:
    std::chrono::sys_days day_{};
};

} // namespace engine
