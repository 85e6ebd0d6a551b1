// SPDX-License-Identifier: MIT
#include "tools/areaclaim/article.hpp"

#include "engine/claims/text/encoding.hpp"
#include "engine/input_error.hpp"
#include "tools/areaclaim/load.hpp"

#include <utility>

namespace areaclaim {

std::string read_article(const std::string& path, const Console& console) {
    const std::string shown = path == "-" ? "standard input" : path;
    engine::DecodedText text = engine::decode_text(read_text(path));
    if (text.encoding == engine::Encoding::kUnknown) {
        throw engine::InputError(shown +
                                 ": its encoding cannot be told from its bytes (neither UTF-8, "
                                 "UTF-16 nor a Windows code page): save it as UTF-8");
    }
    const std::string encoding = engine::name(text.encoding);
    if (!text.marked && text.encoding != engine::Encoding::kUtf8) {
        console.note(shown + ": read as " + encoding +
                     ", told from its bytes; places count its characters, offsets those of UTF-8");
    }
    if (text.damaged > 0) {
        const bool one = text.damaged == 1;
        console.warn(shown + ": " + std::to_string(text.damaged) +
                     (one ? " place is" : " places are") + " not valid " + encoding + " and " +
                     (one ? "was" : "were") + " passed over");
    }
    return std::move(text.utf8);
}

} // namespace areaclaim
