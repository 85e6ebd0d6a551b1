// SPDX-License-Identifier: MIT
#pragma once
// INTERIM: goes when the kernel lands.
#include "shapes/difference/valid_region.hpp"
namespace shapes {
ValidRegion interim_valid(Region oriented);
}
