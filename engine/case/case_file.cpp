// SPDX-License-Identifier: MIT
#include "engine/case/case_file.hpp"

#include "engine/input_error.hpp"
#include "engine/toml/table.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace engine {
namespace {

CaseSource read_source(const TomlTable& table) {
    CaseSource source;
    source.name = table.required_text("name");
    source.profile = table.text("profile").value_or("");
    source.files = table.texts("files");
    if (source.files.empty()) {
        table.fail("", "a [[source]] needs 'files': a path, a glob, or an array of them");
    }
    source.layer = table.text("layer").value_or("");
    source.where = table.text("where").value_or("");
    source.licence = table.text("licence").value_or("");
    source.link = table.text("link").value_or("");
    source.retrieved = table.day("retrieved");
    if (const auto error = table.table("error")) {
        source.error.position_sigma_km = length_km(*error, "position_sigma_km");
        source.error.correlation_km = length_km(*error, "correlation_km");
        source.error.classes = read_class_accuracies(*error);
        error->finish();
    }
    table.finish();
    return source;
}

/// The measure of a claim, where the case gives one.
std::optional<Measure> measure_of(const TomlTable& table) {
    const auto given = table.text("measure");
    const auto measure = given ? measure_from_name(*given) : std::nullopt;
    if (given && !measure) {
        table.fail("measure", "'" + *given + "' is none of: lost, gained, net, held");
    }
    return measure;
}

Claim read_case_claim(const TomlTable& table, const std::string& holder) {
    Claim claim;
    claim.id = table.required_text("id");
    claim.text = table.required_text("text");
    claim.lang = table.text("lang").value_or("");
    claim.stated = table.day("stated");
    claim.since = table.day("since");
    claim.baselines = table.days("baselines");
    claim.as_of = table.day("as_of");
    claim.within = table.text("within").value_or("");
    claim.speaker = table.text("speaker").value_or("");
    claim.source = table.text("source").value_or("");
    claim.note = table.text("note").value_or("");
    claim.asked = table.flag("asked");
    const auto measure = measure_of(table);
    table.finish();
    return read_claim(std::move(claim), measure, holder, table.place());
}

} // namespace

Case parse_case(std::string_view toml, const std::string& name, const std::string& holder) {
    const TomlTable table = TomlTable::parse(toml, name);
    Case result;
    result.name = name;
    result.title = table.text("title").value_or(name);
    result.holder = table.text("holder").value_or(holder);
    result.within = table.text("within").value_or("");
    result.outline = table.text("outline").value_or("");
    const auto sources = table.tables("source");
    const auto claims = table.tables("claim");
    table.finish();
    if (sources.empty()) {
        table.fail("", "a case needs at least one [[source]]");
    }
    if (claims.empty()) {
        table.fail("", "a case needs at least one [[claim]]");
    }
    std::set<std::string> names;
    for (const TomlTable& source : sources) {
        result.sources.push_back(read_source(source));
        if (!names.insert(result.sources.back().name).second) {
            source.fail("name", "there is another source of this name");
        }
    }
    std::set<std::string> ids;
    for (const TomlTable& claim : claims) {
        result.claims.push_back(read_case_claim(claim, result.holder));
        if (!ids.insert(result.claims.back().id).second) {
            claim.fail("id", "there is another claim of this id");
        }
    }
    return result;
}

} // namespace engine
