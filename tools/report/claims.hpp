// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/yardsticks/yardstick.hpp"
#include "tools/report/table.hpp"

#include <string>
#include <vector>

namespace report {

std::string claims_text(const std::vector<engine::TextClaim>& claims, const Screen& screen);
std::string claims_json(const std::vector<engine::TextClaim>& claims);
std::string yardsticks_text(const std::vector<const engine::Yardstick*>& yardsticks,
                            const Screen& screen);
std::string yardsticks_json(const std::vector<const engine::Yardstick*>& yardsticks);

} // namespace report
