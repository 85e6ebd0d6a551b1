// SPDX-License-Identifier: MIT
#include "engine/uncertainty/simulate.hpp"

#include "engine/input_error.hpp"
#include "engine/uncertainty/front.hpp"
#include "engine/uncertainty/random.hpp"
#include "engine/uncertainty/sampled_field.hpp"
#include "shapes/any_fill/any_fill_area.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

namespace engine {
namespace {

constexpr double kStepPerCorrelation = 0.25;

/// Moving positions of one map, at most: a bound of time and memory (a matrix row for each).
constexpr std::size_t kMostPlaces = 1'000'000;

constexpr double kNextToPole = 89.9;

/// A map prepared for displacing: long moving edges divided, and which positions move.
struct Movable {
    shapes::Region region;
    std::vector<std::size_t> moving;              ///< indices of positions that move
    std::vector<PlanePoint> places;               ///< of the moving ones
    std::vector<shapes::Position> degrees_per_km; ///< at each of them, eastward and northward
};

/// Beside a pole a displacement of km is any number of degrees, and over it none.
shapes::Position degrees_per_km(double lat) {
    const double off_pole = std::clamp(lat, -kNextToPole, kNextToPole);
    return {1.0 / LocalPlane::km_per_degree_lon(off_pole),
            1.0 / LocalPlane::km_per_degree_lat(off_pole)};
}

/// Division points depend on the unordered pair of ends only, so that maps which share an edge
/// share them bit for bit.
void add_divided(shapes::Position a, shapes::Position b, double step_km, shapes::Region& out) {
    const bool forward = a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat);
    const shapes::Position from = forward ? a : b;
    const shapes::Position to = forward ? b : a;
    const double length =
        std::hypot((to.lon - from.lon) * LocalPlane::km_per_degree_lon((a.lat + b.lat) / 2),
                   (to.lat - from.lat) * LocalPlane::km_per_degree_lat((a.lat + b.lat) / 2));
    const double parts = std::max(1.0, std::ceil(length / step_km));
    if (parts + static_cast<double>(out.position_count()) > static_cast<double>(kMostPlaces)) {
        throw InputError(
            "the boundaries are too long to be simulated with a correlation length of " +
            std::to_string(4.0 * step_km) +
            " km: give a longer one (correlation_km), or leave out --simulate");
    }
    for (int i = 1; i < static_cast<int>(parts); ++i) {
        const double t = (forward ? i : parts - i) / parts;
        out.add({from.lon + t * (to.lon - from.lon), from.lat + t * (to.lat - from.lat)});
    }
}

Movable make_movable(const shapes::Region& map, const EdgeSet& fixed, const LocalPlane& plane,
                     double step_km) {
    Movable movable;
    std::vector<bool> stays;
    for (std::size_t p = 0; p < map.polygon_count(); ++p) {
        movable.region.add_polygon();
        const auto [first, last] = map.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const shapes::Ring ring = map.ring(r);
            movable.region.add_ring();
            const std::size_t edges = ring.size() - 1;
            for (std::size_t i = 0; i < edges; ++i) {
                const shapes::Position before = ring[(i + edges - 1) % edges];
                const bool edge_fixed = fixed.contains(ring[i], ring[i + 1]);
                movable.region.add(ring[i]);
                stays.push_back(edge_fixed || fixed.contains(before, ring[i]));
                if (!edge_fixed) {
                    add_divided(ring[i], ring[i + 1], step_km, movable.region);
                    stays.resize(movable.region.position_count(), false);
                }
            }
            movable.region.close_ring();
            stays.resize(movable.region.position_count(), true);
        }
    }
    const auto positions = static_cast<const shapes::Region&>(movable.region).positions();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (!stays[i]) {
            movable.moving.push_back(i);
            movable.places.push_back({plane.x_km(positions[i].lon), plane.y_km(positions[i].lat)});
            movable.degrees_per_km.push_back(degrees_per_km(positions[i].lat));
        }
    }
    return movable;
}

/// The map with its moving positions displaced; rings are closed again. A drawing: rings may cross
/// themselves now.
shapes::Region displaced(const Movable& map, const std::vector<PlanePoint>& by,
                         std::size_t offset) {
    shapes::Region moved = map.region;
    const auto positions = moved.positions();
    for (std::size_t k = 0; k < map.moving.size(); ++k) {
        shapes::Position& p = positions[map.moving[k]];
        const PlanePoint d = by[offset + k];
        const shapes::Position scale = map.degrees_per_km[k];
        p.lon += d.x_km * scale.lon;
        p.lat = std::clamp(p.lat + d.y_km * scale.lat, -90.0, 90.0);
    }
    const auto starts = moved.ring_starts();
    for (std::size_t r = 0; r < starts.size(); ++r) {
        const std::size_t end = r + 1 < starts.size() ? starts[r + 1] : positions.size();
        positions[end - 1] = positions[starts[r]];
    }
    return moved;
}

struct Sample {
    double lost = 0.0;
    double gained = 0.0;
    double held = 0.0;
};

