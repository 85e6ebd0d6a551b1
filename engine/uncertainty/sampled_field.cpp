// SPDX-License-Identifier: MIT
#include "engine/uncertainty/sampled_field.hpp"

#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>

#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

namespace engine {
namespace {

using Matrix = Eigen::SparseMatrix<double>;
using RowMatrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;

constexpr double kNodesPerCorrelation = 4.0;

/// Added to the diagonal: nodes that nearly coincide would make the factorisation fail. A hundredth
/// of a percent of the variance.
constexpr double kNugget = 1e-4;

/// Points by square cell, for finding those within a distance.
class Cells {
  public:
    explicit Cells(double size) : size_(size) {}

    void add(PlanePoint p, int index) { cells_[key(p, 0, 0)].push_back(index); }

    template<typename Visit>
    void around(PlanePoint p, const Visit& visit) const {
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                if (const auto found = cells_.find(key(p, dx, dy)); found != cells_.end()) {
                    for (const int index : found->second) {
                        visit(index);
                    }
                }
            }
        }
    }

  private:
    std::int64_t key(PlanePoint p, int dx, int dy) const {
        return (static_cast<std::int64_t>(std::floor(p.x_km / size_)) + dx) * 0x40000000 +
               static_cast<std::int64_t>(std::floor(p.y_km / size_)) + dy;
    }

    double size_;
    std::unordered_map<std::int64_t, std::vector<int>> cells_;
};

double distance(PlanePoint a, PlanePoint b) {
    return std::hypot(a.x_km - b.x_km, a.y_km - b.y_km);
}

/// Places none of which is nearer than `spacing` to another, and all places near one of them.
std::vector<PlanePoint> choose_nodes(const std::vector<PlanePoint>& places, double spacing) {
    std::vector<PlanePoint> nodes;
    Cells cells(spacing);
    for (const PlanePoint place : places) {
        bool taken = false;
        cells.around(place, [&](int n) {
            taken = taken || distance(place, nodes[static_cast<std::size_t>(n)]) < spacing;
        });
        if (!taken) {
            cells.add(place, static_cast<int>(nodes.size()));
            nodes.push_back(place);
        }
    }
    return nodes;
}

/// The different places in the order of their first occurrence, and which of them each place is:
/// two maps of one source have most of theirs in common.
std::vector<Eigen::Index> rows_of(const std::vector<PlanePoint>& places,
                                  std::vector<PlanePoint>& different) {
    std::map<std::pair<double, double>, Eigen::Index> row_at;
    std::vector<Eigen::Index> rows;
    rows.reserve(places.size());
    for (const PlanePoint place : places) {
        const auto [at, is_new] = row_at.try_emplace({place.x_km, place.y_km},
                                                     static_cast<Eigen::Index>(different.size()));
        if (is_new) {
            different.push_back(place);
        }
        rows.push_back(at->second);
    }
    return rows;
}

/// Covariances of `rows` with `columns` for a field of standard deviation 1.
template<typename Sparse>
Sparse covariances(const std::vector<PlanePoint>& rows, const std::vector<PlanePoint>& columns,
                   double correlation_km) {
    const double reach = correlation_reach_km(correlation_km);
    Cells cells(reach);
    for (std::size_t j = 0; j < columns.size(); ++j) {
        cells.add(columns[j], static_cast<int>(j));
    }
    std::vector<Eigen::Triplet<double>> entries;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        cells.around(rows[i], [&](int j) {
            const double d = distance(rows[i], columns[static_cast<std::size_t>(j)]);
            if (d < reach) {
                entries.emplace_back(static_cast<int>(i), j, correlation(d, correlation_km));
            }
        });
    }
    Sparse matrix(static_cast<Eigen::Index>(rows.size()),
                  static_cast<Eigen::Index>(columns.size()));
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

} // namespace

struct SampledField::Factor {
    double sigma_km = 0.0;
    std::vector<Eigen::Index> row_of; ///< for each place, its row below; equal places share one
    Eigen::Index nodes = 0;
    Eigen::SimplicialLLT<Matrix> cholesky; ///< of the nodes' covariance, with a fill-reducing order
    RowMatrix place_to_node;               ///< covariances of the different places with nodes
};

SampledField::SampledField(const std::vector<PlanePoint>& places, const DisplacementField& field)
    : factor_(std::make_unique<Factor>()) {
    const double l = field.correlation_km;
    std::vector<PlanePoint> different;
    factor_->row_of = rows_of(places, different);
    const auto nodes = choose_nodes(different, l / kNodesPerCorrelation);
    factor_->sigma_km = field.position_sigma_km;
    factor_->nodes = static_cast<Eigen::Index>(nodes.size());
    if (nodes.empty()) {
        return;
    }
    Matrix covariance = covariances<Matrix>(nodes, nodes, l);
    for (Eigen::Index i = 0; i < factor_->nodes; ++i) {
        covariance.coeffRef(i, i) += kNugget;
    }
    factor_->cholesky.compute(covariance);
    factor_->place_to_node = covariances<RowMatrix>(different, nodes, l);
}

SampledField::~SampledField() = default;

std::size_t SampledField::node_count() const {
    return static_cast<std::size_t>(factor_->nodes);
}

std::vector<PlanePoint> SampledField::draw(NormalSource& random) const {
    std::vector<PlanePoint> displaced(factor_->row_of.size());
    if (factor_->nodes == 0) {
        return displaced;
    }
    // With covariance K = P'LL'P, node values are P'Lz for white z; the prediction at the places is
    // C·K⁻¹·(node values) = C·P'·L'⁻¹·z, which needs one triangular solve and no node values.
    Eigen::MatrixX2d white(factor_->nodes, 2);
    for (Eigen::Index i = 0; i < factor_->nodes; ++i) {
        white(i, 0) = random.normal();
        white(i, 1) = random.normal();
    }
    const Eigen::MatrixX2d solved = factor_->cholesky.matrixU().solve(white);
    const Eigen::MatrixX2d weights = factor_->cholesky.permutationPinv() * solved;
    const Eigen::MatrixX2d values = factor_->place_to_node * weights;
    for (std::size_t i = 0; i < displaced.size(); ++i) {
        const Eigen::Index row = factor_->row_of[i];
        displaced[i] = {factor_->sigma_km * values(row, 0), factor_->sigma_km * values(row, 1)};
    }
    return displaced;
}

} // namespace engine
