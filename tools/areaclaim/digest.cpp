// SPDX-License-Identifier: MIT
#include "tools/areaclaim/digest.hpp"

#include "engine/input_error.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <vector>

namespace areaclaim {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

void add(sha256_ctx& context, const char* bytes, std::size_t size) {
    sha256_update(&context, size, reinterpret_cast<const std::uint8_t*>(bytes));
}

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest end(sha256_ctx& context) {
    Digest digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

Digest digest_of(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    add(context, bytes.data(), bytes.size());
    return end(context);
}

std::string hex(const Digest& digest) {
    std::array<char, BASE16_ENCODE_LENGTH(SHA256_DIGEST_SIZE)> text{};
    base16_encode_update(text.data(), digest.size(), digest.data());
    return {text.data(), text.size()};
}

} // namespace

std::array<std::uint8_t, SHA256_DIGEST_SIZE> sha256_digest_of(std::string_view bytes) {
    return digest_of(bytes);
}

std::string sha256(std::string_view bytes) {
    return hex(digest_of(bytes));
}

std::string sha256_base64(std::string_view bytes) {
    std::array<char, BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)> text{};
    const Digest digest = digest_of(bytes);
    base64_encode_raw(text.data(), digest.size(), digest.data());
    return {text.data(), text.size()};
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
    return hex(end(context));
}

} // namespace areaclaim