/// Both maps and the fields that move them.
class Experiment {
  public:
    Experiment(Movable before, Movable after, ErrorModel model, const DisplacementField& field)
        : before_(std::move(before)), after_(std::move(after)), model_(model),
          field_(joined_places(), field) {}

    Sample run(std::uint64_t seed, int number) const {
        NormalSource random(seed, static_cast<std::uint64_t>(number));
        const auto first = field_.draw(random);
        const shapes::Region b = displaced(before_, first, 0);
        // Redrawn: the same field moves both. Retraced: the map after has a draw of its own.
        const auto second = model_ == ErrorModel::retraced ? field_.draw(random) : first;
        const shapes::Region a = displaced(after_, second, before_.places.size());
        // The general kernel takes drawings as they are. Nearly every displaced map has a ring that
        // crosses itself somewhere, and rebuilding it for the fast kernel costs twice as much.
        const auto change = shapes::any_fill_change_area(b, a);
        return {change.lost.km2(), change.gained.km2(), change.after.km2()};
    }

  private:
    std::vector<PlanePoint> joined_places() const {
        std::vector<PlanePoint> places = before_.places;
        places.insert(places.end(), after_.places.begin(), after_.places.end());
        return places;
    }

    Movable before_;
    Movable after_;
    ErrorModel model_;
    SampledField field_;
};

std::vector<Sample> run_all(const Experiment& experiment, const SimulationOptions& options) {
    std::vector<Sample> samples(static_cast<std::size_t>(options.runs));
    std::atomic<int> next{0};
    int done = 0;
    std::mutex reporting;
    const auto work = [&] {
        for (int i = next++; i < options.runs; i = next++) {
            samples[static_cast<std::size_t>(i)] = experiment.run(options.seed, i);
            if (options.progress) {
                const std::lock_guard lock(reporting);
                options.progress(++done);
            }
        }
    };
    std::vector<std::jthread> others;
    for (int t = 1; t < options.threads; ++t) {
        others.emplace_back(work);
    }
    work();
    return samples;
}

Distribution distribution(const std::vector<Sample>& samples, double (*value)(const Sample&)) {
    Distribution result;
    result.km2.reserve(samples.size());
    for (const Sample& s : samples) {
        result.km2.push_back(value(s));
    }
    std::sort(result.km2.begin(), result.km2.end());
    return result;
}

} // namespace

const Distribution& Simulation::of(Measure measure) const {
    switch (measure) {
    case Measure::lost:
        return lost;
    case Measure::gained:
        return gained;
    case Measure::net:
        return net;
    case Measure::held:
        break;
    }
    return held;
}

SimulatedError simulated_error(const Distribution& runs, shapes::Area measured,
                               shapes::Area correction, bool may_be_negative) {
    const double value = measured.km2();
    const double mean = runs.mean_km2();
    const auto truth = [&](double quantile) {
        const double km2 = value - correction.km2() - (runs.quantile_km2(quantile) - mean);
        return shapes::Area::from_km2(may_be_negative ? km2 : std::max(0.0, km2));
    };
    SimulatedError error;
    error.runs = static_cast<int>(runs.km2.size());
    error.sigma = shapes::Area::from_km2(runs.sigma_km2());
    error.bias = shapes::Area::from_km2(mean - value);
    error.low = truth(0.975);
    error.high = truth(0.025);
    return error;
}

double Distribution::mean_km2() const {
    return std::accumulate(km2.begin(), km2.end(), 0.0) / static_cast<double>(km2.size());
}

double Distribution::sigma_km2() const {
    const double mean = mean_km2();
    double sum = 0.0;
    for (const double v : km2) {
        sum += (v - mean) * (v - mean);
    }
    return std::sqrt(sum / static_cast<double>(km2.size() - 1));
}

double Distribution::quantile_km2(double p) const {
    const double at = p * static_cast<double>(km2.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, km2.size() - 1);
    return km2[below] + (at - static_cast<double>(below)) * (km2[above] - km2[below]);
}

Simulation simulate(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                    ErrorModel model, const DisplacementField& field, const EdgeSet& fixed,
                    const SimulationOptions& options) {
    shapes::Box box = before.region().box();
    box.add(after.region().box());
    const LocalPlane plane(
        box.empty() ? shapes::Position{}
                    : shapes::Position{(box.west + box.east) / 2, (box.south + box.north) / 2});
    const double step_km = kStepPerCorrelation * field.correlation_km;
    const Experiment experiment(make_movable(before.region(), fixed, plane, step_km),
                                make_movable(after.region(), fixed, plane, step_km), model, field);
    const auto samples = run_all(experiment, options);
    Simulation result;
    result.model = model;
    result.lost = distribution(samples, [](const Sample& s) { return s.lost; });
    result.gained = distribution(samples, [](const Sample& s) { return s.gained; });
    result.net = distribution(samples, [](const Sample& s) { return s.gained - s.lost; });
    result.held = distribution(samples, [](const Sample& s) { return s.held; });
    return result;
}

} // namespace engine
