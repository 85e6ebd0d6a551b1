// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace cli {

/// What a run of the program gave.
struct Ran {
    int code = -1; ///< exit code; -1 where a signal ended it
    std::string out;
    std::string err;
};

/// Runs a command line in a shell, in the folder of the tests' inputs, with `areaclaim` standing
/// for the program that was built, and colour and width as in a pipe whatever the caller's terminal
/// is.
Ran run(const std::string& command_line, const std::string& input = "");

/// The folder of the tests' inputs, and one for what a test writes, emptied at the start.
std::string inputs_folder();
std::string scratch_folder();

/// A file's text; empty where there is none.
std::string text_of(const std::string& path);
void write_text(const std::string& path, const std::string& text);

} // namespace cli
