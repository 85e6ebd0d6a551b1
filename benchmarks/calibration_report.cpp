// SPDX-License-Identifier: MIT
#include "benchmarks/calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <functional>

namespace {

using Cases = std::vector<CalibrationCase>;

[[gnu::format(printf, 1, 2)]] std::string print(const char* format, ...) {
    std::array<char, 1000> text{};
    va_list values;
    va_start(values, format);
    std::vsnprintf(text.data(), text.size(), format, values);
    va_end(values);
    return text.data();
}

/// "9,512 of 10,000 (95.1 %)".
std::string share(const Cases& cases, const std::function<bool(const CalibrationCase&)>& among,
                  const std::function<bool(const CalibrationCase&)>& good) {
    std::size_t n = 0;
    std::size_t hits = 0;
    for (const CalibrationCase& c : cases) {
        if (among(c)) {
            ++n;
            hits += good(c) ? 1U : 0U;
        }
    }
    return n == 0 ? "none"
                  : print("%zu of %zu (%.1f %%)", hits, n,
                          100.0 * static_cast<double>(hits) / static_cast<double>(n));
}

/// Mean and standard deviation of (estimate − truth) / σ: 0 and 1 where all is as it should be.
std::string scores(const Cases& cases, const std::function<bool(const CalibrationCase&)>& among) {
    constexpr double k95 = 1.959963984540054;
    double n = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (const CalibrationCase& c : cases) {
        if (among(c)) {
            const double sigma = (c.high_km2 - c.low_km2) / (2.0 * k95);
            const double z = ((c.low_km2 + c.high_km2) / 2.0 - c.truth_km2) / sigma;
            n += 1.0;
            sum += z;
            squares += z * z;
        }
    }
    const double mean = sum / n;
    return print("%.3f, %.3f", mean, std::sqrt(squares / n - mean * mean));
}

/// One line of the plot.
struct Curve {
    const char* what;
    const char* colour;
    bool promised; ///< that it keeps to the diagonal
    Cases cases;
};

std::vector<Curve> curves(const ModelCalibration& m) {
    return {{"maps of the very days", "#08519c", true, m.exact()},
            {"bracketed, the figure independent of the truth", "#d94801", true, m.independent},
            {"bracketed, the figure a distorted truth", "#969696", false, m.bracketed()}};
}

double largest(const engine::Probability& p) {
    return std::max({p.consistent, p.overstated, p.understated});
}

bool decided(const CalibrationCase& c) {
    return c.verdict != engine::Verdict::undecidable;
}

/// A true claim of maps whose error is small beside what changed: a tenth of it at most.
bool is_plainly_true(const CalibrationCase& c) {
    constexpr double kSigmas = 2 * 1.96; // in a 95 % interval
    return c.exact && c.first_order_valid && c.true_verdict == engine::Verdict::consistent &&
           c.high_km2 - c.low_km2 <= 0.1 * kSigmas * c.truth_km2;
}

bool found_consistent(const CalibrationCase& c) {
    return c.verdict == engine::Verdict::consistent;
}

/// Says of a claim that it is wrong.
bool accuses(const CalibrationCase& c) {
    return decided(c) && !found_consistent(c);
}

bool is_wrong(const CalibrationCase& c) {
    return c.verdict != c.true_verdict;
}

double part(const Cases& cases, bool (*among)(const CalibrationCase&),
            bool (*is)(const CalibrationCase&)) {
    const auto all = std::ranges::count_if(cases, among);
    const auto some =
        std::ranges::count_if(cases, [&](const CalibrationCase& c) { return among(c) && is(c); });
    return all == 0 ? 0.0 : static_cast<double>(some) / static_cast<double>(all);
}

std::string rows(const ModelCalibration& m) {
    const auto covered = [](const CalibrationCase& c) { return c.covered(); };
    const auto right = [](const CalibrationCase& c) { return c.verdict == c.true_verdict; };
    const auto main = [](const CalibrationCase& c) { return c.exact && c.first_order_valid; };
    std::string text = print("\n## %s\n\n| | |\n| --- | --- |\n", engine::name(m.model));
    const auto row = [&](const char* what, const std::string& value) {
        text += print("| %s | ", what) + value + " |\n";
    };
    row("95 % interval covers the truth, maps of the very days, first order holds",
        share(m.first_order, main, covered));
    row("(estimate − truth) / σ of these: mean, standard deviation", scores(m.first_order, main));
    row("covered where first order does not hold (\"a rough guide\")",
        share(
            m.first_order, [](const CalibrationCase& c) { return c.exact && !c.first_order_valid; },
            covered));
    row("of those, simulated instead",
        share(
            m.simulated, [](const CalibrationCase&) { return true; }, covered));
    row("covered where bracketed by the maps around the day",
        share(
            m.first_order, [](const CalibrationCase& c) { return !c.exact; }, covered));
    row("verdict right where it is decided at p ≥ 0.9",
        share(
            m.first_order,
            [](const CalibrationCase& c) { return decided(c) && largest(c.probability) >= 0.9; },
            right));
    row("true claims found consistent, where σ is at most a tenth of the change",
        share(m.first_order, is_plainly_true, found_consistent));
    row("over- or understated, and wrongly", share(m.first_order, accuses, is_wrong));
    row("verdict right where it is decided; consistent includes what cannot be told from the claim",
        share(m.first_order, decided, right));
    row("decided at all", share(
                              m.first_order, [](const CalibrationCase&) { return true; }, decided));
    for (const Curve& curve : curves(m)) {
        text += print("\nReliability, %s:\n\n| predicted | mean | observed | cases |\n"
                      "| --- | --- | --- | --- |\n",
                      curve.what);
        const Reliability r = reliability(curve.cases);
        double from = 0.0;
        for (const Reliability::Class& one : r.classes) {
            text += print("| %.1f – %.1f | %.3f | %.3f | %zu |\n", from, from + 0.1, one.predicted,
                          one.observed, one.cases);
            from += 0.1;
        }
    }
    return text;
}

} // namespace

