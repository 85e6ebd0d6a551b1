// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/front.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace engine {

/// A piece of line, or a node that stands for some of the pieces around it: a place, and what is
/// multiplied in a sum over pairs.
template<std::size_t N>
struct Cluster {
    double x_km = 0.0;
    double y_km = 0.0;
    std::array<double, N> values{};
};

template<std::size_t N>
using Clusters = std::vector<Cluster<N>>;

/// The cells of a square grid that have something in them, and what.
class CellIndex {
  public:
    using Range = std::pair<std::size_t, std::size_t>;

    template<std::size_t N>
    CellIndex(const Clusters<N>& clusters, double cell_km) : cell_km_(cell_km) {
        order_.reserve(clusters.size());
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            order_.emplace_back(key(column(clusters[i].x_km), column(clusters[i].y_km)), i);
        }
        std::sort(order_.begin(), order_.end());
        for (std::size_t first = 0, last = 0; first < order_.size(); first = last) {
            while (last < order_.size() && order_[last].first == order_[first].first) {
                ++last;
            }
            ranges_.emplace_back(first, last);
            by_key_.emplace(order_[first].first, ranges_.back());
        }
    }

    std::int64_t column(double km) const {
        return static_cast<std::int64_t>(std::floor(km / cell_km_));
    }
    /// What is in a cell, as places in `at`; an empty range where nothing is.
    Range cell(std::int64_t x, std::int64_t y) const {
        const auto found = by_key_.find(key(x, y));
        return found == by_key_.end() ? Range{0, 0} : found->second;
    }
    const std::vector<Range>& cells() const { return ranges_; }
    std::size_t at(std::size_t place) const { return order_[place].second; }

  private:
    static std::int64_t key(std::int64_t x, std::int64_t y) { return x * 0x40000000 + y; }

    double cell_km_;
    std::vector<std::pair<std::int64_t, std::size_t>> order_; // key, index
    std::vector<Range> ranges_;
    std::unordered_map<std::int64_t, Range> by_key_;
};

inline constexpr std::size_t kNodesPerSide = 4;

/// Weights of the values at four Chebyshev nodes of [0, 1] in the cubic through them, at t.
inline std::array<double, kNodesPerSide>
cubic_weights(double t, const std::array<double, kNodesPerSide>& nodes) {
    std::array<double, kNodesPerSide> weights;
    for (std::size_t i = 0; i < kNodesPerSide; ++i) {
        weights[i] = 1.0;
        for (std::size_t j = 0; j < kNodesPerSide; ++j) {
            weights[i] *= j == i ? 1.0 : (t - nodes[j]) / (nodes[i] - nodes[j]);
        }
    }
    return weights;
}

/// The same values on fewer clusters: in each square cell of `cell_km` that holds more clusters
/// than it has nodes (16), their values move to the nodes, by the weights of cubic interpolation
/// between them. The others stay as they are, and so does what is sparse as a whole.
///
/// A sum over pairs of a function of their distance changes by what interpolating that function
/// between the nodes errs: nothing for polynomials of degree 3 in each coordinate, so that what
/// cancels around closed lines goes on cancelling (the first step of a black-box fast multipole
/// method, W. Fong & E. Darve, J. Comput. Phys. 228, 2009, doi:10.1016/j.jcp.2009.08.031).
template<std::size_t N>
Clusters<N> gathered(const Clusters<N>& clusters, double cell_km) {
    constexpr std::size_t kNodes = kNodesPerSide * kNodesPerSide;
    // (1 − cos((2i + 1) π/8)) / 2
    constexpr std::array<double, kNodesPerSide> kAt{0.03806023374435663, 0.3086582838174551,
                                                    0.6913417161825449, 0.9619397662556434};
    Clusters<N> out;
    const CellIndex index(clusters, cell_km);
    for (const auto& [first, last] : index.cells()) {
        if (last - first <= kNodes) {
            for (std::size_t i = first; i < last; ++i) {
                out.push_back(clusters[index.at(i)]);
            }
            continue;
        }
        const Cluster<N>& one = clusters[index.at(first)];
        const double west = static_cast<double>(index.column(one.x_km)) * cell_km;
        const double south = static_cast<double>(index.column(one.y_km)) * cell_km;
        const std::size_t begin = out.size();
        for (std::size_t n = 0; n < kNodes; ++n) {
            out.push_back({west + kAt[n / kNodesPerSide] * cell_km,
                           south + kAt[n % kNodesPerSide] * cell_km,
                           {}});
        }
        for (std::size_t i = first; i < last; ++i) {
            const Cluster<N>& c = clusters[index.at(i)];
            const auto along_x = cubic_weights((c.x_km - west) / cell_km, kAt);
            const auto along_y = cubic_weights((c.y_km - south) / cell_km, kAt);
            for (std::size_t n = 0; n < kNodes; ++n) {
                const double weight = along_x[n / kNodesPerSide] * along_y[n % kNodesPerSide];
                for (std::size_t v = 0; v < N; ++v) {
                    out[begin + n].values[v] += weight * c.values[v];
                }
            }
        }
    }
    return out;
}

/// The longer side of the box around all clusters, km; 0 where there is none.
template<std::size_t N>
double extent_km(const Clusters<N>& clusters) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    double west = kInfinity, south = kInfinity, east = -kInfinity, north = -kInfinity;
    for (const Cluster<N>& c : clusters) {
        west = std::min(west, c.x_km);
        east = std::max(east, c.x_km);
        south = std::min(south, c.y_km);
        north = std::max(north, c.y_km);
    }
    return std::max({0.0, east - west, north - south});
}

/// Sum of `term(distance in km, values of i, values of j)` over i of `a` and j of `b` that are
/// closer than `reach_km`.
template<std::size_t N, typename Term>
double sum_over_pairs(const Clusters<N>& a, const Clusters<N>& b, double reach_km,
                      const Term& term) {
    const CellIndex rows(a, reach_km);
    const CellIndex columns(b, reach_km);
    double sum = 0.0;
    Clusters<N> near; // what is around a cell, side by side in memory
    for (const auto& [first, last] : rows.cells()) {
        const Cluster<N>& one = a[rows.at(first)];
        near.clear();
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                const auto [begin, end] =
                    columns.cell(columns.column(one.x_km) + dx, columns.column(one.y_km) + dy);
                for (std::size_t j = begin; j < end; ++j) {
                    near.push_back(b[columns.at(j)]);
                }
            }
        }
        for (std::size_t i = first; i < last; ++i) {
            const Cluster<N>& p = a[rows.at(i)];
            double part = 0.0;
            for (const Cluster<N>& q : near) {
                const double x = p.x_km - q.x_km;
                const double y = p.y_km - q.y_km;
                const double square = x * x + y * y;
                if (square < reach_km * reach_km) {
                    part += term(std::sqrt(square), p.values, q.values);
                }
            }
            sum += part;
        }
    }
    return sum;
}

} // namespace engine
