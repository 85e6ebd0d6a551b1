// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

/// 64-bit keys to 32-bit values, in one block of memory with open addressing; only grows. Each
/// word of a text is looked up letter by letter, which a node-based map is too slow for.
/// The key ~0 is not available.
class FlatMap {
  public:
    /// The value of a key, or nullptr.
    const std::uint32_t* find(std::uint64_t key) const {
        for (std::size_t at = place_of(key);; at = (at + 1) & mask_) {
            if (slots_[at].key == key) {
                return &slots_[at].value;
            }
            if (slots_[at].key == kFree) {
                return nullptr;
            }
        }
    }

    /// Adds a key that is not there yet.
    void insert(std::uint64_t key, std::uint32_t value) {
        if (2 * ++count_ > slots_.size()) {
            grow();
        }
        put(key, value);
    }

  private:
    static constexpr std::uint64_t kFree = ~std::uint64_t{0};
    struct Slot {
        std::uint64_t key = kFree;
        std::uint32_t value = 0;
    };

    /// Fibonacci hashing (Knuth, The Art of Computer Programming, vol. 3, 6.4).
    std::size_t place_of(std::uint64_t key) const {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32U) & mask_;
    }
    void put(std::uint64_t key, std::uint32_t value) {
        std::size_t at = place_of(key);
        while (slots_[at].key != kFree) {
            at = (at + 1) & mask_;
        }
        slots_[at] = {key, value};
    }
    void grow() {
        std::vector<Slot> before(2 * slots_.size());
        before.swap(slots_);
        mask_ = slots_.size() - 1;
        for (const Slot& slot : before) {
            if (slot.key != kFree) {
                put(slot.key, slot.value);
            }
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(64);
    std::size_t mask_ = 63;
    std::size_t count_ = 0;
};

} // namespace engine
