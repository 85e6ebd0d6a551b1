# SPDX-License-Identifier: MIT
# Libraries that cost tens of milliseconds before main (GDAL 50 ms, PROJ 10 ms) live in modules
# that the program opens when a file needs them. In the build tree they stand in build/modules,
# installed in lib/areaclaim; the program knows both from its own place, tests have a run path.
set(AREACLAIM_MODULE_DIR ${CMAKE_BINARY_DIR}/modules)
set(AREACLAIM_INSTALL_MODULE_DIR ${CMAKE_INSTALL_LIBDIR}/areaclaim)
set(CMAKE_BUILD_RPATH ${AREACLAIM_MODULE_DIR})
file(RELATIVE_PATH AREACLAIM_MODULES_FROM_BIN /${CMAKE_INSTALL_BINDIR} /${AREACLAIM_INSTALL_MODULE_DIR})

# areaclaim_add_module(NAME sources…): a module next to the others, built with our options.
function(areaclaim_add_module name)
    add_library(${name} MODULE ${ARGN})
    set_target_properties(${name} PROPERTIES PREFIX ""
        LIBRARY_OUTPUT_DIRECTORY ${AREACLAIM_MODULE_DIR})
    target_link_libraries(${name} PRIVATE areaclaim_options)
    install(TARGETS ${name} LIBRARY DESTINATION ${AREACLAIM_INSTALL_MODULE_DIR})
endfunction()
