// SPDX-License-Identifier: MIT
#pragma once

#include "engine/judge/reasons.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// Finds the reasons of one verdict.
class Explainer {
  public:
    Explainer(SourceVerdict& verdict, const Grounds& grounds)
        : v_(verdict), g_(grounds), e_(grounds.evaluation) {}

    void run() {
        contradiction();
        coverage();
        if (too_rough()) {
            comparison();
        }
        day();
        baseline();
        if (!too_rough()) {
            comparison();
        }
        doubts();
        assumptions();
        sensitivity();
        reached();
        classes();
        file_of_day();
        readings();
        boundary_error();
        simulation();
        if (v_.verdict == Verdict::undecidable) {
            v_.would_decide = would_decide();
        }
    }

  private:
    void add(ReasonCode code, std::vector<Remark> remarks, ReasonValues values = {}) {
        v_.reasons.push_back(reason_of(code, std::move(remarks), std::move(values)));
    }

    void contradiction();
    void coverage();
    void omissions();
    void day();
    void baseline();
    void comparison();
    Remark comparison_remark() const;
    Band words_at_their_open_end() const;
    void other_measure();
    bool above() const { return open_end(g_.claim.figure.hedge) == OpenEnd::above; }
    void doubts();
    void assumptions();
    void sensitivity();
    void turns(const Shift& shift);
    void reached();
    void classes();
    void file_of_day();
    void readings();
    void boundary_error();
    std::vector<Remark> error_remarks(const BoundaryError& error, bool main) const;
    void simulation();
    WouldDecide would_decide() const;
    /// The maps would decide if they were drawn exactly.
    bool too_rough() const { return g_.too_rough && v_.verdict == Verdict::undecidable; }
    bool turns_on(bool day) const;
    WantedMap wanted_map(const AsOf& as_of, Date day) const;
    Date date(std::size_t snapshot) const { return g_.timeline.snapshots[snapshot].date; }

    SourceVerdict& v_;
    const Grounds& g_;
    const Evaluation& e_;
};

} // namespace engine
