// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "tools/report/language.hpp"

#include <string>
#include <string_view>

namespace report {

/// A yardstick's English name, or several joined by " + " as claims have them, in the language of
/// a report ("en", "da", "nb", …). As it is where the language has no name of its own for it, or no
/// yardstick is called so.
std::string region_name(const std::string& english, std::string_view lang);

/// What a claim takes as its measure, so many times where it is not once: "Lolland", "2 ×
/// Bornholm", "0.333 × (Malta + Gozo)". Empty where it has no yardstick.
std::string yardstick_words(const engine::TextClaim& claim, const Language& in);

} // namespace report
