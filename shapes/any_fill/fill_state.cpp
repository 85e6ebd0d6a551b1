// SPDX-License-Identifier: MIT
#include "shapes/any_fill/fill_state.hpp"

namespace shapes::any_fill {

FillState::FillState(const validity::InputRings& input, FillRule fill)
    : input_(&input), fill_(fill), winding_(input.ring_count(), 0),
      shells_(input.polygon_count(), 0), holes_(input.polygon_count(), 0),
      odd_(input.polygon_count(), 0) {}

bool FillState::fills(std::uint32_t polygon) const {
    return fill_ == FillRule::evenodd ? odd_[polygon] != 0
                                      : shells_[polygon] != 0 && holes_[polygon] == 0;
}

void FillState::add(std::uint32_t ring, int windings) {
    const validity::RingRole role = input_->role(ring);
    const std::uint32_t p = role.polygon;
    const bool before = fills(p);
    const int winding = winding_[ring] + windings;
    (role.shell ? shells_ : holes_)[p] += (winding != 0) - (winding_[ring] != 0);
    odd_[p] ^= windings & 1;
    winding_[ring] = winding;
    filled_[p < input_->second_region() ? 0 : 1] += fills(p) - before;
}

FillState::Inside FillState::inside_across(std::span<const RingMultiplicity> multiplicities,
                                           int side) {
    for (const RingMultiplicity& ring : multiplicities) {
        add(ring.ring, side * ring.multiplicity);
    }
    const Inside across = inside();
    for (const RingMultiplicity& ring : multiplicities) {
        add(ring.ring, -side * ring.multiplicity);
    }
    return across;
}

} // namespace shapes::any_fill
