// SPDX-License-Identifier: MIT
#include "shapes/io/read_message.hpp"

#include "shapes/io/read.hpp"

namespace shapes::io {
namespace {

bool continues_a_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::string read_message(std::string_view path, std::string_view reason, std::string_view remedy) {
    std::string message(path);
    message.append(": ").append(reason);
    if (!remedy.empty()) {
        message.append("; ").append(remedy);
    }
    return message;
}

void cannot_read(std::string_view path, std::string_view reason, std::string_view remedy) {
    throw ReadError(read_message(path, reason, remedy));
}

std::string quote(std::string_view text, std::size_t most) {
    std::size_t end = text.size();
    if (end > most) {
        end = most;
        while (end > 0 && continues_a_character(text[end])) {
            --end;
        }
    }
    std::string result = "\"";
    for (const char c : text.substr(0, end)) {
        const auto byte = static_cast<unsigned char>(c);
        result += byte < 0x20 || byte == 0x7F ? '?' : c;
    }
    return result + (end < text.size() ? "…\"" : "\"");
}

} // namespace shapes::io
