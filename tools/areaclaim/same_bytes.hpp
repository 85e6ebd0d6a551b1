// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace areaclaim {

/// For each path the index of the first JSON file in the list that has the same bytes: its own
/// where there is none before it. Archives repeat maps; what repeats need not be parsed again.
///
/// Size and a sample tell which files may be equal, their bytes whether they are, so that no file
/// can pass for another. Of many texts that are alike in both, the last eight are compared: a
/// repeat of an older one goes unnoticed, which costs time only. Only JSON counts, whose meaning is
/// in the file itself: other formats lie in several files. What cannot be opened, or has more than
/// `max_bytes`, is like nothing else; reading it says why. Files of one size are looked at by one
/// of `threads` threads, which changes nothing in the result.
std::vector<std::size_t> first_with_same_bytes(const std::vector<std::string>& paths,
                                               std::size_t max_bytes, int threads = 1);

} // namespace areaclaim
