// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace engine {

/// Code pages with one byte a character whose upper half is an alphabet.
enum class CodePage { kNone, kWindows1251, kWindows1253 };

/// The code page of a text that is mostly in letters beyond ASCII, told from its commonest letters:
/// о, а, и at their bytes in Windows-1251, α, ο, ι, τ in Windows-1253. kNone where neither stands
/// out (KOI8-R, ISO 8859-5), or where letters abound that only Serbian and Macedonian have.
CodePage code_page_of(std::string_view bytes);

/// The text as UTF-8; bytes that the page leaves out become U+FFFD. `page` is not kNone.
std::string decode_code_page(std::string_view bytes, CodePage page);

} // namespace engine
