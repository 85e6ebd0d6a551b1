// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/share_whole.hpp"

#include <cstddef>
#include <string>

namespace engine {

/// Shares of regions in a row, of which only the first says what they are: "99.7 % of Luhansk
/// oblast, 79 % of Donetsk", "в Запорожской области — 74 %, в Херсонской — 76 %".
class ShareRow {
  public:
    ShareRow(const Annotated& text, Sentence s) : text_(text), s_(s) {}

    /// Takes in the whole of a share that begins at token `first`.
    void note(std::size_t first, const Whole& whole);

    /// The region beside a share in tokens [first, last) that has none of its own; `last` of it is
    /// 0 where no share stands before or no region of the same kind is beside.
    Whole beside(std::size_t first, std::size_t last) const;

  private:
    NameFound named_at(std::size_t at) const;
    Whole whole_of(const NameFound& name, std::size_t last) const;
    Whole behind(std::size_t at) const;
    Whole before(std::size_t first, std::size_t last) const;

    const Annotated& text_;
    Sentence s_;
    bool begun_ = false;
    std::string kind_;        ///< of the region named last
    std::string noun_;        ///< its noun as the text has it: "области"
    bool noun_first_ = false; ///< "obwodu dniepropietrowskiego"
};

} // namespace engine
