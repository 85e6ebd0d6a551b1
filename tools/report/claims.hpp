// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/consistency.hpp"
#include "engine/claims/text_claim.hpp"
#include "engine/yardsticks/yardstick.hpp"
#include "tools/report/table.hpp"

#include <string>
#include <vector>

namespace report {

/// The claims of a text and how they fit together (check_consistency).
struct ReadText {
    std::vector<engine::TextClaim> claims;
    std::vector<engine::Consistency> consistency;
};

std::string claims_text(const ReadText& text, const Screen& screen);
std::string claims_json(const ReadText& text);
std::string yardsticks_text(const std::vector<const engine::Yardstick*>& yardsticks,
                            const Screen& screen);
std::string yardsticks_json(const std::vector<const engine::Yardstick*>& yardsticks);

} // namespace report
