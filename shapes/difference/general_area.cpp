// SPDX-License-Identifier: MIT
#include "shapes/difference/general_area.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/difference/drawing.hpp"
#include "shapes/difference/edge_tree.hpp"
#include "shapes/difference/fill_state.hpp"
#include "shapes/difference/winding_walk.hpp"

namespace shapes {
namespace {

/// How much of the five areas lies under one chain, as multiples of the chain's own integral.
struct Weights {
    int before;
    int after;
    int lost;
    int gained;
    int common;

    bool any() const { return before != 0 || after != 0; }
};

Weights weights(FillState::Inside left, FillState::Inside right) {
    const auto step = [](bool l, bool r) { return static_cast<int>(l) - static_cast<int>(r); };
    return {step(left.before, right.before), step(left.after, right.after),
            step(left.before && !left.after, right.before && !right.after),
            step(left.after && !left.before, right.after && !right.before),
            step(left.before && left.after, right.before && right.after)};
}

/// Sums in long double: pieces of a boundary are many and cancel.
struct Sums {
    long double before = 0;
    long double after = 0;
    long double lost = 0;
    long double gained = 0;
    long double common = 0;

    void add(const Weights& w, long double integral) {
        before += static_cast<long double>(w.before) * integral;
        after += static_cast<long double>(w.after) * integral;
        lost += static_cast<long double>(w.lost) * integral;
        gained += static_cast<long double>(w.gained) * integral;
        common += static_cast<long double>(w.common) * integral;
    }
};

template<class Integral>
Sums sum_over_pieces(const Drawing& drawing, FillRule fill, const Integral& integral) {
    const EdgeTree tree(drawing);
    FillState state(drawing, fill);
    Sums sums;
    walk_rings(drawing, tree, crossings_in_order(drawing, tree.contacts()), state,
               [&](std::uint32_t ring, std::uint32_t, Ring chain) {
                   const FillState::Inside left = state.inside();
                   const Weights w = weights(left, state.inside_right_of(ring));
                   if (w.any()) {
                       sums.add(w, integral(chain));
                   }
               });
    return sums;
}

Sums on_ellipsoid(const Drawing& drawing, FillRule fill) {
    return sum_over_pieces(
        drawing, fill, [](Ring chain) { return static_cast<long double>(ring_area(chain).m2()); });
}

} // namespace

Area general_area(const Region& drawn, FillRule fill) {
    return Area::from_m2(static_cast<double>(on_ellipsoid(Drawing(drawn), fill).before));
}

ChangeArea general_change_area(const Region& before, const Region& after, FillRule fill) {
    const Sums s = on_ellipsoid(Drawing(before, after), fill);
    const auto area = [](long double m2) { return Area::from_m2(static_cast<double>(m2)); };
    return {area(s.before), area(s.after), area(s.lost), area(s.gained), area(s.common)};
}

PlaneChange general_plane_change(const Region& before, const Region& after, FillRule fill) {
    const Drawing drawing(before, after);
    if (drawing.ring_count() == 0) {
        return {};
    }
    const Position origin = drawing.vertices()[0];
    const Sums s = sum_over_pieces(drawing, fill, [origin](Ring chain) {
        long double sum = 0;
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
            const long double south = chain[i].lat - origin.lat;
            const long double north = chain[i + 1].lat - origin.lat;
            sum -=
                (static_cast<long double>(chain[i + 1].lon) - chain[i].lon) * (south + north) / 2;
        }
        return sum;
    });
    const auto d = [](long double x) { return static_cast<double>(x); };
    return {d(s.before), d(s.after), d(s.lost), d(s.gained), d(s.common)};
}

} // namespace shapes
