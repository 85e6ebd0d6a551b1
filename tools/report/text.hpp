// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace report {

/// Text that came from a file or a claim, made fit for a terminal: control characters (C0, DEL, C1,
/// so every ANSI escape), line and paragraph separators and bidirectional overrides become one
/// space each or vanish, invalid UTF-8 becomes U+FFFD. What is left cannot move the cursor, colour,
/// or reorder anything.
std::string clean(std::string_view untrusted);

/// Columns that `utf8` takes on a terminal: combining marks and zero-width characters none, East
/// Asian wide characters and emoji two, all others one.
std::size_t display_width(std::string_view utf8);

/// `utf8` in at most `width` columns, its end replaced by "…" where it is longer.
std::string shorten_end(std::string_view utf8, std::size_t width);
/// The same with "…" at the start, which suits paths: their end tells them apart.
std::string shorten_start(std::string_view utf8, std::size_t width);

/// Lines of at most `width` columns, broken at spaces; a longer word stands alone. Every line but
/// the first begins with `indent` spaces, which count.
std::string wrap(std::string_view utf8, std::size_t width, std::size_t indent = 0);

} // namespace report
