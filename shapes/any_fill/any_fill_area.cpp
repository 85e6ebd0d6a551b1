// SPDX-License-Identifier: MIT
#include "shapes/any_fill/any_fill_area.hpp"

#include "shapes/any_fill/fill_state.hpp"
#include "shapes/any_fill/line_walk.hpp"
#include "shapes/any_fill/shared_lines.hpp"
#include "shapes/area/chain_integral.hpp"
#include "shapes/edges/edge_tree.hpp"
#include "shapes/validity/input_rings.hpp"

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

Weights weights(any_fill::FillState::Inside left, any_fill::FillState::Inside right) {
    const auto step = [](bool l, bool r) { return static_cast<int>(l) - static_cast<int>(r); };
    return {step(left.before, right.before), step(left.after, right.after),
            step(left.before && !left.after, right.before && !right.after),
            step(left.after && !left.before, right.after && !right.before),
            step(left.before && left.after, right.before && right.after)};
}

struct Sums {
    CompensatedSum before;
    CompensatedSum after;
    CompensatedSum lost;
    CompensatedSum gained;
    CompensatedSum common;

    void add(const Weights& w, const CompensatedSum& integral) {
        add(before, w.before, integral);
        add(after, w.after, integral);
        add(lost, w.lost, integral);
        add(gained, w.gained, integral);
        add(common, w.common, integral);
    }

  private:
    static void add(CompensatedSum& sum, int weight, const CompensatedSum& integral) {
        if (weight > 0) {
            sum.add(integral);
        } else if (weight < 0) {
            sum.subtract(integral);
        }
    }
};

Sums sum_over_pieces(const validity::InputRings& input, FillRule fill, const AreaForm& form) {
    const any_fill::SharedLines lines(input);
    const edges::EdgeTree tree(lines.chains());
    any_fill::FillState state(input, fill);
    any_fill::LineWalk walk(lines, tree, edges::crossings_in_order(lines.chains(), tree.contacts()),
                            state);
    Sums sums;
    walk.walk([&](std::uint32_t chain, bool on_left, std::span<const Position> run) {
        const any_fill::FillState::Inside here = state.inside();
        const any_fill::FillState::Inside across =
            state.inside_across(lines.multiplicities(chain), on_left ? -1 : 1);
        const Weights w = on_left ? weights(here, across) : weights(across, here);
        if (w.any()) {
            CompensatedSum integral;
            add_chain_integral(run.data(), run.size() - 1, form, integral);
            sums.add(w, integral);
        }
    });
    return sums;
}

ChangeArea in_m2(const Sums& sums, const AreaForm& form) {
    const auto area = [&form](const CompensatedSum& sum) {
        return Area::from_m2(form.unit * sum.value());
    };
    return {area(sums.before), area(sums.after), area(sums.lost), area(sums.gained),
            area(sums.common)};
}

} // namespace

Area any_fill_area(const Region& drawn, FillRule fill) {
    return any_fill_change_area(drawn, {}, fill).before;
}

ChangeArea any_fill_change_area(const Region& before, const Region& after, FillRule fill) {
    const validity::InputRings input(before, after);
    if (input.ring_count() == 0) {
        return {};
    }
    const Box box = input.rings().box();
    const AreaForm form = authalic_form(box.south, box.north);
    return in_m2(sum_over_pieces(input, fill, form), form);
}

PlaneChange any_fill_plane_change(const Region& before, const Region& after, FillRule fill) {
    const validity::InputRings input(before, after);
    if (input.ring_count() == 0) {
        return {};
    }
    const Box box = input.rings().box();
    const Sums s = sum_over_pieces(input, fill, planar_form(box.south, box.north));
    return {s.before.value(), s.after.value(), s.lost.value(), s.gained.value(), s.common.value()};
}

} // namespace shapes
