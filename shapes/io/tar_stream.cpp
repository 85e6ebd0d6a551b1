// SPDX-License-Identifier: MIT
// Format: IEEE Std 1003.1, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
#include "shapes/io/tar_stream.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace shapes::io {
namespace {

constexpr std::uint64_t kMostNameBytes = std::uint64_t{1} << 16; // of a name or attributes
constexpr std::size_t kMagicAt = 257;

using Header = std::array<char, 512>;

/// A field up to its first NUL.
std::string_view text_of(const Header& header, std::size_t at, std::size_t length) {
    const std::string_view field(header.data() + at, length);
    return field.substr(0, field.find('\0'));
}

/// Octal digits between blanks and NULs; or, as GNU writes what is too large for them, binary.
std::uint64_t number_of(const Header& header, std::size_t at, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(header[at + i]); };
    std::uint64_t value = 0;
    if ((byte(0) & 0x80U) != 0) {
        for (std::size_t i = 0; i < length; ++i) {
            if (value >> 48U != 0) {
                throw TarFault("a header claims an impossible size");
            }
            value = value << 8U | (i == 0 ? byte(i) & 0x7FU : byte(i));
        }
        return value;
    }
    for (std::size_t i = 0; i < length; ++i) {
        const char c = header[at + i];
        if (c >= '0' && c <= '7') {
            value = value << 3U | static_cast<std::uint64_t>(c - '0');
        } else if (c != ' ' && c != '\0') {
            throw TarFault("a header is damaged");
        }
    }
    return value;
}

/// The sum of all bytes, those of the checksum itself as blanks.
bool has_right_checksum(const Header& header) {
    constexpr std::size_t kAt = 148;
    constexpr std::size_t kLength = 8;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool own = i >= kAt && i < kAt + kLength;
        sum += own ? std::uint64_t{' '} : static_cast<unsigned char>(header[i]);
    }
    return sum == number_of(header, kAt, kLength);
}

std::string name_of(const Header& header) {
    const std::string name(text_of(header, 0, 100));
    const std::string_view prefix = text_of(header, 345, 155);
    const bool is_posix = text_of(header, kMagicAt, 6) == "ustar"; // GNU has other things there
    return is_posix && !prefix.empty() ? std::string(prefix) + "/" + name : name;
}

} // namespace

bool is_tar(std::string_view head) {
    return head.size() >= kMagicAt + 5 && head.substr(kMagicAt).starts_with("ustar");
}

TarStream::TarStream(std::function<bool(const std::string&)> wanted,
                     std::function<void(const std::string&, std::string&&)> take)
    : wanted_(std::move(wanted)), take_(std::move(take)) {}

void TarStream::add(std::string_view bytes) {
    while (!bytes.empty() && !is_over_) {
        if (body_ == Body::none && padding_ == 0) {
            const std::size_t n = std::min(bytes.size(), kBlock - header_bytes_);
            std::copy_n(bytes.begin(), n,
                        header_.begin() + static_cast<std::ptrdiff_t>(header_bytes_));
            header_bytes_ += n;
            bytes.remove_prefix(n);
            if (header_bytes_ == kBlock) {
                header_bytes_ = 0;
                take_header();
            }
            continue;
        }
        std::uint64_t& due = body_ == Body::none ? padding_ : left_;
        const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), due));
        if (body_ != Body::none && body_ != Body::skipped) {
            bytes_ += bytes.substr(0, n);
        }
        due -= n;
        bytes.remove_prefix(n);
        if (body_ != Body::none && left_ == 0) {
            end_body();
        }
    }
}

void TarStream::finish() const {
    if (body_ != Body::none || padding_ != 0) {
        throw TarFault("it ends within a file");
    }
    if (header_bytes_ != 0) {
        throw TarFault("it ends within a header");
    }
    if (!is_over_) {
        throw TarFault("its end is missing, and perhaps files with it");
    }
}

void TarStream::take_header() {
    if (std::ranges::all_of(header_, [](char c) { return c == '\0'; })) {
        is_over_ = true; // two such blocks end an archive; what stands behind is nobody's
        return;
    }
    if (!is_tar({header_.data(), header_.size()}) || !has_right_checksum(header_)) {
        throw TarFault("a header is damaged");
    }
    std::string name = next_name_.empty() ? name_of(header_) : std::exchange(next_name_, "");
    begin(header_[156], number_of(header_, 124, 12), std::move(name));
}

void TarStream::begin(char type, std::uint64_t size, std::string name) {
    const bool is_name = type == 'L';
    const bool is_attributes = type == 'x';
    if ((is_name || is_attributes) && size > kMostNameBytes) {
        throw TarFault("a header claims an impossible name");
    }
    const bool is_file = type == '0' || type == '\0' || type == '7';
    const bool is_folder = type == '5' || (is_file && name.ends_with('/'));
    const bool is_silent = is_folder || type == 'g' || type == 'K' || is_name || is_attributes;
    left_out_ += is_file || is_silent ? 0U : 1U;
    body_ = is_name                                  ? Body::long_name
            : is_attributes                          ? Body::attributes
            : is_file && !is_folder && wanted_(name) ? Body::kept
                                                     : Body::skipped;
    // What the formats say of links and devices has no body, whatever size a header claims.
    const bool has_body = type < '1' || type > '6';
    left_ = has_body ? size : 0;
    padding_ = (kBlock - left_ % kBlock) % kBlock;
    name_ = std::move(name);
    bytes_.clear();
    if (left_ == 0) {
        end_body();
    }
}

void TarStream::end_body() {
    const Body body = std::exchange(body_, Body::none);
    if (body == Body::kept) {
        take_(name_, std::exchange(bytes_, ""));
    } else if (body == Body::long_name) {
        next_name_ = bytes_.substr(0, bytes_.find('\0'));
    } else if (body == Body::attributes) {
        take_attributes();
    }
}

/// Records "LENGTH KEY=VALUE\n", of which the name counts.
void TarStream::take_attributes() {
    std::string_view rest = bytes_;
    while (!rest.empty() && rest.front() != '\0') {
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), length);
        const auto digits = static_cast<std::size_t>(end - rest.data());
        if (error != std::errc() || length < digits + 2 || length > rest.size() ||
            rest[digits] != ' ' || rest[length - 1] != '\n') {
            throw TarFault("a header is damaged");
        }
        const std::string_view record = rest.substr(digits + 1, length - digits - 2);
        if (record.starts_with("path=")) {
            next_name_ = record.substr(5);
        } else if (record.starts_with("size=")) {
            throw TarFault("a file in it is larger than 8 GB");
        }
        rest.remove_prefix(length);
    }
}

} // namespace shapes::io
