// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace areaclaim {

/// What the program ends with. Scripts rely on these numbers.
enum class ExitCode : int {
    done = 0,       ///< done, whatever the verdict
    verdict = 1,    ///< a verdict named by --fail-on occurred
    usage = 2,      ///< wrong usage
    input = 3,      ///< an input cannot be read or understood, or an output not written
    self_check = 4, ///< two computations of one figure disagree beyond their bound
};

/// Wrong usage found after the command line was parsed; ends the program with ExitCode::usage.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// An output that cannot be written. Ends the program with ExitCode::input, as shapes::ReadError,
/// shapes::WriteError and engine::InputError do, whose `what()` names file, place, reason and
/// remedy.
class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace areaclaim
