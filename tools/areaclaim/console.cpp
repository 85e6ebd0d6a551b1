// SPDX-License-Identifier: MIT
#include "tools/areaclaim/console.hpp"

#include "tools/areaclaim/exit_code.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

namespace areaclaim {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kWidthOfPipe = 160; // nobody looks at a pipe's line ends

// All bytes to a file descriptor; the errno of what stopped it, or 0.
int write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return errno;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::size_t terminal_width(bool is_terminal) {
    if (const char* columns = std::getenv("COLUMNS")) {
        std::size_t width = 0;
        const char* end = columns + std::strlen(columns);
        const auto parsed = std::from_chars(columns, end, width);
        if (parsed.ec == std::errc{} && parsed.ptr == end && width > 0) {
            return std::max(width, kLeastWidth);
        }
    }
    if (!is_terminal) {
        return kWidthOfPipe;
    }
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::max<std::size_t>(size.ws_col, kLeastWidth);
    }
    return kDefaultWidth;
}

// https://no-color.org: any value but the empty one switches colour off, unless asked for by flag.
bool wants_colour(const std::string& option, bool is_terminal) {
    if (option != "auto") {
        return option == "always";
    }
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool dumb = term != nullptr && std::strcmp(term, "dumb") == 0;
    return is_terminal && !dumb && (no_color == nullptr || *no_color == '\0');
}

} // namespace

Console::Console(const CommonOptions& options)
    : json_(options.json), quiet_(options.quiet),
      stderr_is_terminal_(::isatty(STDERR_FILENO) == 1) {
    const bool stdout_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    screen_.width = terminal_width(stdout_is_terminal);
    screen_.unit = report::area_unit_from_name(options.unit).value_or(report::AreaUnit::km2);
    screen_.colour = wants_colour(options.color, stdout_is_terminal);
    error_screen_.colour = wants_colour(options.color, stderr_is_terminal_);
}

void Console::out(std::string_view text) const {
    const int error = write_all(STDOUT_FILENO, text);
    if (error != 0 && error != EPIPE) {
        throw OutputError("standard output cannot be written: " +
                          std::string(std::strerror(error)) + "; make room or send it elsewhere");
    }
}

void Console::message(std::string_view kind, std::string_view text, report::Tone tone) const {
    // One line each, so that a text from a file cannot look like a message of its own.
    write_all(STDERR_FILENO,
              report::paint(kind, tone, error_screen_) + ' ' + report::clean(text) + '\n');
}

void Console::note(std::string_view text) const {
    if (!quiet_) {
        message("note:", text, report::Tone::faint);
    }
}

void Console::warn(std::string_view text) const {
    if (!text.empty() && !quiet_) {
        message("warning:", text, report::Tone::warning);
    }
}

void Console::error(std::string_view text) const {
    message("areaclaim:", text, report::Tone::bad);
}

} // namespace areaclaim
