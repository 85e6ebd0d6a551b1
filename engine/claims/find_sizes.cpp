// SPDX-License-Identifier: MIT
#include "engine/claims/draft.hpp"

namespace engine {

std::vector<Draft> find_sizes(const Annotated&, Sentence) {
    return {};
}
std::vector<Draft> find_shares(const Annotated&, Sentence) {
    return {};
}

} // namespace engine
