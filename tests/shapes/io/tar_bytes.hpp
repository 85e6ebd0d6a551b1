// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

/// Tar archives piece by piece, as POSIX has them (pax, "ustar Interchange Format").
namespace tar_bytes {

inline constexpr std::size_t kBlock = 512;

inline std::string padded(std::string text, std::size_t bytes) {
    text.resize(bytes, '\0');
    return text;
}

inline std::string octal(std::size_t value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%0*zo", digits, value);
    return text;
}

inline std::string with_checksum(std::string header) {
    header.replace(148, 8, "        ");
    std::size_t sum = 0;
    for (const char c : header) {
        sum += static_cast<unsigned char>(c);
    }
    return header.replace(148, 8, padded(octal(sum, 6) + '\0' + " ", 8));
}

inline std::string header_of(const std::string& name, const std::string& size, char type) {
    std::string header = padded(name, 100) + padded("0000644", 8) + padded("0000000", 8) +
                         padded("0000000", 8) + padded(size, 12) + padded("00000000000", 12) +
                         "        " + type;
    header = padded(header, 257) + padded("ustar", 6) + "00";
    return with_checksum(padded(header, kBlock));
}

inline std::string entry(const std::string& name, const std::string& body, char type = '0') {
    return header_of(name, octal(body.size(), 11), type) +
           padded(body, (body.size() + kBlock - 1) / kBlock * kBlock);
}

inline std::string ending() {
    return std::string(2 * kBlock, '\0');
}

} // namespace tar_bytes
