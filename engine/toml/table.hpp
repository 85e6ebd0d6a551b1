// SPDX-License-Identifier: MIT
#pragma once

#include "engine/data/embedded.hpp"
#include "engine/timeline/date.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A table of a TOML text, read strictly: every key that is asked for is marked as known, and
/// `finish` refuses the rest, so that a misspelt key is an error and never a silent default.
///
/// All errors are InputError with the text's name, the line, the key and what to do. Copies share
/// the parsed text.
class TomlTable {
  public:
    /// The root table. `name` stands in messages (a file name).
    static TomlTable parse(std::string_view text, const std::string& name);
    /// The root table of a file that was compiled in and is TOML. Messages name it without a line.
    static TomlTable of(const EmbeddedFile& file);

    bool has(std::string_view key) const;
    /// The keys of this table, sorted; asking does not mark them as known.
    std::vector<std::string> keys() const;
    std::optional<std::string> text(std::string_view key) const;
    std::string required_text(std::string_view key) const;
    /// A text, or several in an array; empty where the key is absent.
    std::vector<std::string> texts(std::string_view key) const;
    /// A finite number, integer or not.
    std::optional<double> number(std::string_view key) const;
    /// Numbers in an array; an infinity is one. Empty where the key is absent.
    std::vector<double> numbers(std::string_view key) const;
    std::optional<bool> flag(std::string_view key) const;
    /// A TOML local date, or the same as a text: 2022-09-08 or "2022-09-08".
    std::optional<Date> day(std::string_view key) const;
    /// Several of them in an array; empty where the key is absent.
    std::vector<Date> days(std::string_view key) const;
    std::optional<TomlTable> table(std::string_view key) const;
    /// An array of tables ([[key]]); empty where the key is absent.
    std::vector<TomlTable> tables(std::string_view key) const;

    /// Throws for the first key that was never asked for, naming the keys that are known.
    void finish() const;
    /// "case.toml, line 12": where this table begins, for messages.
    std::string place() const;
    /// Throws an InputError about a key of this table (or, with an empty key, the table itself).
    [[noreturn]] void fail(std::string_view key, const std::string& reason) const;

  private:
    struct Node;
    explicit TomlTable(std::shared_ptr<const Node> node);
    template<typename Item, typename Read>
    std::vector<Item> array_of(std::string_view key, const Read& read, const char* due) const;

    std::shared_ptr<const Node> node_;
};

} // namespace engine
