// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace shapes::io {

/// Whether a code point moves the cursor, is invisible, or reorders what stands beside it: C0 and
/// C1 controls, DEL, line and paragraph separators, zero-width and bidirectional controls (Unicode
/// Standard Annex 9, and Technical Report 36, 2.5), tags. Names in maps and texts may hold them to
/// make a report look other than it is.
bool is_unsafe(char32_t code);

/// A JSON text in UTF-8 whose strings have unsafe code points as \uXXXX, which a parser reads as
/// the very same text. In JSON they can stand in strings only.
std::string escape_unsafe(std::string json);

/// The same of a TOML text (TOML 1.0.0, section String): in its strings the text is the very same,
/// in its comments the escapes stand as they are.
std::string escape_unsafe_toml(std::string toml);

} // namespace shapes::io
