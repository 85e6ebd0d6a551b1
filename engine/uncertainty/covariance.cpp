// SPDX-License-Identifier: MIT
#include "engine/uncertainty/covariance.hpp"

#include "engine/uncertainty/clusters.hpp"
#include "engine/uncertainty/correlation.hpp"
#include "engine/uncertainty/field.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace engine {
namespace {

/// Cells this many to the reach, or to a map that is smaller: the correlation, interpolated between
/// their nodes, errs by less than 1e-4.
constexpr double kCellsPerReach = 8.0;

Clusters<2> normals(const std::vector<FrontPiece>& pieces) {
    Clusters<2> out;
    out.reserve(pieces.size());
    for (const FrontPiece& p : pieces) {
        out.push_back({p.x_km, p.y_km, {p.nx_km, p.ny_km}});
    }
    return out;
}

/// In maps smaller than the reach the cells shrink with the map. The whole outline then moves
/// nearly as one and its sums nearly cancel; what is left is as small as the map against the reach.
Clusters<2> gathered_normals(const std::vector<FrontPiece>& pieces, double reach_km) {
    const Clusters<2> all = normals(pieces);
    const double extent = extent_km(all);
    return gathered(all, (extent > 0.0 ? std::min(extent, reach_km) : reach_km) / kCellsPerReach);
}

/// Cov(max(0, X), max(0, Y)) · 2π for standard Gaussians of correlation r.
double half_normal_covariance(double r) {
    return std::sqrt(1.0 - r * r) + r * (std::numbers::pi - std::acos(r)) - 1.0;
}

/// `half_normal_covariance(ρ cos φ)` as a series Σ c_m(ρ) cos(mφ): its odd part is π/2 ρ cos φ, of
/// its even part the terms above 8 stay under 1e-3.
class Harmonics {
  public:
    static constexpr std::array<int, 6> kOrders{0, 1, 2, 4, 6, 8};

    Harmonics() {
        constexpr int kAngles = 64;
        for (std::size_t k = 0; k <= kSteps; ++k) {
            const double rho = static_cast<double>(k) / kSteps;
            for (int a = 0; a < kAngles; ++a) {
                const double angle = 2.0 * std::numbers::pi * a / kAngles;
                const double value =
                    half_normal_covariance(std::clamp(rho * std::cos(angle), -1.0, 1.0));
                for (std::size_t m = 0; m < kOrders.size(); ++m) {
                    const double mean = value * std::cos(kOrders[m] * angle) / kAngles;
                    table_[k][m] += kOrders[m] == 0 ? mean : 2.0 * mean;
                }
            }
        }
    }

    /// c_m(ρ) for each of kOrders, ρ in [0, 1].
    std::array<double, kOrders.size()> at(double rho) const {
        const double place = rho * kSteps;
        const auto below = std::min(static_cast<std::size_t>(place), kSteps - 1);
        const double t = place - static_cast<double>(below);
        std::array<double, kOrders.size()> values;
        for (std::size_t m = 0; m < values.size(); ++m) {
            values[m] = (1.0 - t) * table_[below][m] + t * table_[below + 1][m];
        }
        return values;
    }

  private:
    static constexpr std::size_t kSteps = 512;
    std::array<std::array<double, kOrders.size()>, kSteps + 1> table_{};
};

constexpr std::size_t kDirections = 2 * Harmonics::kOrders.size();

/// Length times cos(mφ) and sin(mφ) of the direction φ of each piece's normal.
Clusters<kDirections> directions(const std::vector<FrontPiece>& pieces) {
    Clusters<kDirections> out;
    out.reserve(pieces.size());
    for (const FrontPiece& p : pieces) {
        const double length = std::hypot(p.nx_km, p.ny_km);
        const double angle = std::atan2(p.ny_km, p.nx_km);
        Cluster<kDirections> c{p.x_km, p.y_km, {}};
        for (std::size_t m = 0; m < Harmonics::kOrders.size(); ++m) {
            c.values[2 * m] = length * std::cos(Harmonics::kOrders[m] * angle);
            c.values[2 * m + 1] = length * std::sin(Harmonics::kOrders[m] * angle);
        }
        out.push_back(c);
    }
    return out;
}

/// Where pieces are few: pair by pair.
double sliver_sum(const Clusters<2>& pieces, double reach_km) {
    return sum_over_pairs(
        pieces, pieces, reach_km,
        [&](double d, const std::array<double, 2>& p, const std::array<double, 2>& q) {
            const double lengths = std::hypot(p[0], p[1]) * std::hypot(q[0], q[1]);
            if (lengths <= 0.0) {
                return 0.0;
            }
            const double cosine = (p[0] * q[0] + p[1] * q[1]) / lengths;
            return lengths * half_normal_covariance(
                                 std::clamp(correlation_at(d / reach_km) * cosine, -1.0, 1.0));
        });
}

double sliver_sum(const Clusters<kDirections>& clusters, double reach_km) {
    static const Harmonics harmonics;
    using Values = std::array<double, kDirections>;
    return sum_over_pairs(clusters, clusters, reach_km,
                          [&](double d, const Values& p, const Values& q) {
                              const auto c = harmonics.at(correlation_at(d / reach_km));
                              double sum = 0.0;
                              for (std::size_t m = 0; m < c.size(); ++m) {
                                  sum += c[m] * (p[2 * m] * q[2 * m] + p[2 * m + 1] * q[2 * m + 1]);
                              }
                              return sum;
                          });
}

} // namespace

double linear_covariance(const std::vector<FrontPiece>& a, const std::vector<FrontPiece>& b,
                         double correlation_km) {
    if (a.empty() || b.empty()) {
        return 0.0;
    }
    const double reach = correlation_reach_km(correlation_km);
    return sum_over_pairs(
        gathered_normals(a, reach), gathered_normals(b, reach), reach,
        [&](double d, const std::array<double, 2>& p, const std::array<double, 2>& q) {
            return correlation_at(d / reach) * (p[0] * q[0] + p[1] * q[1]);
        });
}

double sliver_variance(const std::vector<FrontPiece>& pieces, double correlation_km) {
    const double reach = correlation_reach_km(correlation_km);
    const double cell = reach / kCellsPerReach;
    const Clusters<2> all = normals(pieces);
    const bool sparse = gathered(all, cell).size() == all.size();
    const double sum =
        sparse ? sliver_sum(all, reach) : sliver_sum(gathered(directions(pieces), cell), reach);
    return sum / (2.0 * std::numbers::pi);
}

} // namespace engine
