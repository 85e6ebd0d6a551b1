// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/words.hpp"
#include "tools/report/language.hpp"

#include <map>
#include <string>
#include <string_view>

namespace page {

/// The words of a page in one language: tools/page/words/<code>.toml for headings, labels and the
/// method, report::Language for figures, days, verdicts and what the reasons use.
class Words {
  public:
    /// A code of report::Language; throws engine::InputError for another.
    explicit Words(std::string_view code);

    /// "en", "da", …: for the page's lang attribute.
    const std::string& code() const { return code_; }
    /// A text with what is in {braces} put in. A key or value that is not there is a slip of ours:
    /// std::logic_error.
    std::string text(const std::string& key,
                     const std::map<std::string, std::string>& values = {}) const;
    const report::Language& language() const { return language_; }
    const chart::Words& chart() const { return chart_; }

    /// Areas, days, verdicts … as sentences have them.
    template<typename... Values>
    std::string say(const Values&... values) const {
        return language_.words(values...);
    }

  private:
    const report::Language& language_;
    std::string code_;
    std::map<std::string, std::string> texts_;
    chart::Words chart_;
};

} // namespace page
