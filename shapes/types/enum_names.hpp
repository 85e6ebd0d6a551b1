// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace shapes {

/// The names of an enumeration whose values are 0, 1, 2, …: one table that maps both ways.
template<class Enum, std::size_t N>
struct EnumNames {
    std::array<const char*, N> names; ///< in the order of the values

    /// The name of a value, or "unknown" for a value outside the table.
    constexpr const char* of(Enum value) const {
        const auto i = static_cast<std::size_t>(value);
        return i < N ? names[i] : "unknown";
    }
    /// The value of a name, or nullopt for a name that is not in the table.
    constexpr std::optional<Enum> find(std::string_view name) const {
        for (std::size_t i = 0; i < N; ++i) {
            if (name == names[i]) {
                return static_cast<Enum>(i);
            }
        }
        return std::nullopt;
    }
};

/// Builds a table. It does not compile unless there is one name for each value up to `last`.
template<class Enum, Enum last, class... Names>
constexpr auto enum_names(Names... names) {
    static_assert(sizeof...(Names) == static_cast<std::size_t>(last) + 1,
                  "one name for each value, in their order");
    return EnumNames<Enum, sizeof...(Names)>{{names...}};
}

} // namespace shapes
