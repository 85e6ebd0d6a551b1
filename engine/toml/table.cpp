// SPDX-License-Identifier: MIT
#include "engine/toml/table.hpp"

#include "engine/input_error.hpp"
#include "engine/toml/nesting.hpp"
#include "engine/toml/packed.hpp"

#include <toml++/toml.h>

#include <cmath>
#include <set>
#include <utility>

namespace engine {

/// The table, what keeps it alive, and which keys were asked for.
struct TomlTable::Node {
    std::shared_ptr<const toml::table> root;
    const toml::table* table = nullptr;
    std::string name;
    mutable std::set<std::string, std::less<>> known;

    static std::shared_ptr<const Node> of(toml::table parsed, const std::string& name) {
        auto root = std::make_shared<const toml::table>(std::move(parsed));
        const toml::table* table = root.get();
        return std::make_shared<const Node>(Node{std::move(root), table, name, {}});
    }

    const toml::node* find(std::string_view key) const {
        known.emplace(key);
        return table->get(key);
    }
};

namespace {

std::string at_line(const std::string& name, toml::source_index line) {
    return line == 0 ? name : name + ", line " + std::to_string(line); // 0: was compiled in
}

std::optional<Date> day_of(const toml::node& node) {
    if (const auto* local = node.as_date()) {
        return Date::from_ymd(local->get().year, local->get().month, local->get().day);
    }
    const auto* quoted = node.as_string();
    return quoted != nullptr ? Date::parse_iso(quoted->get()) : std::nullopt;
}

} // namespace

TomlTable::TomlTable(std::shared_ptr<const Node> node) : node_(std::move(node)) {}

TomlTable TomlTable::parse(std::string_view text, const std::string& name) {
    if (const auto line = line_nested_too_deep(text)) {
        throw InputError(at_line(name, static_cast<toml::source_index>(*line)) +
                         ": nests deeper than " + std::to_string(kMostNested) +
                         " levels; no file of this kind does");
    }
    try {
        return TomlTable(Node::of(toml::parse(text), name));
    } catch (const toml::parse_error& e) {
        throw InputError(at_line(name, e.source().begin.line) +
                         ": this is not TOML: " + std::string(e.description()));
    }
}

TomlTable TomlTable::of(const EmbeddedFile& file) {
    return TomlTable(Node::of(unpack(file.packed), std::string(file.path)));
}

std::string TomlTable::place() const {
    return at_line(node_->name, node_->table->source().begin.line);
}

void TomlTable::fail(std::string_view key, const std::string& reason) const {
    const toml::node* node = key.empty() ? nullptr : node_->table->get(key);
    const auto line = (node != nullptr ? node->source() : node_->table->source()).begin.line;
    const std::string about = key.empty() ? "" : "key '" + std::string(key) + "': ";
    throw InputError(at_line(node_->name, line) + ": " + about + reason);
}

bool TomlTable::has(std::string_view key) const {
    return node_->find(key) != nullptr;
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> found;
    for (const auto& [key, value] : *node_->table) {
        found.emplace_back(key.str());
    }
    return found;
}

std::optional<std::string> TomlTable::text(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (!node->is_string()) {
        fail(key, "a text in quotation marks is due here");
    }
    return node->as_string()->get();
}

std::string TomlTable::required_text(std::string_view key) const {
    auto value = text(key);
    if (!value) {
        fail("", "key '" + std::string(key) + "' is missing");
    }
    if (value->empty()) {
        fail(key, "must not be empty");
    }
    return *std::move(value);
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return {};
    }
    if (node->is_string()) {
        return {node->as_string()->get()};
    }
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        fail(key, "a text or an array of texts is due here");
    }
    std::vector<std::string> values;
    for (const toml::node& item : *array) {
        if (!item.is_string()) {
            fail(key, "every item of the array must be a text in quotation marks");
        }
        values.push_back(item.as_string()->get());
    }
    return values;
}

std::optional<double> TomlTable::number(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value || !std::isfinite(*value)) {
        fail(key, "a finite number is due here");
    }
    return value;
}

/// All items of an array, or none where the key is absent; `read` gives nullopt for a wrong one.
template<typename Item, typename Read>
std::vector<Item> TomlTable::array_of(std::string_view key, const Read& read,
                                      const char* due) const {
    const toml::node* node = node_->find(key);
    std::vector<Item> items;
    if (node == nullptr) {
        return items;
    }
    const toml::array* array = node->as_array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        if (const auto item = read(*array->get(i))) {
            items.push_back(*item);
        }
    }
    if (array == nullptr || items.size() != array->size()) {
        fail(key, due);
    }
    return items;
}

std::vector<double> TomlTable::numbers(std::string_view key) const {
    const auto number = [](const toml::node& item) {
        const auto value = item.is_number() ? item.value<double>() : std::nullopt;
        return value && !std::isnan(*value) ? value : std::nullopt;
    };
    return array_of<double>(key, number, "an array of numbers is due here, as in [0.5, 2]");
}

std::optional<bool> TomlTable::flag(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (!node->is_boolean()) {
        fail(key, "true or false is due here");
    }
    return node->as_boolean()->get();
}

std::optional<Date> TomlTable::day(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto day = day_of(*node);
    if (!day) {
        fail(key, "a day that exists is due here, as in 2022-09-08");
    }
    return day;
}

std::vector<Date> TomlTable::days(std::string_view key) const {
    return array_of<Date>(
        key, day_of, "an array of days that exist is due here, as in [2022-08-29, 2022-09-01]");
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const toml::table* child = node->as_table();
    if (child == nullptr) {
        fail(key, "a table is due here");
    }
    return TomlTable(std::make_shared<const Node>(Node{node_->root, child, node_->name, {}}));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return {};
    }
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        fail(key, "write it as [[" + std::string(key) + "]]: there may be several");
    }
    std::vector<TomlTable> children;
    for (const toml::node& item : *array) {
        const toml::table* child = item.as_table();
        if (child == nullptr) {
            fail(key, "every item must be a table");
        }
        children.push_back(
            TomlTable(std::make_shared<const Node>(Node{node_->root, child, node_->name, {}})));
    }
    return children;
}

void TomlTable::finish() const {
    for (const auto& [key, value] : *node_->table) {
        if (node_->known.contains(key.str())) {
            continue;
        }
        std::string known;
        for (const std::string& k : node_->known) {
            known += (known.empty() ? "" : ", ") + k;
        }
        throw InputError(at_line(node_->name, key.source().begin.line) + ": key '" +
                         std::string(key.str()) + "' is not known here; known are: " + known);
    }
}

} // namespace engine
