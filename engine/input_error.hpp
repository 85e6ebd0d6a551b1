// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace engine {

/// An input that cannot be understood: a case, a profile, or a file in which a profile finds
/// nothing. `what()` is the whole message for a person: which text, which line, the reason, and
/// what to do. The program ends with exit code 3 on it.
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace engine
