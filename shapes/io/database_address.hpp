// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace shapes::io {

/// The one place that knows the secrets of database addresses ("PG:host=… password=…"), so that no
/// output can show them: whatever takes a path from a person, a case or a list puts it through
/// `without_secrets` first, and only the reader, which opens the database, asks for the whole.
///
/// Shown are the words that hold no secret (host, port, dbname, user, tables, schemas, a URI's
/// user, host and database). What is not understood whole is not shown at all: "PG:…".
///
/// Paths that are no address of a database come back as they are. Safe to call from any thread.
std::string without_secrets(const std::string& path);

/// The address that `without_secrets` made `shown` of; `shown` itself where it made none. Two
/// addresses that look the same without their secrets stand for the later one.
std::string address_of(const std::string& shown);

/// A library's message about a database without any secret of the address that is shown as `shown`.
std::string without_secrets_of(const std::string& shown, std::string message);

/// True for "PG:…".
bool is_database_address(std::string_view path);

} // namespace shapes::io
