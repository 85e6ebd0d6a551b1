// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// The rooms of the house, read from tests/layers/rooms.txt, which says what its lines mean.
class Rooms {
  public:
    /// Throws std::runtime_error, with the line, for a line that is not understood.
    static Rooms read(std::string_view text);

    /// The room that a file belongs to: the longest entry that its path starts with.
    std::optional<std::size_t> room_of(std::string_view path) const;
    const std::string& name(std::size_t room) const { return order_[room]; }

    /// Whether a file of room `from` may include one of room `to`.
    bool allows(std::size_t from, std::size_t to) const { return to <= from; }
    /// Whether the list has the two as a circle that is still to be opened. Remembers the use.
    bool knows_circle(std::size_t from, std::size_t to);
    /// Circles of the list that nothing has asked for.
    std::vector<std::string> unused_circles() const;

  private:
    struct Circle {
        std::size_t from, to;
        bool used = false;
    };
    std::size_t number_of(std::string_view name) const;

    std::vector<std::string> order_;
    std::vector<Circle> circles_;
};

} // namespace layers
