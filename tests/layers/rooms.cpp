// SPDX-License-Identifier: MIT
#include "tests/layers/rooms.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace layers {
namespace {

/// A path starts with a room's name where the name is a folder of it, or the file without its
/// extension (`engine/verify` has verify.hpp and verify.cpp).
bool belongs(std::string_view path, std::string_view room) {
    return path.starts_with(room) && path.size() > room.size() &&
           (path[room.size()] == '/' || path[room.size()] == '.');
}

} // namespace

Rooms Rooms::read(std::string_view text) {
    Rooms rooms;
    std::istringstream lines{std::string(text)};
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::vector<std::string> word;
        for (std::string w; words >> w;) {
            word.push_back(w);
        }
        if (word.size() == 1) {
            rooms.order_.push_back(word[0]);
        } else if (word.size() == 3 && word[0] == "known") {
            rooms.circles_.push_back({rooms.number_of(word[1]), rooms.number_of(word[2])});
        } else if (!word.empty()) {
            throw std::runtime_error("rooms.txt: not understood: " + line);
        }
    }
    return rooms;
}

std::size_t Rooms::number_of(std::string_view name) const {
    const auto found = std::find(order_.begin(), order_.end(), name);
    if (found == order_.end()) {
        throw std::runtime_error("rooms.txt: no room is called " + std::string(name));
    }
    return static_cast<std::size_t>(found - order_.begin());
}

std::optional<std::size_t> Rooms::room_of(std::string_view path) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        if (belongs(path, order_[i]) && (!best || order_[i].size() > order_[*best].size())) {
            best = i;
        }
    }
    return best;
}

bool Rooms::knows_circle(std::size_t from, std::size_t to) {
    for (Circle& circle : circles_) {
        if (circle.from == from && circle.to == to) {
            circle.used = true;
            return true;
        }
    }
    return false;
}

std::vector<std::string> Rooms::unused_circles() const {
    std::vector<std::string> unused;
    for (const Circle& circle : circles_) {
        if (!circle.used) {
            unused.push_back(order_[circle.from] + " -> " + order_[circle.to]);
        }
    }
    return unused;
}

} // namespace layers
