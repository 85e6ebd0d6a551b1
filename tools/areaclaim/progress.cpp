// SPDX-License-Identifier: MIT
#include "tools/areaclaim/progress.hpp"

#include <algorithm>
#include <cstdio>

namespace areaclaim {
namespace {

constexpr auto kSilentFor = std::chrono::seconds(1);
constexpr auto kRedrawEvery = std::chrono::milliseconds(100);
constexpr std::size_t kBarWidth = 24;

} // namespace

Progress::Progress(const Console& console, std::string what, std::size_t steps)
    : enabled_(console.stderr_is_terminal() && !console.quiet() && steps > 0),
      what_(std::move(what)), steps_(steps) {}

Progress::~Progress() {
    if (drawn_) {
        std::fputs("\r\x1b[K", stderr); // leaves the line as it was
    }
}

void Progress::step() {
    if (!enabled_) {
        return;
    }
    const std::lock_guard lock(mutex_);
    ++done_;
    redraw();
}

void Progress::at(std::size_t done) {
    if (!enabled_) {
        return;
    }
    const std::lock_guard lock(mutex_);
    done_ = std::min(done, steps_);
    redraw();
}

void Progress::redraw() {
    const auto now = Clock::now();
    if (now - started_ >= kSilentFor && now - last_ >= kRedrawEvery) {
        last_ = now;
        draw();
    }
}

void Progress::draw() {
    drawn_ = true;
    const std::size_t filled = kBarWidth * std::min(done_, steps_) / steps_;
    const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
    std::fprintf(stderr, "\r\x1b[K%s [%s] %zu/%zu", what_.c_str(), bar.c_str(), done_, steps_);
}

} // namespace areaclaim
