// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/read_options.hpp"
#include "engine/claims/resolve/region_memory.hpp"

#include <string_view>
#include <vector>

namespace engine {

/// Days, direction and speaker of the claims of a text, sentence by sentence: what the sentence
/// itself says, and for a comparison ("that is almost the size of …") what the claim before said;
/// and the region that "a third of the oblast" speaks of.
class Context {
  public:
    explicit Context(const ReadOptions& options) : options_(options) {}

    void complete(const Annotated& text, Sentence sentence, std::string_view input,
                  std::vector<Draft>& drafts);

  private:
    void name_regions(const Annotated& text, Sentence sentence, std::vector<Draft>& drafts);

    ReadOptions options_;
    std::optional<TextClaim> before_; ///< the last claim
    std::size_t sentences_since_ = 0;
    RegionMemory regions_;
};

} // namespace engine
