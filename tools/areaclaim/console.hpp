// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/table.hpp"

#include <string>
#include <string_view>

namespace areaclaim {

/// Options that every command has.
struct CommonOptions {
    bool json = false;
    bool quiet = false;
    std::string color = "auto"; ///< auto, always, never
    std::string unit = "km2";   ///< of areas in tables and sentences: see report::AreaUnit
};

/// The terminal: results go to standard output, everything else to standard error.
class Console {
  public:
    /// Looks at the options, at NO_COLOR and COLUMNS, and at what the two streams are.
    explicit Console(const CommonOptions& options);

    bool json() const { return json_; }
    bool quiet() const { return quiet_; }
    bool stderr_is_terminal() const { return stderr_is_terminal_; }
    const report::Screen& screen() const { return screen_; }

    /// Writes a result whole. A reader that has gone (`| head`) is no error and ends nothing but
    /// the writing; anything else that stops it throws OutputError.
    void out(std::string_view text) const;

    /// Something worth knowing that is not wrong. Silent with --quiet.
    void note(std::string_view text) const;
    /// Something that may make the result wrong. Silent with --quiet; it stands in the JSON as well
    /// where it concerns a file.
    void warn(std::string_view text) const; ///< an empty text warns of nothing
    /// Why the program ends without a result. Never silent.
    void error(std::string_view text) const;

  private:
    void message(std::string_view kind, std::string_view text, report::Tone tone) const;

    bool json_;
    bool quiet_;
    bool stderr_is_terminal_;
    report::Screen screen_;
    report::Screen error_screen_;
};

} // namespace areaclaim
