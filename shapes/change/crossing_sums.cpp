// SPDX-License-Identifier: MIT
#include "shapes/change/crossing_sums.hpp"

#include "shapes/area/compensated_sum.hpp"
#include "shapes/change/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <vector>

namespace shapes::change {
namespace {

/// Number of block pairs in a task. It is fixed, so that sums do not depend on the number of
/// threads.
constexpr std::size_t kTaskPairs = 64;

void step(std::int8_t& steps, double sign, bool shared) {
    const auto by = static_cast<std::int8_t>(sign);
    if (shared) {
        std::atomic_ref(steps).fetch_add(by, std::memory_order_relaxed);
    } else {
        steps = static_cast<std::int8_t>(steps + by);
    }
}

/// What one task finds.
struct TaskSums {
    LaneSums lanes{};
    CompensatedSum a_before_split, b_after_split;
    std::size_t crossings = 0, candidates = 0;
};

/// Room for one worker.
struct Workspace {
    edges::CandidateBuffer pairs;
    edges::CandidateBuffer swapped; // of a boundary with itself
    std::unique_ptr<double[]> sign = make();
    std::unique_ptr<double[]> to_a = make();
    std::unique_ptr<double[]> to_b = make();

  private:
    static std::unique_ptr<double[]> make() {
        return std::make_unique_for_overwrite<double[]>(edges::CandidateBuffer::kCapacity);
    }
};

class Summer {
  public:
    Summer(const SteppedChain& a, const SteppedChain& b, const AreaForm& form, std::size_t split,
           const KernelOptions& options)
        : a_(a), b_(b), form_(view(form)), split_(split),
          edge_loops_(edges::kernels(options.instructions)), loops_(kernels(options.instructions)) {
    }

    CrossingSums run(const edges::EdgeJoin& join, int threads) {
        const std::size_t pairs = join.block_pair_count();
        std::vector<TaskSums> sums((pairs + kTaskPairs - 1) / kTaskPairs);
        std::vector<Workspace> workspaces(
            std::min(sums.size(), static_cast<std::size_t>(std::max(1, threads))));
        shared_ = workspaces.size() > 1;
        within_ = join.is_within();
        for_each_task(sums.size(), threads, [&](std::size_t task, std::size_t worker) {
            Workspace& room = workspaces[worker];
            TaskSums& sum = sums[task]; // written by this task alone
            join.run(task * kTaskPairs, std::min(pairs, (task + 1) * kTaskPairs), room.pairs,
                     [&](std::uint32_t* a, std::uint32_t* b, std::size_t candidates) {
                         sum.candidates += candidates;
                         if (within_) {
                             std::copy_n(a, candidates, room.swapped.b());
                             std::copy_n(b, candidates, room.swapped.a());
                             add(room.swapped.a(), room.swapped.b(), candidates, room, sum);
                         }
                         add(a, b, candidates, room, sum);
                     });
        });
        return total(sums);
    }

  private:
    /// Handles a batch of candidate pairs: finds which of them cross, adds their terms, and changes
    /// the steps of the winding numbers.
    void add(std::uint32_t* a, std::uint32_t* b, std::size_t candidates, Workspace& room,
             TaskSums& sum) const {
        const double* positions_a = &a_.boundary->positions()->lon;
        const double* positions_b = &b_.boundary->positions()->lon;
        const double* sign = room.sign.get();
        std::size_t count =
            edge_loops_.crossings(positions_a, positions_b, a, b, candidates, room.sign.get());
        if (within_) {
            count = without_closing_pairs(a, b, room.sign.get(), count);
        }
        if (count == 0) {
            return;
        }
        std::fill_n(a + count, 8, 0U); // read in eights
        std::fill_n(b + count, 8, 0U);
        loops_.terms(positions_a, positions_b, a, b, sign, count, form_, room.to_a.get(),
                     room.to_b.get(), sum.lanes);
        for (std::size_t i = 0; i < count; ++i) {
            step(a_.steps[a[i]], sign[i], shared_);
            step(b_.steps[b[i]], -sign[i], shared_);
        }
        for (std::size_t i = 0; splits() && i < count; ++i) {
            if (a_.boundary->path_of(a[i]) < split_) {
                sum.a_before_split.add(room.to_a[i]);
            }
            if (b_.boundary->path_of(b[i]) >= split_) {
                sum.b_after_split.add(-room.to_b[i]);
            }
        }
        sum.crossings += count;
    }

    static CrossingSums total(const std::vector<TaskSums>& sums) {
        CrossingSums result;
        CompensatedSum all, before_split, after_split;
        for (const TaskSums& sum : sums) {
            for (std::size_t i = 0; i < 8; ++i) {
                all.add(sum.lanes.sum[i]);
                all.add(sum.lanes.lost[i]);
            }
            before_split.add(sum.a_before_split);
            after_split.add(sum.b_after_split);
            result.crossings += sum.crossings;
            result.candidates += sum.candidates;
        }
        result.all = all.value();
        result.a_before_split = before_split.value();
        result.b_after_split = after_split.value();
        return result;
    }

    /// Removes pairs of the first and the last edge of a closed path. These follow each other too,
    /// but the join leaves out only those that follow each other by number.
    std::size_t without_closing_pairs(std::uint32_t* a, std::uint32_t* b, double* sign,
                                      std::size_t count) const {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto [first, last] = std::minmax(a[i], b[i]);
            const edges::Boundary::Path& path = a_.boundary->paths()[a_.boundary->path_of(first)];
            if (first == path.first && last + 1 == path.end() && a_.boundary->is_closed(path)) {
                continue;
            }
            a[kept] = a[i];
            b[kept] = b[i];
            sign[kept++] = sign[i];
        }
        return kept;
    }

    bool splits() const { return split_ != kNoSplit; }

    SteppedChain a_, b_;
    FormView form_;
    std::size_t split_;
    const edges::Kernels& edge_loops_;
    const Kernels& loops_;
    bool within_ = false; ///< both chains are one
    bool shared_ = false; ///< the steps are written by several threads
};

} // namespace

Steps no_steps(const edges::Boundary& boundary) {
    return std::make_unique<std::int8_t[]>(boundary.position_count() + 8); // read in eights
}

CrossingSums sum_crossings(const edges::EdgeJoin& join, const SteppedChain& a,
                           const SteppedChain& b, const AreaForm& form, std::size_t split,
                           const KernelOptions& options) {
    return Summer(a, b, form, split, options).run(join, options.threads);
}

} // namespace shapes::change
