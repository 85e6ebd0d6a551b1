// SPDX-License-Identifier: MIT
#include "shapes/any_fill/line_walk.hpp"

#include <utility>

namespace shapes::any_fill {

LineWalk::LineWalk(const SharedLines& lines, const edges::EdgeTree& tree,
                   std::vector<edges::ChainCrossing> crossings, FillState& state)
    : lines_(lines), stars_(lines.stars()), tree_(tree), state_(state),
      crossings_(std::move(crossings)), walked_(lines.chains().size(), false),
      visited_(lines.stars().node_count(), false), entered_by_(lines.stars().node_count()) {
    const edges::EdgeChains& chains = lines_.chains();
    std::uint32_t next = 0;
    for (std::size_t c = 0; c < chains.size(); ++c) {
        crossing_starts_.push_back(next);
        while (next < crossings_.size() && crossings_[next].edge < chains.last(c)) {
            ++next;
        }
    }
    crossing_starts_.push_back(next);
}

void LineWalk::backward(std::uint32_t chain) {
    const auto crossings = crossings_on(chain);
    for (auto c = crossings.rbegin(); c != crossings.rend(); ++c) {
        add(c->chain, -c->sign);
    }
}

void LineWalk::add(std::uint32_t chain, int winding) {
    for (const RingMultiplicity& ring : lines_.multiplicities(chain)) {
        state_.add(ring.ring, winding * ring.multiplicity);
    }
}

void LineWalk::add(const std::vector<edges::ChainWinding>& windings, int sign) {
    for (const edges::ChainWinding& w : windings) {
        add(w.chain, sign * w.winding);
    }
}

} // namespace shapes::any_fill
