// SPDX-License-Identifier: MIT
#include "engine/claims/text_claim.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {
namespace {

constexpr auto kKinds =
    shapes::enum_names<ClaimKind, ClaimKind::kCount>("area", "yardstick", "share", "rate", "count");
constexpr auto kDirections =
    shapes::enum_names<ClaimDirection, ClaimDirection::kGained>("", "lost", "gained");

} // namespace

const char* name(ClaimKind kind) {
    return kKinds.of(kind);
}

const char* name(ClaimDirection direction) {
    return kDirections.of(direction);
}

} // namespace engine
