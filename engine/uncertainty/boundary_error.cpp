// SPDX-License-Identifier: MIT
#include "engine/uncertainty/boundary_error.hpp"

#include "engine/uncertainty/covariance.hpp"
#include "engine/uncertainty/front.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/types/enum_names.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace engine {
namespace {

/// Displacements hardly differ over a quarter of the correlation length.
constexpr double kPiecePerCorrelation = 0.25;

/// First order holds while σ is at most this share of the width of what changed; docs/accuracy.md
/// has the comparison with simulation that the value comes from.
constexpr double kLargestSigmaPerWidth = 0.1;

/// Two traces of one line stand apart by a Gaussian of √2 σ; three standard deviations of it are
/// exceeded on 0.3 % of the line.
constexpr double kTwiceSigmas = 3.0 * std::numbers::sqrt2;

/// On the other map's line, but for rounding.
constexpr double kOnLineKm = 1e-6;

struct Setting {
    const shapes::ValidRegion& before;
    const shapes::ValidRegion& after;
    const EdgeSet& fixed;
    DisplacementField field;
    LocalPlane plane;
    double piece_km;
};

double length_km(const std::vector<FrontPiece>& pieces) {
    double sum = 0.0;
    for (const FrontPiece& p : pieces) {
        sum += std::hypot(p.nx_km, p.ny_km);
    }
    return sum;
}

std::vector<FrontPiece> joined(std::vector<FrontPiece> a, const std::vector<FrontPiece>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<FrontPiece> negated(std::vector<FrontPiece> pieces) {
    for (FrontPiece& p : pieces) {
        p.nx_km = -p.nx_km;
        p.ny_km = -p.ny_km;
    }
    return pieces;
}

/// The line that both maps mean to share; without `traced` the same edges only.
SharedFront shared_line(const Setting& s, const Traced* traced) {
    return shared_front(s.before, s.after, s.fixed, s.plane, s.piece_km, traced);
}

/// Each map's line, to be looked for within a distance of the other's.
Traced traced_within(const Setting& s, double km) {
    return {NearLine(s.before.region(), s.plane, km), NearLine(s.after.region(), s.plane, km)};
}

/// Error of the lost area, or of the gained one, given its region. `sliver_sign` is +1 where the
/// slivers' growth is max(0, D·n) with the held region's normal (lost), −1 where it is max(0,
/// −D·n).
BoundaryError error_of_change(const Setting& s, const shapes::ValidRegion& change,
                              shapes::Area area, double sliver_sign, ErrorModel model) {
    const double sigma = s.field.position_sigma_km;
    const double l = s.field.correlation_km;
    std::optional<Traced> traced;
    if (model == ErrorModel::retraced) {
        traced.emplace(traced_within(s, kTwiceSigmas * sigma));
    }
    SharedFront parts = shared_line(s, traced ? &*traced : nullptr);
    if (traced && length_km(parts.alike) > length_km(parts.twice)) {
        // Who keeps most of the line has not traced it anew: what is near is a change.
        traced.emplace(traced_within(s, kOnLineKm));
        parts = shared_line(s, &*traced);
    }
    const Front front = front_of_change(change, s.before, s.after, s.fixed, s.plane, s.piece_km,
                                        traced ? &*traced : nullptr);
    const auto shared = joined(parts.alike, parts.twice);

    BoundaryError error;
    error.model = model;
    error.moving_km = length_km(front.before) + length_km(front.after);
    error.shared_km = length_km(shared);
    error.traced_twice_km = length_km(parts.twice);
    double variance = 0.0;
    if (model == ErrorModel::redrawn) {
        const auto all = joined(front.before, front.after);
        variance = linear_covariance(all, all, l);
    } else {
        // With D = d_before − d_after, a piece of the map before moves with D, one of the map after
        // against it; Stein's lemma halves the covariance of max(0, D·n) with anything Gaussian.
        variance = linear_covariance(front.before, front.before, l) +
                   linear_covariance(front.after, front.after, l) +
                   sliver_sign * (linear_covariance(front.before, shared, l) -
                                  linear_covariance(front.after, shared, l)) +
                   2.0 * sliver_variance(shared, l);
        const double sliver_km = sigma * std::numbers::inv_sqrtpi; // per km of line
        error.bias = shapes::Area::from_km2(sliver_km * error.shared_km);
        error.correction = shapes::Area::from_km2(sliver_km * error.traced_twice_km);
    }
    const double width_km =
        error.moving_km > 0.0
            ? std::max(0.0, 2.0 * (area - error.correction).km2() / error.moving_km)
            : 0.0;
    error.first_order_valid = sigma <= kLargestSigmaPerWidth * width_km;
    error.sigma = shapes::Area::from_km2(sigma * std::sqrt(std::max(0.0, variance)));
    return error;
}

BoundaryError error_of_net(const Setting& s, ErrorModel model) {
    BoundaryError error;
    error.model = model;
    const double l = s.field.correlation_km;
    const auto before = whole_front(s.before, s.fixed, s.plane, s.piece_km);
    const auto after = whole_front(s.after, s.fixed, s.plane, s.piece_km);
    error.shared_km = length_km(shared_line(s, nullptr).alike);
    error.moving_km = length_km(before) + length_km(after);
    double variance = 0.0;
    if (model == ErrorModel::redrawn) {
        // One field moves both: the shared pieces stand in both lists and cancel.
        const auto all = joined(after, negated(before));
        variance = linear_covariance(all, all, l);
    } else {
        variance = linear_covariance(after, after, l) + linear_covariance(before, before, l);
    }
    error.sigma =
        shapes::Area::from_km2(s.field.position_sigma_km * std::sqrt(std::max(0.0, variance)));
    return error;
}

BoundaryError error_of_held(const Setting& s, ErrorModel model) {
    BoundaryError error;
    error.model = model;
    const auto after = whole_front(s.after, s.fixed, s.plane, s.piece_km);
    error.moving_km = length_km(after);
    const double variance = linear_covariance(after, after, s.field.correlation_km);
    error.sigma =
        shapes::Area::from_km2(s.field.position_sigma_km * std::sqrt(std::max(0.0, variance)));
    return error;
}

shapes::Position centre(const shapes::ValidRegion& a, const shapes::ValidRegion& b) {
    shapes::Box box = a.region().box();
    box.add(b.region().box());
    if (box.empty()) {
        return {};
    }
    return {(box.west + box.east) / 2, (box.south + box.north) / 2};
}

} // namespace

const char* name(ErrorModel model) {
    constexpr auto kNames =
        shapes::enum_names<ErrorModel, ErrorModel::retraced>("redrawn", "retraced");
    return kNames.of(model);
}

BoundaryError boundary_error(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                             const shapes::ChangeRegions& change, Measure measure, ErrorModel model,
                             const DisplacementField& field, const EdgeSet& fixed) {
    const Setting setting{before,
                          after,
                          fixed,
                          field,
                          LocalPlane(centre(before, after)),
                          kPiecePerCorrelation * field.correlation_km};
    switch (measure) {
    case Measure::net:
        return error_of_net(setting, model);
    case Measure::held:
        return error_of_held(setting, model);
    case Measure::lost:
    case Measure::gained:
        break;
    }
    const bool lost = measure == Measure::lost;
    const shapes::ValidRegion& region = lost ? change.lost : change.gained;
    return error_of_change(setting, region, shapes::ellipsoidal_area(region), lost ? 1.0 : -1.0,
                           model);
}

BoundaryError boundary_error(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                             Measure measure, ErrorModel model, const DisplacementField& field,
                             const EdgeSet& fixed) {
    const bool one_way = measure == Measure::lost || measure == Measure::gained;
    return boundary_error(before, after,
                          one_way ? shapes::change_regions(before, after) : shapes::ChangeRegions{},
                          measure, model, field, fixed);
}

} // namespace engine
