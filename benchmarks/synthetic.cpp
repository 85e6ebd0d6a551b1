// SPDX-License-Identifier: MIT
#include "benchmarks/synthetic.hpp"

#include "shapes/change/change_area.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numbers>
#include <string>

namespace {

constexpr double kSpacingKm = 2.5;
constexpr double kHeightKm = 200.0;
constexpr double kFrontKm = 120.0;
constexpr double kDailyKm = 7.0; // on average, where the push is deepest

/// A sum of waves longer than 25 km.
class Wave {
  public:
    Wave(engine::NormalSource& random, double amplitude_km) {
        for (Term& t : terms_) {
            t = {amplitude_km * random.normal() / std::sqrt(4.0),
                 2.0 * std::numbers::pi / random.between(25.0, 150.0),
                 random.between(0.0, 2.0 * std::numbers::pi)};
        }
    }
    double operator()(double y) const {
        double sum = 0.0;
        for (const Term& t : terms_) {
            sum += t.size * std::sin(t.frequency * y + t.phase);
        }
        return sum;
    }

  private:
    struct Term {
        double size, frequency, phase;
    };
    std::array<Term, 4> terms_{}; // whose sizes add up in quadrature
};

/// How deep the front is pushed in, 0 … 1: rises over `edge` km on both sides.
double push(double y, double from, double to, double edge) {
    const auto rise = [](double t) {
        const double c = std::clamp(t, 0.0, 1.0);
        return c * c * (3.0 - 2.0 * c);
    };
    return rise((y - from) / edge) * rise((to - y) / edge);
}

const engine::LocalPlane& plane() {
    static const engine::LocalPlane here({32.0, 48.0});
    return here;
}

shapes::Position position(double x_km, double y_km) {
    const shapes::Position c = plane().centre();
    const double lat = c.lat + y_km / engine::LocalPlane::km_per_degree_lat(c.lat);
    return {c.lon + x_km / engine::LocalPlane::km_per_degree_lon(lat), lat};
}

} // namespace

Campaign::Campaign(engine::NormalSource& random, engine::ErrorModel model) : model_(model) {
    constexpr std::array kSigmasKm{0.25, 0.5, 1.0, 1.5};
    field_ = {kSigmasKm[static_cast<std::size_t>(random.uniform() * 4.0)], 10.0};
    const Wave front(random, 6.0);
    const double from = random.between(20.0, 60.0);
    const double to = random.between(120.0, 180.0);
    const double edge = random.between(4.0, 15.0);
    constexpr std::array kUnevenness{1.0, 2.5, 6.0};
    const double uneven = kUnevenness[static_cast<std::size_t>(random.uniform() * 3.0)];
    double depth = 0.0;
    std::vector<engine::PlanePoint> all;
    for (int day = 0; day < kDays; ++day) {
        depth += day == 0 ? 0.0 : kDailyKm * (uneven + 1.0) * std::pow(random.uniform(), uneven);
        Outline outline;
        outline.first = all.size();
        const auto add = [&](double x, double y) { outline.places.push_back({x, y}); };
        const auto x_of = [&](double y) {
            return kFrontKm + front(y) - std::min(depth, 100.0) * push(y, from, to, edge);
        };
        for (double x = 0.0; x < x_of(0.0); x += kSpacingKm) {
            add(x, 0.0);
        }
        for (double y = 0.0; y < kHeightKm; y += kSpacingKm) {
            add(x_of(y), y);
        }
        for (double x = x_of(kHeightKm); x > 0.0; x -= kSpacingKm) {
            add(x, kHeightKm);
        }
        for (double y = kHeightKm; y > 0.0; y -= kSpacingKm) {
            add(0.0, y);
        }
        all.insert(all.end(), outline.places.begin(), outline.places.end());
        days_.push_back(std::move(outline));
    }
    const std::vector<engine::PlanePoint> still(all.size());
    const shapes::ValidRegion start = shapes::validate(region(days_.front(), still)).region;
    for (const Outline& day : days_) {
        const auto now = shapes::validate(region(day, still)).region;
        lost_km2_.push_back(shapes::change_area(start, now).lost.km2());
    }
    sampled_ = std::make_unique<engine::SampledField>(all, field_);
}

shapes::Region Campaign::region(const Outline& outline,
                                const std::vector<engine::PlanePoint>& by) const {
    std::vector<shapes::Position> ring;
    for (std::size_t i = 0; i < outline.places.size(); ++i) {
        const engine::PlanePoint& d = by[outline.first + i];
        ring.push_back(position(outline.places[i].x_km + d.x_km, outline.places[i].y_km + d.y_km));
    }
    shapes::Region region;
    region.add_polygon(std::vector<std::vector<shapes::Position>>{ring});
    return region;
}

std::vector<engine::ControlBoundary> Campaign::draw(engine::NormalSource& random) const {
    std::vector<engine::ControlBoundary> maps;
    std::vector<engine::PlanePoint> by;
    for (int day = 0; day < kDays; ++day) {
        if (day == 0 || model_ == engine::ErrorModel::retraced) {
            by = sampled_->draw(random);
        }
        engine::BoundaryParts parts;
        parts.source = "synthetic";
        parts.paths = {std::to_string(day)};
        parts.map_date = engine::Date::from_ymd(2022, 9, 1)->plus_days(day);
        parts.drawn[0] = region(days_[static_cast<std::size_t>(day)], by);
        maps.push_back(engine::make_control_boundary(std::move(parts)));
    }
    return maps;
}
