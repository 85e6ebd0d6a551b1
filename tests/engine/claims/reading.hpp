// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/read_claims.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace reading {

inline std::vector<engine::TextClaim> read(const std::string& text, const std::string& lang,
                                           const std::string& published = "2022-09-10",
                                           const std::string& holder = "") {
    engine::ReadOptions options;
    options.lang = lang;
    options.published = engine::Date::parse_iso(published);
    options.holder = holder;
    return engine::read_claims(text, options);
}

/// The one claim of a text; any other number of them fails.
inline engine::TextClaim only(const std::string& text, const std::string& lang,
                              const std::string& published = "2022-09-10",
                              const std::string& holder = "") {
    const auto claims = read(text, lang, published, holder);
    CAPTURE(text);
    REQUIRE(claims.size() == 1);
    return claims.front();
}

inline std::string iso(const engine::StatedDay& day) {
    return day.date ? day.date->iso() : "";
}

} // namespace reading
