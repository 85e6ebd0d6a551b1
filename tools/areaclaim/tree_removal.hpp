// SPDX-License-Identifier: MIT
#pragma once

namespace areaclaim {

/// Removes a folder and all below it, following no link. Calls nothing that a signal handler may
/// not call. What cannot be removed stays; so does what lies more than `kDeepest` folders down.
void remove_tree(const char* path) noexcept;

inline constexpr int kDeepest = 64;

} // namespace areaclaim
