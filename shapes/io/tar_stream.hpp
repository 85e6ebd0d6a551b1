// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace shapes::io {

/// A tar archive that is damaged or none: the reason, in words.
class TarFault : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Takes the regular files out of a tar archive (POSIX ustar and pax, GNU long names) that comes in
/// pieces, once through. Nothing is written anywhere, and nothing is followed: links, devices and
/// pipes are counted and left out, and where a name would lead does not matter.
///
/// GDAL's /vsitar/ begins a packed archive anew for each of its files: of a thousand maps (527 MB)
/// it read none in a minute and a half, and once through takes a second and a half.
///
/// Memory: one member. Time: linear in the bytes. A size that a header claims is not set aside
/// before its bytes have come.
class TarStream {
  public:
    /// `wanted` says of a member's name whether it is kept; `take` gets each that is, as a whole.
    TarStream(std::function<bool(const std::string&)> wanted,
              std::function<void(const std::string&, std::string&&)> take);

    /// The next bytes. Throws TarFault, and what `take` throws.
    void add(std::string_view bytes);
    /// To be called after the last ones. Throws TarFault where the archive ends within a member, or
    /// without the empty block that every writer puts at its end.
    void finish() const;

    /// Links, devices and pipes so far.
    std::size_t left_out() const { return left_out_; }

  private:
    static constexpr std::size_t kBlock = 512;
    enum class Body { none, skipped, kept, long_name, attributes };

    void take_header();
    void begin(char type, std::uint64_t size, std::string name);
    void end_body();
    void take_attributes();

    std::function<bool(const std::string&)> wanted_;
    std::function<void(const std::string&, std::string&&)> take_;
    std::array<char, kBlock> header_{};
    std::size_t header_bytes_ = 0;
    Body body_ = Body::none;
    std::uint64_t left_ = 0; ///< bytes of the body, then of its padding
    std::uint64_t padding_ = 0;
    std::string name_;      ///< of the member that is being read
    std::string next_name_; ///< that a long name or attributes give to the next member
    std::string bytes_;
    std::size_t left_out_ = 0;
    bool is_over_ = false;
};

/// Whether a file that begins so is a tar archive.
bool is_tar(std::string_view head);

} // namespace shapes::io
