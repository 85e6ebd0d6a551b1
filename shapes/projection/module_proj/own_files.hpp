// SPDX-License-Identifier: MIT
#pragma once

#include <proj.h>

namespace shapes::projection {

/// From now on a PROJ context opens its own database (proj.db), for reading, and no other file:
/// whatever a CRS names, be it a grid, a pipeline's file or an initialisation file, is not there.
void open_own_database_only(PJ_CONTEXT* context);

} // namespace shapes::projection
