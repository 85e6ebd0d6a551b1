// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/measure.hpp"
#include "engine/toml/packed.hpp"
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// `pattern` with what is in {braces} put in; `key` names it where a value is missing, which is a
/// slip of ours: std::logic_error.
std::string fill_in(std::string_view pattern, const std::map<std::string, std::string>& values,
                    const std::string& key);

/// The words of one language: those that verdicts are explained with,
/// tools/report/reasons/<code>.toml, and those that reports are labelled with,
/// tools/report/words/<code>.toml.
class Language {
  public:
    /// The code of one of the files, "en" or "da", or "no" for "nb". Throws engine::InputError for
    /// any other, naming these.
    static const Language& of(std::string_view code);
    /// The codes of the data files, ordered.
    static std::vector<std::string> codes();

    /// A value with so many decimals: the language's point and thousands, a true minus, "0" for
    /// what rounds to nothing.
    std::string digits(double value, int decimals) const;
    /// "8,968 km²", "85.3 km²", "0.557 km²": whole km² from 100 on, one decimal from 1 on, else
    /// three, and "0 km²" below half a thousandth.
    std::string words(shapes::Area area) const;
    /// A length: "2 km", "0.5 km", and below 0.1 km "30 m".
    std::string length(double km) const;
    /// "602 to 8,968 km²", "at least 602 km²", "at most 8,968 km²", "any area".
    std::string words(const engine::Interval& interval) const;
    /// "1,900 to 2,100 km²".
    std::string words(const engine::Band& band) const;
    /// "10 September 2022".
    std::string words(engine::Date day) const;
    /// "9 or 10 September 2022", "12 to 19 September 2022", "30 September to 2 October 2022"; one
    /// day where both are the same. first ≤ last.
    std::string words(engine::Date first, engine::Date last) const;
    /// What of a day is said where a later one follows: "12", "30 September", else the whole day.
    std::string before(engine::Date first, engine::Date last) const;
    std::string words(engine::Verdict verdict) const;
    std::string words(engine::ErrorModel model) const;
    /// What the measure is called in a sentence: "area lost".
    std::string words(engine::Measure measure) const;

    /// Why a figure may be read otherwise: "the comma read as a decimal sign".
    std::string words(const engine::Reading& reading) const;

    /// A text of the data file, e.g. "reason.net_loss", with what is in {braces} put in. Every key
    /// and every value that its text names must exist: a slip of ours throws std::logic_error.
    std::string text(const std::string& key,
                     const std::map<std::string, std::string>& values = {}) const;
    /// The names of the months, January first.
    const std::vector<std::string>& months() const { return months_; }
    /// "en", "da", …
    std::string code() const { return text("words.code"); }
    /// The text of a key as it stands, or nothing: for keys that are made of data.
    std::optional<std::string_view> find(std::string_view key) const;
    /// All keys with their texts.
    std::map<std::string, std::string> texts() const;

  private:
    explicit Language(const std::string& code);
    void read(std::string_view path);
    std::string_view at(std::string_view key) const;
    std::string number(double km2) const;

    std::vector<engine::PackedText> texts_; ///< by table and key
    std::vector<std::string> months_;
};

} // namespace report
