// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"
#include "engine/timeline/date.hpp"

#include <optional>

namespace engine {

/// Whether the words around a claim say that nothing of the kind happened, or not yet: a denial
/// ("did not capture", "denied that"), a wish or a plan ("wants to take", "by which 300 km² will
/// burn"), a condition ("if"), a question. Denials and conditions count in the claim's own clause,
/// verbs of denying in the whole
/// sentence before it, purposes ("in order to") in the clause before it. Words that only look so
/// ("no more than", "not only") stand in the lexicons too.
///
/// A year after that of publication in its clause ("by 2030") says so as well.
bool is_unreal(const Annotated& text, Sentence sentence, const Draft& draft,
               std::optional<Date> published);

} // namespace engine
