// SPDX-License-Identifier: MIT
#include "engine/uncertainty/covariance.hpp"

#include "engine/uncertainty/field.hpp"

#include <Eigen/Core>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_map>

namespace engine {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;

/// Correlations between two sets of pieces; what is further apart than the reach has no entry, so
/// the matrix of a long front is sparse. Pairs are found over a grid of cells as wide as the reach.
Matrix correlations(const std::vector<FrontPiece>& a, const std::vector<FrontPiece>& b,
                    double correlation_km) {
    const double reach = correlation_reach_km(correlation_km);
    const auto cell = [&](double x, double y) {
        return static_cast<std::int64_t>(std::floor(x / reach)) * 0x40000000 +
               static_cast<std::int64_t>(std::floor(y / reach));
    };
    std::unordered_map<std::int64_t, std::vector<std::size_t>> cells;
    for (std::size_t j = 0; j < b.size(); ++j) {
        cells[cell(b[j].x_km, b[j].y_km)].push_back(j);
    }
    std::vector<Eigen::Triplet<double>> entries;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto found = cells.find(cell(a[i].x_km + dx * reach, a[i].y_km + dy * reach));
                if (found == cells.end()) {
                    continue;
                }
                for (const std::size_t j : found->second) {
                    const double d = std::hypot(a[i].x_km - b[j].x_km, a[i].y_km - b[j].y_km);
                    if (d < reach) {
                        entries.emplace_back(static_cast<int>(i), static_cast<int>(j),
                                             correlation(d, correlation_km));
                    }
                }
            }
        }
    }
    Matrix matrix(static_cast<Eigen::Index>(a.size()), static_cast<Eigen::Index>(b.size()));
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

/// Normals as two columns, east and north.
Eigen::MatrixX2d normals(const std::vector<FrontPiece>& pieces) {
    Eigen::MatrixX2d n(static_cast<Eigen::Index>(pieces.size()), 2);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        n.row(static_cast<Eigen::Index>(i)) << pieces[i].nx_km, pieces[i].ny_km;
    }
    return n;
}

} // namespace

double linear_covariance(const std::vector<FrontPiece>& a, const std::vector<FrontPiece>& b,
                         double correlation_km) {
    if (a.empty() || b.empty()) {
        return 0.0;
    }
    const Eigen::MatrixX2d moved = correlations(a, b, correlation_km) * normals(b);
    return normals(a).cwiseProduct(moved).sum();
}

double sliver_variance(const std::vector<FrontPiece>& pieces, double correlation_km) {
    const Matrix rho = correlations(pieces, pieces, correlation_km);
    double sum = 0.0;
    for (Eigen::Index i = 0; i < rho.outerSize(); ++i) {
        const FrontPiece& p = pieces[static_cast<std::size_t>(i)];
        const double p_length = std::hypot(p.nx_km, p.ny_km);
        for (Matrix::InnerIterator entry(rho, i); entry; ++entry) {
            const FrontPiece& q = pieces[static_cast<std::size_t>(entry.col())];
            const double lengths = p_length * std::hypot(q.nx_km, q.ny_km);
            if (lengths <= 0.0) {
                continue;
            }
            const double r = std::clamp(
                entry.value() * (p.nx_km * q.nx_km + p.ny_km * q.ny_km) / lengths, -1.0, 1.0);
            sum += lengths * (std::sqrt(1.0 - r * r) + r * (std::numbers::pi - std::acos(r)) - 1.0);
        }
    }
    return sum / (2.0 * std::numbers::pi);
}

} // namespace engine
