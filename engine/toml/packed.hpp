// SPDX-License-Identifier: MIT
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A TOML document as bytes that are read back some twenty times faster than its text: what is
/// compiled into the program is parsed when that is built, not whenever it starts.
///
/// A value is a letter for its type and then: of a table the number of its keys and each key with
/// its value, of an array the number of its values and each, of a text its length and bytes, of the
/// rest the value itself, as the machine keeps it. Counts and lengths are of 32 bits. Lines are
/// not kept. Throws std::invalid_argument for a time of day, which none of our files has, and for a
/// text or table of more than 2³² − 1.
std::string pack(const toml::table& table);

/// The table back. The bytes must be of `pack`, in a program for the same machine; never a file's.
toml::table unpack(std::string_view packed);

/// One text of a packed document: the table it stands in, its key, and what it says.
struct PackedText {
    std::string_view table, key, text;
};

/// The texts of a packed document of nothing but tables of texts and of arrays of texts, in its
/// order, those of an array each under the array's key. Views into `packed`: a document of hundreds
/// of texts costs a start next to nothing. Throws std::invalid_argument for any other.
std::vector<PackedText> packed_texts(std::string_view packed);

} // namespace engine
