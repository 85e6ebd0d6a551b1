// SPDX-License-Identifier: MIT
#include "shapes/change/change_regions.hpp"
#include "tools/report/verification.hpp"

#include <algorithm>

namespace report {
namespace {

// What was held on both days, so that the three kinds tile; clipped as the piece is.
shapes::ValidRegion held_on_both(const engine::SourceReport& source,
                                 const engine::ChangePiece& piece, engine::ControlClass level) {
    const auto before = source.timeline.as_of(piece.from).exact;
    return before ? shapes::intersection(source.timeline.snapshots[*before].boundary.held_at(level),
                                         piece.held)
                  : shapes::ValidRegion();
}

/// A change of one source, and the claims that it bounds.
struct Shown {
    std::size_t source = 0;
    const engine::ChangePiece* piece = nullptr;
    std::string within; ///< a claim's own region of interest cuts it
    std::string claims;
    std::string verdicts;
};

void add_claim(Shown& shown, const engine::ClaimVerification& claim) {
    const char* between = shown.claims.empty() ? "" : "; ";
    shown.claims += between + claim.claim.id;
    shown.verdicts += std::string(between) + engine::name(claim.verdict);
}

std::vector<Shown> shown_of(const engine::ClaimVerification& claim) {
    std::vector<Shown> all;
    for (std::size_t s = 0; s < claim.by_source.size(); ++s) {
        for (const engine::ChangePiece& piece : claim.by_source[s].changes) {
            all.push_back({s, &piece, claim.claim.within, "", ""});
        }
    }
    return all;
}

void add_layers(ChangeMap& map, const engine::Verification& verification, const Shown& shown) {
    const engine::SourceReport& source = verification.sources[shown.source];
    const engine::ChangePiece& piece = *shown.piece;
    const auto add = [&](const char* kind, const shapes::ValidRegion& region) {
        map.layers.push_back(
            {kind, region, piece.from, piece.to, source.name, shown.claims, shown.verdicts});
    };
    add("held", held_on_both(source, piece, verification.options.level));
    add("lost", piece.lost);
    add("gained", piece.gained);
}

} // namespace

ChangeMap change_map(const engine::Verification& verification) {
    std::vector<Shown> all;
    const auto find = [&](const Shown& one) {
        return std::ranges::find_if(all, [&](const Shown& other) {
            return other.source == one.source && other.piece->from == one.piece->from &&
                   other.piece->to == one.piece->to && other.within == one.within;
        });
    };
    for (const engine::ClaimVerification& claim : verification.claims) {
        for (const Shown& one : shown_of(claim)) {
            const auto known = find(one);
            add_claim(known == all.end() ? all.emplace_back(one) : *known, claim);
        }
    }
    ChangeMap map{verification.the_case.title, {}, verification.options.edges};
    for (const Shown& shown : all) {
        add_layers(map, verification, shown);
    }
    return map;
}

std::vector<ChangeMap> claim_maps(const engine::Verification& verification) {
    std::vector<ChangeMap> maps;
    for (const engine::ClaimVerification& claim : verification.claims) {
        ChangeMap map{claim.claim.id, {}, verification.options.edges};
        for (Shown shown : shown_of(claim)) {
            add_claim(shown, claim);
            add_layers(map, verification, shown);
        }
        if (!map.layers.empty()) {
            maps.push_back(std::move(map));
        }
    }
    return maps;
}

} // namespace report
