// SPDX-License-Identifier: MIT
#pragma once

#include "engine/input_error.hpp"

#include <doctest/doctest.h>
#include <string>

/// What the engine says of input that it cannot understand.
namespace messages {

/// The message of the InputError that `act` ends with; "" where it ends with none.
template<typename Act>
std::string of(const Act& act) {
    try {
        act();
    } catch (const engine::InputError& e) {
        return e.what();
    }
    return "";
}

inline bool has(const std::string& text, const std::string& part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

} // namespace messages
