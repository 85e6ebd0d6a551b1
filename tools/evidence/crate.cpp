// SPDX-License-Identifier: MIT
#include "tools/evidence/crate.hpp"

#include "engine/input_error.hpp"
#include "tools/report/json.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace evidence {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kCrate = "https://w3id.org/ro/crate/1.1";
constexpr const char* kProfile = "https://w3id.org/ro/wfrun/process/0.5";
constexpr const char* kRun = "#run";
constexpr const char* kProgram = "#program";

Json reference(const std::string& id) {
    return {{"@id", id}};
}

// A file that is not in the folder is told of, and is no part of it.
std::string id_of(const CrateFile& file) {
    return file.copied ? file.path : "#" + file.path;
}

Json references(const std::vector<CrateFile>& files) {
    Json list = Json::array();
    for (const CrateFile& file : files) {
        list.push_back(reference(id_of(file)));
    }
    return list;
}

std::string format_of(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    static const std::map<std::string, std::string> kFormats{
        {".json", "application/json"},
        {".geojson", "application/geo+json"},
        {".html", "text/html"},
        {".toml", "application/toml"},
        {".qml", "application/xml"},
        {".gpkg", "application/geopackage+sqlite3"},
        {".jsonld", "application/ld+json"},
        {".kml", "application/vnd.google-earth.kml+xml"}};
    const auto found = kFormats.find(ending);
    return found == kFormats.end() ? "application/octet-stream" : found->second;
}

Json file_json(const CrateFile& file) {
    Json json{{"@id", id_of(file)},
              {"@type", file.copied ? "File" : "CreativeWork"},
              {"name", file.path},
              {"description", file.description},
              {"encodingFormat", format_of(file.path)},
              {"contentSize", std::to_string(file.bytes)},
              {"sha256", file.sha256}};
    if (!file.licence.empty()) {
        json["usageInfo"] = file.licence;
    }
    if (!file.credit.empty()) {
        json["creditText"] = file.credit;
    }
    if (!file.link.empty()) { // an address is one only where it is of the web
        const bool web = file.link.starts_with("https://") || file.link.starts_with("http://");
        json[web ? "url" : "citation"] = file.link;
    }
    if (file.retrieved) { // RO-Crate 1.1, web-based data entities: seen there on that day
        json["sdDatePublished"] = file.retrieved->iso();
    }
    return json;
}

Json root_json(const Crate& crate) {
    Json parts = Json::array();
    for (const std::vector<CrateFile>* files : {&crate.inputs, &crate.outputs}) {
        for (const CrateFile& file : *files) {
            if (file.copied) {
                parts.push_back(reference(file.path));
            }
        }
    }
    return {{"@id", "./"},
            {"@type", "Dataset"},
            {"name", crate.name},
            {"description", crate.description},
            {"datePublished", crate.day.iso()},
            {"license", reference("#licence")},
            {"conformsTo", reference(kProfile)},
            {"hasPart", std::move(parts)},
            {"mentions", reference(kRun)}};
}

Json run_json(const Crate& crate) {
    Json objects = references(crate.inputs);
    for (const auto& [name, value] : crate.options) {
        objects.push_back(reference("#option-" + name));
    }
    return {{"@id", kRun},
            {"@type", "CreateAction"},
            {"name", "Verification of the claims"},
            {"description", "Run in the folder inputs; areaclaim replay runs it again."},
            {"actionStatus", "http://schema.org/CompletedActionStatus"},
            {"endTime", crate.day.iso()},
            {"instrument", reference(kProgram)},
            {"command", crate.command},
            {"object", std::move(objects)},
            {"result", references(crate.outputs)}};
}

void add_software(Json& graph, const Crate& crate) {
    Json needs = Json::array();
    for (const auto& [name, version] : crate.libraries) {
        needs.push_back(reference("#library-" + name));
    }
    graph.push_back({{"@id", kProgram},
                     {"@type", "SoftwareApplication"},
                     {"name", crate.program},
                     {"softwareVersion", crate.version},
                     {"softwareRequirements", std::move(needs)}});
    for (const auto& [name, version] : crate.libraries) {
        graph.push_back({{"@id", "#library-" + name},
                         {"@type", "SoftwareApplication"},
                         {"name", name},
                         {"softwareVersion", version}});
    }
}

[[noreturn]] void refuse(const std::string& name, const std::string& reason) {
    throw engine::InputError(name + ": " + reason +
                             "; it is no evidence folder of areaclaim, or was changed");
}

const Json& entity(const Json& graph, const std::string& id, const std::string& name) {
    for (const Json& each : graph) {
        if (each.value("@id", "") == id) {
            return each;
        }
    }
    refuse(name, "it tells nothing of '" + id + "'");
}

std::vector<CrateFile> files_of(const Json& list, const Json& graph, const std::string& name) {
    std::vector<CrateFile> files;
    for (const Json& each : list) {
        const Json& found = entity(graph, each.at("@id").get<std::string>(), name);
        if (!found.contains("sha256")) {
            continue; // a parameter
        }
        CrateFile file;
        file.path = found.at("name").get<std::string>();
        file.sha256 = found.at("sha256").get<std::string>();
        file.copied = found.at("@type") == "File";
        if (file.path.empty() || !stays_below(file.path)) {
            refuse(name, "the path '" + file.path + "' leaves the folder");
        }
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace

bool stays_below(const std::string& path) {
    const std::filesystem::path file(path);
    return !file.is_absolute() && std::ranges::find(file, "..") == file.end();
}

std::string crate_metadata(const Crate& crate) {
    Json graph = Json::array();
    graph.push_back({{"@id", kMetadataName},
                     {"@type", "CreativeWork"},
                     {"conformsTo", reference(kCrate)},
                     {"about", reference("./")}});
    graph.push_back(root_json(crate));
    graph.push_back({{"@id", kProfile},
                     {"@type", "CreativeWork"},
                     {"name", "Process Run Crate"},
                     {"version", "0.5"}});
    graph.push_back({{"@id", "#licence"},
                     {"@type", "CreativeWork"},
                     {"name", "Each input keeps the licence of its source"},
                     {"description", "See usageInfo and creditText of the inputs."}});
    graph.push_back(run_json(crate));
    add_software(graph, crate);
    for (const auto& [name, value] : crate.options) {
        graph.push_back({{"@id", "#option-" + name},
                         {"@type", "PropertyValue"},
                         {"name", name},
                         {"value", value}});
    }
    for (const std::vector<CrateFile>* files : {&crate.inputs, &crate.outputs}) {
        for (const CrateFile& file : *files) {
            graph.push_back(file_json(file));
        }
    }
    const Json terms{{"sha256", "https://schema.org/sha256"},
                     {"command", "urn:areaclaim:terms#command"}};
    const Json document{{"@context", {std::string(kCrate) + "/context", terms}},
                        {"@graph", std::move(graph)}};
    return report::json_text(document);
}

CrateRecord read_crate(const std::string& json, const std::string& name) {
    try {
        const Json document = Json::parse(json);
        const Json& graph = document.at("@graph");
        const Json& run = entity(graph, kRun, name);
        CrateRecord record;
        record.command = run.at("command").get<std::vector<std::string>>();
        record.inputs = files_of(run.at("object"), graph, name);
        record.outputs = files_of(run.at("result"), graph, name);
        record.version = entity(graph, kProgram, name).at("softwareVersion").get<std::string>();
        return record;
    } catch (const Json::exception& error) {
        refuse(name, error.what());
    }
}

} // namespace evidence