std::vector<std::string> broken_promises(const std::vector<ModelCalibration>& models) {
    std::vector<std::string> broken;
    for (const ModelCalibration& m : models) {
        double cases = 0.0;
        double covered = 0.0;
        double sure = 0.0;
        double right = 0.0;
        for (const CalibrationCase& c : m.first_order) {
            if (c.exact && c.first_order_valid) {
                cases += 1.0;
                covered += c.covered() ? 1.0 : 0.0;
            }
            if (decided(c) && largest(c.probability) >= 0.9) {
                sure += 1.0;
                right += c.verdict == c.true_verdict ? 1.0 : 0.0;
            }
        }
        const double slack = cases >= 10000.0 ? 0.0 : 3.0 * std::sqrt(0.95 * 0.05 / cases);
        if (covered / cases < 0.94 - slack || covered / cases > 0.96 + slack) {
            broken.push_back(print("%s: 95 %% intervals cover the truth in %.1f %% of %.0f cases",
                                   engine::name(m.model), 100.0 * covered / cases, cases));
        }
        for (const Curve& curve : curves(m)) {
            for (const Reliability::Class& c : reliability(curve.cases).classes) {
                const double n = static_cast<double>(c.cases);
                const double error = std::sqrt(c.predicted * (1.0 - c.predicted) / n);
                if (curve.promised && c.cases > 0 &&
                    std::abs(c.observed - c.predicted) > 0.05 + 3.0 * error) {
                    broken.push_back(print("%s, %s: predicted %.3f, observed %.3f of %.0f",
                                           engine::name(m.model), curve.what, c.predicted,
                                           c.observed, n));
                }
            }
        }
        if (const double found = part(m.first_order, is_plainly_true, found_consistent);
            found < 0.9) {
            broken.push_back(print("%s: of true claims only %.1f %% are found consistent",
                                   engine::name(m.model), 100.0 * found));
        }
        if (const double wrong = part(m.first_order, accuses, is_wrong); wrong > 0.05) {
            broken.push_back(print("%s: %.1f %% of over- and understated are wrong",
                                   engine::name(m.model), 100.0 * wrong));
        }
        if (right < 0.9 * sure) {
            broken.push_back(print("%s: of %.0f verdicts at p >= 0.9 only %.0f are right",
                                   engine::name(m.model), sure, right));
        }
    }
    return broken;
}

std::string calibration_report(const std::vector<ModelCalibration>& models,
                               const CalibrationOptions& options) {
    std::string text = print(
        "# Calibration\n\nSynthetic campaigns whose truth is known (benchmarks/synthetic.hpp): "
        "maps "
        "drawn with a known error, missing on random days, claims distorted at random. At least %d "
        "cases of each model with maps of the very days for which first order holds; seed %llu. "
        "Simulations of %d runs.\n\n![reliability](calibration.svg)\n",
        options.cases, static_cast<unsigned long long>(options.seed), options.runs);
    for (const ModelCalibration& m : models) {
        text += rows(m);
    }
    return text;
}

std::string calibration_plot(const std::vector<ModelCalibration>& models) {
    constexpr int kSide = 320;
    constexpr int kGap = 70;
    const int width = kGap + static_cast<int>(models.size()) * (kSide + kGap);
    std::string svg = print("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                            "font-family=\"sans-serif\" font-size=\"12\">\n"
                            "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                            width, kSide + 2 * kGap);
    int left = kGap;
    for (const ModelCalibration& m : models) {
        const auto x = [&](double p) { return left + p * kSide; };
        const auto y = [&](double p) { return kGap + (1.0 - p) * kSide; };
        svg +=
            print("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"15\">%s</text>\n"
                  "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" "
                  "stroke=\"#888\"/>\n"
                  "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#bbb\" stroke-dasharray=\"4\"/>\n"
                  "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">predicted probability</text>\n",
                  x(0.5), kGap - 15, engine::name(m.model), left, kGap, kSide, kSide, x(0), y(0),
                  x(1), y(1), x(0.5), kGap + kSide + 35);
        svg += print("<text transform=\"translate(%d %.1f) rotate(-90)\" "
                     "text-anchor=\"middle\">observed share</text>\n",
                     left - 35, y(0.5));
        for (const double tick : {0.0, 0.5, 1.0}) {
            svg += print("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>"
                         "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>\n",
                         x(tick), kGap + kSide + 16, tick, left - 6, y(tick) + 4, tick);
        }
        int line = 0;
        for (const Curve& curve : curves(m)) {
            std::string path;
            for (const Reliability::Class& c : reliability(curve.cases).classes) {
                if (c.cases < 20) {
                    continue;
                }
                path +=
                    print("%c%.1f %.1f", path.empty() ? 'M' : 'L', x(c.predicted), y(c.observed));
                svg += print("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n",
                             x(c.predicted), y(c.observed), curve.colour);
            }
            svg += "<path d=\"" + path + print("\" fill=\"none\" stroke=\"%s\"/>\n", curve.colour);
            svg += print("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n", left + 10,
                         kGap + 20 + 16 * line++, curve.colour, curve.what);
        }
        left += kSide + kGap;
    }
    return svg + "</svg>\n";
}
