// SPDX-License-Identifier: MIT
#include "tools/areaclaim/load.hpp"
