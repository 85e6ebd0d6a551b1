// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace engine {

enum class Encoding {
    kUtf8,
    kUtf16Little,
    kUtf16Big,
    kWindows1252,
    kWindows1251,
    kWindows1253,
    kUnknown
};

/// "UTF-8", "UTF-16 (little-endian)", …; "unknown".
const char* name(Encoding encoding);

/// A text as UTF-8, and what it was written in.
struct DecodedText {
    std::string utf8; ///< empty where the encoding is unknown
    Encoding encoding = Encoding::kUtf8;
    bool marked = false;     ///< a byte-order mark says so; else it was told from the bytes
    std::size_t damaged = 0; ///< characters or bytes that mean nothing in that encoding
};

/// Reads the bytes of a text file: UTF-8, UTF-16 of either order, Latin-1 or Windows-1252 (which
/// has all of Latin-1's characters at the same bytes), Windows-1251 (Cyrillic), Windows-1253
/// (Greek).
///
/// A byte-order mark decides. Without one: UTF-16 where its zero bytes lie on one side and the text
/// makes sense so; UTF-8 where it is valid, or has more valid characters beyond ASCII than faults;
/// Windows-1252 where no character beyond ASCII is valid UTF-8 and the letters are mostly ASCII's;
/// Windows-1251 or 1253 where they are mostly beyond it and have that page's commonest letters.
/// Anything else (UTF-32, KOI8-R, a picture) is kUnknown.
/// UTF-8 comes back byte for byte, its mark and its faults included, so that offsets stay those of
/// the file. Any bytes may come in; linear in their number.
DecodedText decode_text(std::string bytes);

} // namespace engine
