// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"

namespace engine {

/// One verdict for all sources (joint.hpp), and what it rests on: fills `verdict`, `joint`,
/// `spread` and the reasons of a claim whose sources are judged.
void agree(ClaimVerification& claim);

/// Of a claim whose measure is open: the verdict stands only where every choice has the same.
void weigh_choices(ClaimVerification& claim);

/// Of the sources that cover the period the one that what was measured is told of: one with the
/// claim's verdict before others, then the one whose bracket and error leave least open. nullptr
/// where none covers it.
const SourceVerdict* clearest_source(const ClaimVerification& claim);

} // namespace engine
