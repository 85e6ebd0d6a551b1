// SPDX-License-Identifier: MIT
#include "shapes/any_fill/shared_lines.hpp"

#include "shapes/any_fill/place_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace shapes::any_fill {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};

/// Places that rings go through in more than one way, or where one turns back; and one of each ring
/// that has none.
std::vector<bool> find_nodes(const validity::InputRings& input, const PlaceNumbers& places) {
    struct Way {
        std::uint32_t from = kNone;
        std::uint32_t to = kNone;
    };
    std::vector<Way> ways(places.first.size());
    std::vector<bool> nodes(places.first.size(), false);
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        const std::uint32_t end = input.ring_end(r);
        std::uint32_t from = places.of[end - 1];
        for (std::uint32_t i = input.ring_start(r); i < end; ++i) {
            const std::uint32_t place = places.of[i];
            const std::uint32_t to = places.of[i + 1];
            Way& way = ways[place];
            if (way.from == kNone && from != to) {
                way = {from, to};
            } else if ((way.from != from || way.to != to) && (way.from != to || way.to != from)) {
                nodes[place] = true;
            }
            from = place;
        }
    }
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        const auto first = places.of.begin() + input.ring_start(r);
        const auto end = places.of.begin() + input.ring_end(r);
        if (std::none_of(first, end, [&](std::uint32_t place) { return nodes[place]; })) {
            nodes[*first] = true;
        }
    }
    return nodes;
}

} // namespace

/// Cuts rings at the nodes and keeps every chain the first time it is met.
class SharedLines::Cutter {
  public:
    Cutter(SharedLines& lines, const validity::InputRings& input, const PlaceNumbers& places)
        : lines_(lines), drawn_(input.vertices()), places_(places),
          nodes_(find_nodes(input, places)) {
        lines_.positions_.reserve(places.first.size());
        lines_.chains_.ranks.reserve(places.first.size());
    }

    /// The ring with vertices [first, last), which are followed by the first one again.
    void cut(std::uint32_t ring, std::uint32_t first, std::uint32_t last) {
        const auto begin = places_.of.begin() + first;
        const auto end = places_.of.begin() + last;
        const auto is_node = [&](std::uint32_t place) { return nodes_[place]; };
        around_.resize(last - first);
        std::rotate_copy(begin, std::find_if(begin, end, is_node), end, around_.begin());
        around_.push_back(around_.front());
        for (auto from = around_.begin(); from + 1 != around_.end();) {
            const auto to = std::find_if(from + 1, around_.end(), is_node);
            const std::uint32_t start = end_at(std::span(from, to + 1));
            runs_.push_back({start / 2, {ring, start % 2 == 0 ? 1 : -1}});
            from = to;
        }
    }

    void finish() {
        lines_.chains_.starts.push_back(static_cast<std::uint32_t>(lines_.positions_.size()));
        lines_.chains_.positions = lines_.positions_;
        // Rings were cut one after the other, so runs of one ring along one chain stay together.
        std::stable_sort(runs_.begin(), runs_.end(),
                         [](const Run& a, const Run& b) { return a.chain < b.chain; });
        auto run = runs_.begin();
        for (std::uint32_t chain = 0; chain < lines_.chains_.size(); ++chain) {
            lines_.multiplicity_starts_.push_back(
                static_cast<std::uint32_t>(lines_.multiplicities_.size()));
            while (run != runs_.end() && run->chain == chain) {
                RingMultiplicity use{run->use.ring, 0};
                for (; run != runs_.end() && run->chain == chain && run->use.ring == use.ring;
                     ++run) {
                    use.multiplicity += run->use.multiplicity;
                }
                if (use.multiplicity != 0) {
                    lines_.multiplicities_.push_back(use);
                }
            }
        }
        lines_.multiplicity_starts_.push_back(
            static_cast<std::uint32_t>(lines_.multiplicities_.size()));
    }

  private:
    struct Run {
        std::uint32_t chain;
        RingMultiplicity use;
    };

