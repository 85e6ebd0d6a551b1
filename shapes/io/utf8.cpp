// SPDX-License-Identifier: MIT
#include "shapes/io/utf8.hpp"

namespace shapes::io {

std::size_t utf8_length(std::string_view s) {
    const auto byte = [&](std::size_t i) {
        return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned b = byte(0);
    if (b < 0x80) {
        return 1;
    }
    if (b >= 0xC2 && b < 0xE0) {
        return continues(1) ? 2 : 0;
    }
    if (b >= 0xE0 && b < 0xF0) {
        const bool overlong = b == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = b == 0xED && byte(1) >= 0xA0;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (b >= 0xF0 && b < 0xF5) {
        const bool overlong = b == 0xF0 && byte(1) < 0x90;
        const bool beyond = b == 0xF4 && byte(1) >= 0x90;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

} // namespace shapes::io
