// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace bench {

/// The most bytes that were allocated at one time by `work`, beyond what stood before it. Counts
/// what goes through operator new, which memory.cpp replaces in the executable it is linked into;
/// outside of this call the replacement only forwards. One thread.
std::size_t peak_bytes(const std::function<void()>& work);

} // namespace bench