    /// The end of the chain that this run of places begins at. No two chains leave a node towards
    /// the same place, as between nodes all rings go the same way.
    std::uint32_t end_at(std::span<const std::uint32_t> run) {
        const auto leaving = [](std::uint32_t node, std::uint32_t towards) {
            return std::uint64_t{node} << 32 | towards;
        };
        const auto start = static_cast<std::uint32_t>(2 * lines_.chains_.starts.size());
        const auto [found, is_new] = ends_.try_emplace(leaving(run[0], run[1]), start);
        if (is_new) {
            ends_.emplace(leaving(run.back(), run[run.size() - 2]), start + 1);
            lines_.chains_.starts.push_back(static_cast<std::uint32_t>(lines_.positions_.size()));
            lines_.chains_.ranks.insert(lines_.chains_.ranks.end(), run.begin(), run.end());
            lines_.positions_.resize(lines_.chains_.ranks.size());
            std::transform(run.begin(), run.end(),
                           lines_.positions_.end() - static_cast<std::ptrdiff_t>(run.size()),
                           [&](std::uint32_t place) { return drawn_[places_.first[place]]; });
        }
        return found->second;
    }

    SharedLines& lines_;
    std::span<const Position> drawn_;
    const PlaceNumbers& places_;
    std::vector<bool> nodes_;                               ///< by place
    std::vector<std::uint32_t> around_;                     ///< places of a ring, from a node on
    std::unordered_map<std::uint64_t, std::uint32_t> ends_; ///< of chains, by their first edges
    std::vector<Run> runs_;
};

SharedLines::SharedLines(const validity::InputRings& input) {
    const PlaceNumbers places = number_places(input.vertices());
    Cutter cutter(*this, input, places);
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        cutter.cut(r, input.ring_start(r), input.ring_end(r));
    }
    cutter.finish();
    number_nodes(static_cast<std::uint32_t>(places.first.size()));
    close_circles();
}

/// The vertex next to the end of a chain.
edges::Vertex SharedLines::towards(std::uint32_t end) const {
    const std::uint32_t at = vertex_of(end);
    return chains_.vertex(end % 2 == 0 ? at + 1 : at - 1);
}

void SharedLines::number_nodes(std::uint32_t places) {
    const auto ends = static_cast<std::uint32_t>(2 * chains_.size());
    std::vector<std::uint32_t> node_at(places, kNone);
    for (std::uint32_t end = 0; end < ends; ++end) {
        std::uint32_t& node = node_at[chains_.ranks[vertex_of(end)]];
        if (node == kNone) {
            node = static_cast<std::uint32_t>(star_starts_.size());
            star_starts_.push_back(0);
        }
        node_of_.push_back(node);
        ++star_starts_[node];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& start : star_starts_) {
        sum += std::exchange(start, sum);
    }
    star_starts_.push_back(ends);
}

/// Counter-clockwise from the east: first all to the north, then all to the south.
void SharedLines::close_circles() {
    star_.resize(node_of_.size());
    std::vector<std::uint32_t> next(star_starts_.begin(), star_starts_.end() - 1);
    for (std::uint32_t end = 0; end < node_of_.size(); ++end) {
        star_[next[node_of_[end]]++] = end;
    }
    for (std::size_t node = 0; node < node_count(); ++node) {
        const auto first = star_.begin() + star_starts_[node];
        const edges::Vertex at = chains_.vertex(vertex_of(*first));
        std::sort(first, star_.begin() + star_starts_[node + 1],
                  [&](std::uint32_t a, std::uint32_t b) {
                      const edges::Vertex p = towards(a);
                      const edges::Vertex q = towards(b);
                      const bool north = edges::perturbed_north_of(p, at);
                      return north == edges::perturbed_north_of(q, at)
                                 ? a != b && edges::perturbed_orientation(at, p, q) > 0
                                 : north;
                  });
    }
    place_in_star_.resize(star_.size());
    for (std::uint32_t i = 0; i < star_.size(); ++i) {
        place_in_star_[star_[i]] = i;
    }
}

} // namespace shapes::any_fill
