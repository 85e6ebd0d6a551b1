// SPDX-License-Identifier: MIT
#include "tools/areaclaim/digest.hpp"

#include "engine/input_error.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <nettle/sha2.h>
#include <vector>

namespace areaclaim {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

void add(sha256_ctx& context, const char* bytes, std::size_t size) {
    sha256_update(&context, size, reinterpret_cast<const std::uint8_t*>(bytes));
}

std::string hex_digest(sha256_ctx& context) {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string hex;
    for (const std::uint8_t byte : digest) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 0xFU];
    }
    return hex;
}

} // namespace

std::string sha256(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    add(context, bytes.data(), bytes.size());
    return hex_digest(context);
}

std::string sha256_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw engine::InputError(path + ": cannot be opened: " + std::strerror(errno));
    }
    sha256_ctx context{};
    sha256_init(&context);
    std::vector<char> block(kBlock);
    while (file) {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        add(context, block.data(), static_cast<std::size_t>(file.gcount()));
    }
    return hex_digest(context);
}

} // namespace areaclaim
