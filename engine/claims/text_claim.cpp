// SPDX-License-Identifier: MIT
#include "engine/claims/text_claim.hpp"

namespace engine {

const char* name_of(ClaimKind kind) {
    switch (kind) {
    case ClaimKind::kArea:
        return "area";
    case ClaimKind::kYardstick:
        return "yardstick";
    case ClaimKind::kShare:
        return "share";
    case ClaimKind::kRate:
        return "rate";
    case ClaimKind::kCount:
        return "count";
    }
    return "area";
}

const char* name_of(ClaimDirection direction) {
    switch (direction) {
    case ClaimDirection::kLost:
        return "lost";
    case ClaimDirection::kGained:
        return "gained";
    case ClaimDirection::kUnknown:
        break;
    }
    return "";
}

} // namespace engine
