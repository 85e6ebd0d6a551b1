// SPDX-License-Identifier: MIT
#include "shapes/difference/general_area.hpp"

#include "shapes/area/chain_integral.hpp"
#include "shapes/difference/drawing.hpp"
#include "shapes/difference/edge_tree.hpp"
#include "shapes/difference/fill_state.hpp"
#include "shapes/difference/line_walk.hpp"
#include "shapes/difference/merged_lines.hpp"

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

Sums sum_over_pieces(const Drawing& drawing, FillRule fill, const AreaForm& form) {
    const MergedLines lines(drawing);
    const EdgeTree tree(lines.chains());
    FillState state(drawing, fill);
    LineWalk walk(lines, tree, crossings_in_order(lines.chains(), tree.contacts()), state);
    Sums sums;
    walk.walk([&](std::uint32_t chain, bool on_left, std::span<const Position> run) {
        const FillState::Inside here = state.inside();
        const FillState::Inside across = state.inside_across(lines.uses(chain), on_left ? -1 : 1);
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

Area general_area(const Region& drawn, FillRule fill) {
    return general_change_area(drawn, {}, fill).before;
}

ChangeArea general_change_area(const Region& before, const Region& after, FillRule fill) {
    const Drawing drawing(before, after);
    if (drawing.ring_count() == 0) {
        return {};
    }
    const Box box = drawing.rings().box();
    const AreaForm form = authalic_form(box.south, box.north);
    return in_m2(sum_over_pieces(drawing, fill, form), form);
}

PlaneChange general_plane_change(const Region& before, const Region& after, FillRule fill) {
    const Drawing drawing(before, after);
    if (drawing.ring_count() == 0) {
        return {};
    }
    const Box box = drawing.rings().box();
    const Sums s = sum_over_pieces(drawing, fill, planar_form(box.south, box.north));
    return {s.before.value(), s.after.value(), s.lost.value(), s.gained.value(), s.common.value()};
}

} // namespace shapes
