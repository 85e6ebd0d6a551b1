// SPDX-License-Identifier: MIT
#include "engine/claims/context.hpp"

namespace engine {

void Context::complete(const Annotated&, Sentence, std::string_view, std::vector<Draft>& drafts) {
    for (Draft& draft : drafts) {
        inherit(draft.claim);
        before_ = draft.claim;
    }
    ++sentences_since_;
}

void Context::inherit(TextClaim&) const {}

} // namespace engine
