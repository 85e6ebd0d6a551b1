// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// A sum that keeps the rounding error of each addition (Neumaier 1974,
/// doi:10.1002/zamm.19740540106). The error of the result is one rounding plus 2n u² Σ|term| for n
/// terms, which is negligible for every n met here.
class CompensatedSum {
  public:
    void add(double term) {
        const double total = sum_ + term;
        const double virtual_term = total - sum_;
        lost_ += (sum_ - (total - virtual_term)) + (term - virtual_term);
        sum_ = total;
    }
    void add(const CompensatedSum& other) {
        add(other.sum_);
        lost_ += other.lost_;
    }
    void subtract(const CompensatedSum& other) {
        add(-other.sum_);
        lost_ -= other.lost_;
    }
    double value() const { return sum_ + lost_; }

  private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

} // namespace shapes
