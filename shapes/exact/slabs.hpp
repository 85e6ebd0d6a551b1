// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/exact/lines.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace shapes::exact {

/// A longitude where the stack of lines may change: an end of a line, which is a double, or a
/// crossing, which is a fraction.
struct Bound {
    Real rounded;                    ///< off by less than 2 ε of its size (ε of Real)
    std::optional<Rational> crossed; ///< where it is a crossing; else `rounded` is exact

    Rational exact() const { return crossed ? *crossed : Rational(static_cast<double>(rounded)); }
};

/// Counts work, so that an answer nobody would wait for is given up. A step is some 10 ns.
class Budget {
  public:
    explicit Budget(std::uint64_t steps) : left_(steps) {}
    /// Whether it was still there.
    bool take(std::uint64_t steps) {
        const bool enough = steps <= left_;
        left_ -= enough ? steps : left_;
        return enough;
    }

  private:
    std::uint64_t left_;
};

/// The bounds of all slabs from west to east, no two equal: between two neighbours no line begins,
/// ends or crosses another. Nothing where the budget is too small.
std::optional<std::vector<Bound>> slab_bounds(const Lines& lines, Budget& budget);

/// Lines within a slab, from south to north, followed from slab to slab.
class Stack {
  public:
    /// Refers to both.
    Stack(const Lines& lines, const std::vector<Bound>& bounds);

    /// One line of the stack.
    struct Entry {
        std::uint32_t line;
        Real latitude; ///< in the middle of the slab, off by at most `error`
        Real error;
        bool on_previous; ///< runs along the line below it all through the slab
    };

    /// The slab between bounds i and i + 1; slabs are asked for one after the other, from 0 on.
    const std::vector<Entry>& at(std::size_t slab);

  private:
    void measure(std::size_t slab);
    int compare(const Entry& a, const Entry& b) const;

    const std::vector<Line>& lines_;
    const std::vector<Bound>& bounds_;
    std::vector<std::uint32_t> last_slab_; ///< of each line, past its last
    std::size_t next_line_ = 0;            ///< the first that has not begun
    std::size_t slab_ = 0;
    std::vector<Entry> entries_;
};

} // namespace shapes::exact
