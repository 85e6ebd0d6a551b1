// SPDX-License-Identifier: MIT
#include "shapes/change/change_regions.hpp"
#include "tools/report/verification.hpp"

#include <set>
#include <tuple>

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

void add_piece(ChangeMap& map, const engine::SourceReport& source, const engine::ChangePiece& piece,
               engine::ControlClass level) {
    const auto add = [&](const char* kind, const shapes::ValidRegion& region) {
        map.layers.push_back({kind, region, piece.from, piece.to, source.name});
    };
    add("held", held_on_both(source, piece, level));
    add("lost", piece.lost);
    add("gained", piece.gained);
}

} // namespace

ChangeMap change_map(const engine::Verification& verification) {
    ChangeMap map{verification.the_case.title, {}, verification.options.edges, "", ""};
    std::set<std::tuple<std::size_t, engine::Date, engine::Date>> seen;
    for (const engine::ClaimVerification& claim : verification.claims) {
        for (std::size_t s = 0; s < claim.by_source.size(); ++s) {
            for (const engine::ChangePiece& piece : claim.by_source[s].changes) {
                if (seen.emplace(s, piece.from, piece.to).second) {
                    add_piece(map, verification.sources[s], piece, verification.options.level);
                }
            }
        }
    }
    return map;
}

std::vector<ChangeMap> claim_maps(const engine::Verification& verification) {
    std::vector<ChangeMap> maps;
    for (const engine::ClaimVerification& claim : verification.claims) {
        ChangeMap map{claim.claim.id,
                      {},
                      verification.options.edges,
                      claim.claim.id,
                      engine::name(claim.verdict)};
        for (std::size_t s = 0; s < claim.by_source.size(); ++s) {
            for (const engine::ChangePiece& piece : claim.by_source[s].changes) {
                add_piece(map, verification.sources[s], piece, verification.options.level);
            }
        }
        if (!map.layers.empty()) {
            maps.push_back(std::move(map));
        }
    }
    return maps;
}

} // namespace report
