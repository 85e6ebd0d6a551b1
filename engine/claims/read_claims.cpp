// SPDX-License-Identifier: MIT
#include "engine/claims/read_claims.hpp"

namespace engine {

std::vector<TextClaim> read_claims(std::string_view /*text*/, const ReadOptions& /*options*/) {
    return {};
}

} // namespace engine
