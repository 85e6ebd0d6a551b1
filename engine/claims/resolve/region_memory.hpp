// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// The regions a text has named so far, to tell what "the oblast" or "the island" means: the
/// nearest earlier one of a fitting kind.
class RegionMemory {
  public:
    /// Takes in the names in tokens [first, last), but not of those who act: followed by a verb of
    /// taking ("Israel has seized …").
    void note(const Annotated& text, std::size_t first, std::size_t last);

    /// The same for names that stand before a share in its own sentence. Whoever holds acts there
    /// too ("Israel controls a third of the country").
    void note_before_share(const Annotated& text, std::size_t first, std::size_t last);

    /// Gives an open share its region; where none is known it stays without a figure. A warning
    /// says which it was.
    void resolve(Draft& draft) const;

  private:
    void note_unless(Meanings deeds, const Annotated& text, std::size_t first, std::size_t last);

    /// "Rakhine state": after a region that nobody has listed, "the state" means no other.
    void forget_before_unknown(const Annotated& text, std::size_t first, std::size_t i,
                               std::size_t last);

    struct Named {
        std::size_t order = 0;
        std::vector<const Yardstick*> regions; ///< of one kind, best first
    };
    std::map<std::string, Named, std::less<>> last_by_kind_;
    std::size_t order_ = 0;
};

} // namespace engine
