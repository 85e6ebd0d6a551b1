// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <csignal>
#include <cstddef>

namespace shapes::io {

/// The signals by which somebody ends the program, for whoever has to tidy up first.
class EndingSignals {
  public:
    static constexpr std::array kAll{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    /// Lets `handler` have them, but for those that somebody else handles or that are ignored.
    void take(void (*handler)(int)) {
        for (std::size_t i = 0; i < kAll.size(); ++i) {
            ::sigaction(kAll[i], nullptr, &before_[i]);
            if (before_[i].sa_handler == SIG_DFL) {
                struct sigaction ours {};
                ours.sa_handler = handler;
                ::sigaction(kAll[i], &ours, nullptr);
            }
        }
    }
    void give_back() {
        for (std::size_t i = 0; i < kAll.size(); ++i) {
            ::sigaction(kAll[i], &before_[i], nullptr);
        }
    }
    /// For a handler that has done its part: the program ends as without it.
    static void end_by(int signal) {
        ::signal(signal, SIG_DFL);
        ::raise(signal);
    }

  private:
    std::array<struct sigaction, kAll.size()> before_{};
};

} // namespace shapes::io
