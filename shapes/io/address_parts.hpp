// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shapes::io {

/// Stands where a secret was.
inline constexpr std::string_view kHidden = "…";

/// What is shown of a database's address, and what is not.
struct Parted {
    std::string shown;
    std::vector<std::string> secrets; ///< as written, and as the library reads them
    bool is_understood = true; ///< else a library that reads it otherwise may quote any part of it
};

/// The address as GDAL takes it, "PG:…", of any way of writing it ("pg:…", "postgresql://…");
/// empty for what is none.
std::string address_as_opened(std::string_view path);

/// Parts an address as GDAL takes it: "PG:" and libpq's keywords and values, or its URI
/// (PostgreSQL documentation, 34.1.1).
Parted part_address(const std::string& address);

/// A text that is no address which we open, without the secrets that another program's may hold;
/// the name of a file that is there as it stands.
std::string other_without_secrets(const std::string& text);

} // namespace shapes::io
