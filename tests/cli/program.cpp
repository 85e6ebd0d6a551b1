// SPDX-License-Identifier: MIT
#include "tests/cli/program.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + "'";
}

/// Every document that a test has the program write is kept where AREACLAIM_KEEP_JSON names a
/// folder, for tests/schema/validate.py.
void keep_document(const std::string& out) {
    const char* folder = std::getenv("AREACLAIM_KEEP_JSON");
    if (folder == nullptr || !out.starts_with("{\n  \"schema\": \"areaclaim/") ||
        !out.ends_with("}\n")) {
        return;
    }
    static int count = [&] {
        fs::remove_all(folder);
        fs::create_directories(folder);
        return 0;
    }();
    write_text(std::string(folder) + "/" + std::to_string(++count) + ".json", out);
}

} // namespace

std::string inputs_folder() {
    return std::string(AREACLAIM_SOURCE_DIR) + "/tests/cli/inputs";
}

std::string scratch_folder() {
    static const std::string folder = [] {
        const fs::path path =
            fs::temp_directory_path() / ("areaclaim-cli-" + std::to_string(::getpid()));
        fs::remove_all(path);
        fs::create_directories(path);
        return path.string();
    }();
    return folder;
}

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_text(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

Ran run(const std::string& command_line, const std::string& input) {
    const std::string out = scratch_folder() + "/stdout";
    const std::string err = scratch_folder() + "/stderr";
    const std::string in = scratch_folder() + "/stdin";
    write_text(in, input);
    const std::string script =
        "cd " + quoted(inputs_folder()) +
        " && unset NO_COLOR COLUMNS\nSCRATCH=" + quoted(scratch_folder()) +
        "\nexport XDG_STATE_HOME=$SCRATCH/state XDG_CACHE_HOME=$SCRATCH/cache"
        " XDG_DATA_DIRS=$SCRATCH/share"
        "\nareaclaim() { " +
        quoted(std::string(AREACLAIM_BINARY_DIR) + "/areaclaim") + " \"$@\"; }\n" + command_line;
    const std::string shell =
        "bash -c " + quoted(script) + " <" + quoted(in) + " >" + quoted(out) + " 2>" + quoted(err);
    const int status = std::system(shell.c_str());
    Ran ran;
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ran.out = text_of(out);
    ran.err = text_of(err);
    keep_document(ran.out);
    return ran;
}

} // namespace cli
