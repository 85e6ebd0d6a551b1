// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"

namespace engine {

/// One verdict for all sources (joint.hpp), and what it rests on: fills `verdict`, `joint`,
/// `spread` and the reasons of a claim whose sources are judged.
void agree(ClaimVerification& claim);

/// Of a claim whose measure is open: the verdict stands only where every choice has the same.
void weigh_choices(ClaimVerification& claim);

} // namespace engine
