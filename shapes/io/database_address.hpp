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
/// user, host and database), where their values look like such. What is not understood whole is
/// not shown at all: "PG:…". A second address that would look like another gets a number.
///
/// Of other texts that name no file, a URL's user and query, and whatever follows "password=", are
/// taken out. File names come back as they are. Safe to call from any thread.
std::string without_secrets(const std::string& path);

/// The address that `without_secrets` made `shown` of, as GDAL takes it; `shown` itself where it
/// made none.
std::string address_of(const std::string& shown);

/// A library's message about a database without any secret of the address that is shown as `shown`;
/// another one where the library may have quoted any part of an address that is not understood.
std::string without_secrets_of(const std::string& shown, std::string message);

/// True for "PG:…", in capitals or not, and for "postgresql://…".
bool is_database_address(std::string_view path);

} // namespace shapes::io
