// SPDX-License-Identifier: MIT
// read_claims on any bytes in any language: offsets valid, the span's text the claim's, bands in
// order, and a draft case of whatever was found.
#include "engine/case/draft_case.hpp"
#include "engine/claims/consistency.hpp"
#include "engine/claims/read_claims.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

void demand(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "claims_fuzz: %s\n", what);
        std::abort();
    }
}

void check(std::string_view text, const engine::TextClaim& claim) {
    demand(claim.begin < claim.end && claim.end <= text.size(), "a span outside of the text");
    demand(text.substr(claim.begin, claim.end - claim.begin) == claim.text, "another text");
    if (claim.strict && claim.lenient) {
        demand(claim.lenient->low_km2 <= claim.strict->low_km2 &&
                   claim.strict->low_km2 <= claim.strict->high_km2 &&
                   claim.strict->high_km2 <= claim.lenient->high_km2,
               "bands out of order");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return -1;
    }
    static const std::vector<std::string> langs = engine::known_languages();
    engine::ReadOptions options;
    options.lang = data[0] == 0 ? std::string() : langs[data[0] % langs.size()];
    if ((data[1] & 1U) != 0) {
        options.published = engine::Date::from_ymd(2022, 9, 10);
        options.holder = "Russian forces";
    }
    const std::string text(data + 2, data + size);
    const auto claims = engine::read_claims(text, options);
    std::size_t before = 0;
    for (const engine::TextClaim& claim : claims) {
        check(text, claim);
        demand(claim.begin >= before, "spans overlap");
        before = claim.end;
    }
    engine::check_consistency(claims);
    engine::draft_case(claims, options);
    return 0;
}
