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

/// Cuts rings at the nodes and keeps every chain the first time it is met.
class Cutter {
  public:
    Cutter(const validity::InputRings& input, const PlaceNumbers& places)
        : drawn_(input.vertices()), places_(places), nodes_(find_nodes(input, places)) {
        lines_.positions.reserve(places.first.size());
        lines_.ranks.reserve(places.first.size());
        lines_.places = static_cast<std::uint32_t>(places.first.size());
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
            const HalfEdge h = half_edge_along(std::span(from, to + 1));
            runs_.push_back({h.chain(), {ring, h.runs_along() ? 1 : -1}});
            from = to;
        }
    }

    SharedLines::CutLines take() {
        lines_.starts.push_back(static_cast<std::uint32_t>(lines_.positions.size()));
        lines_.multiplicities = sum_up_runs();
        return std::move(lines_);
    }

  private:
    /// A ring once along a chain, or once against it.
    struct Run {
        std::uint32_t chain;
        RingMultiplicity ring;
    };

    SharedLines::CutLines::Multiplicities sum_up_runs() {
        // Rings were cut one after the other, so runs of one ring along one chain stay together.
        std::stable_sort(runs_.begin(), runs_.end(),
                         [](const Run& a, const Run& b) { return a.chain < b.chain; });
        SharedLines::CutLines::Multiplicities sums;
        const auto end_of_chain = [&] {
            sums.starts.push_back(static_cast<std::uint32_t>(sums.of.size()));
        };
        auto run = runs_.begin();
        for (std::uint32_t chain = 0; chain + 1 < lines_.starts.size(); ++chain) {
            end_of_chain();
            while (run != runs_.end() && run->chain == chain) {
                RingMultiplicity sum{run->ring.ring, 0};
                for (; run != runs_.end() && run->chain == chain && run->ring.ring == sum.ring;
                     ++run) {
                    sum.multiplicity += run->ring.multiplicity;
                }
                if (sum.multiplicity != 0) {
                    sums.of.push_back(sum);
                }
            }
        }
        end_of_chain();
        return sums;
    }

    /// The half-edge along this run of places. No two chains leave a node towards the same place,
    /// as between nodes all rings go the same way.
    HalfEdge half_edge_along(std::span<const std::uint32_t> run) {
        const auto leaving = [](std::uint32_t node, std::uint32_t towards) {
            return std::uint64_t{node} << 32 | towards;
        };
        const auto next = HalfEdge::along(static_cast<std::uint32_t>(lines_.starts.size()));
        const auto [found, is_new] = leaving_.try_emplace(leaving(run[0], run[1]), next);
        if (is_new) {
            leaving_.emplace(leaving(run.back(), run[run.size() - 2]), next.twin());
            lines_.starts.push_back(static_cast<std::uint32_t>(lines_.positions.size()));
            lines_.ranks.insert(lines_.ranks.end(), run.begin(), run.end());
            lines_.positions.resize(lines_.ranks.size());
            std::transform(run.begin(), run.end(),
                           lines_.positions.end() - static_cast<std::ptrdiff_t>(run.size()),
                           [&](std::uint32_t place) { return drawn_[places_.first[place]]; });
        }
        return found->second;
    }

    std::span<const Position> drawn_;
    const PlaceNumbers& places_;
    std::vector<bool> nodes_;                             ///< by place
    std::vector<std::uint32_t> around_;                   ///< places of a ring, from a node on
    std::unordered_map<std::uint64_t, HalfEdge> leaving_; ///< by the first edge
    std::vector<Run> runs_;
    SharedLines::CutLines lines_;
};

SharedLines::CutLines cut_lines(const validity::InputRings& input) {
    const PlaceNumbers places = number_places(input.vertices());
    Cutter cutter(input, places);
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        cutter.cut(r, input.ring_start(r), input.ring_end(r));
    }
    return cutter.take();
}

} // namespace

SharedLines::SharedLines(const validity::InputRings& input) : SharedLines(cut_lines(input)) {}

SharedLines::SharedLines(CutLines&& lines)
    : positions_(std::move(lines.positions)), chains_{positions_, std::move(lines.ranks),
                                                      std::move(lines.starts)},
      multiplicities_(std::move(lines.multiplicities)), stars_(chains_, lines.places) {}

} // namespace shapes::any_fill
