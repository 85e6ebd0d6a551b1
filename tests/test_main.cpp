// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT
#include <cstdlib>
#include <doctest/doctest.h>

// Tests keep out of the cache of whoever runs them.
int main(int argc, char** argv) {
    ::setenv("XDG_CACHE_HOME", "/proc/none", 1);
    return doctest::Context(argc, argv).run();
}
