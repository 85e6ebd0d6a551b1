# SPDX-License-Identifier: MIT
# The options of all our own code. An INTERFACE target that is never installed, so that
# nobody who links areaclaim inherits our warnings.
add_library(areaclaim_options INTERFACE)
target_include_directories(areaclaim_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(areaclaim_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Wcast-align -Woverloaded-virtual -Wnull-dereference
    -Wformat=2 -Wimplicit-fallthrough
    # Contraction would let the compiler fuse a*b+c where it likes: the predicates' error bounds
    # count roundings, and the same bits must come out of every dispatch path.
    -ffp-contract=off)
if(CMAKE_UNITY_BUILD)
    # Where sources are joined, a constant of one file is no shadow over another's.
    target_compile_options(areaclaim_options INTERFACE -Wno-shadow)
endif()
if(AREACLAIM_WERROR)
    target_compile_options(areaclaim_options INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # float to double; clang's flag of that name also means double to long double, which tests want.
    target_compile_options(areaclaim_options INTERFACE -Wdouble-promotion)
    # GCC 12 reports false positives of these from inside the standard library at -O2/-O3.
    target_compile_options(areaclaim_options INTERFACE
        -Wno-null-dereference -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
        -Wno-maybe-uninitialized)
endif()
if(AREACLAIM_SANITIZE)
    # Project-wide, so that static libraries, modules and tests agree on the runtime.
    add_compile_options(-fsanitize=${AREACLAIM_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${AREACLAIM_SANITIZE})
    if(AREACLAIM_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
endif()
if(AREACLAIM_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link) # what libFuzzer steers by
    add_link_options(-fsanitize=fuzzer-no-link)
endif()
if(AREACLAIM_COVERAGE)
    add_compile_options(--coverage -O0)
    add_link_options(--coverage)
endif()
