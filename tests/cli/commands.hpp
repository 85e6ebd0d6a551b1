// SPDX-License-Identifier: MIT
#pragma once

#include "tests/cli/program.hpp"

#include <doctest/doctest.h>

#include <string>

namespace cli {

/// The text of a file in the scratch folder.
inline std::string scratch(const std::string& name) {
    return text_of(scratch_folder() + "/" + name);
}

/// Checks with what a command ends, and what it says, on whichever stream.
inline void ends_with(int code, const std::string& command, const std::string& message = "") {
    const Ran ran = run(command);
    CAPTURE(command);
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    CHECK(ran.code == code);
    CHECK((ran.out + ran.err).find(message) != std::string::npos);
}

} // namespace cli
