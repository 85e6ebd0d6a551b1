// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/console.hpp"

#include <string>

namespace areaclaim {

/// The text of a file ("-": standard input) as UTF-8, whichever of the encodings of
/// engine::decode_text it was written in; the console notes one that was told from the bytes, and
/// damage. Throws engine::InputError where the encoding cannot be told, or the file cannot be read.
std::string read_article(const std::string& path, const Console& console);

} // namespace areaclaim
