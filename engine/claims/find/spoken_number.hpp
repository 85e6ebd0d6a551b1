// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace engine {

/// Adds numbers the way they are spoken: "two thousand five hundred and ten", "zwei|und|dreißig".
class SpokenNumber {
  public:
    bool empty() const { return !started_; }
    double value() const { return total_ + current_; }
    double step() const { return step_; }
    double largest_multiplier() const { return largest_; }

    bool can_add(double number, bool digits) const;
    void add(double number, bool digits, double step);
    bool can_multiply(double by) const {
        return !started_ || has_current_ || by > last_multiplier_;
    }
    void multiply(double by);
    /// "and a half": of one ("two and a half"), or of the last multiplier ("a million and a half").
    void add_half();

  private:
    double total_ = 0.0;
    double current_ = 0.0;
    double step_ = 1.0;
    double last_multiplier_ = 0.0;
    double largest_ = 1.0;
    bool has_current_ = false;
    bool started_ = false;
    bool last_was_digits_ = false;
};

/// Adds a number written as one word ("zweitausendfünfhundert") at token i; false where the word is
/// none, or the sum has begun.
bool add_compound(const Annotated& text, std::size_t i, SpokenNumber& sum);

/// The value of a number written as one folded word ("dreizehn", "zweitausend"), or nullopt.
std::optional<double> compound_value(const Lexicon& lexicon, std::string_view word);

} // namespace engine
