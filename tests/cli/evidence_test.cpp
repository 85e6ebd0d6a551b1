// SPDX-License-Identifier: MIT
// Folders of evidence, and computing them again.
#include "tests/cli/commands.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

using cli::ends_with;
using cli::scratch;

namespace {

using Json = nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Replaces the first `was` in a file of the scratch folder; fails where it is not there.
void change(const std::string& name, const std::string& was, const std::string& is) {
    std::string text = scratch(name);
    const std::size_t at = text.find(was);
    REQUIRE(at != std::string::npos);
    cli::write_text(cli::scratch_folder() + "/" + name, text.replace(at, was.size(), is));
}

} // namespace

TEST_CASE("what was kept is computed again") {
    ends_with(0, "areaclaim verify --evidence $SCRATCH/kept case.toml");
    ends_with(0, "areaclaim replay $SCRATCH/kept", "the same");
    // By hand as well: the record is what the program prints among the inputs.
    ends_with(0, "cd $SCRATCH/kept/inputs && areaclaim verify --json case.toml 2>/dev/null | cmp - "
                 "../verification.json");
    const cli::Ran json = cli::run("areaclaim replay --json $SCRATCH/kept");
    CHECK(Json::parse(json.out)["same"] == true);
}

TEST_CASE("the metadata is an RO-Crate that tells every file by its digest") {
    ends_with(0, "areaclaim verify --evidence $SCRATCH/crate case.toml");
    const Json crate = Json::parse(scratch("crate/ro-crate-metadata.json"));
    CHECK(crate["@context"][0] == "https://w3id.org/ro/crate/1.1/context");
    std::size_t files = 0;
    for (const Json& entity : crate["@graph"]) {
        if (entity["@id"] == "ro-crate-metadata.json") {
            CHECK(entity["conformsTo"]["@id"] == "https://w3id.org/ro/crate/1.1");
            CHECK(entity["about"]["@id"] == "./");
        }
        if (entity["@type"] == "File") {
            ++files;
            const std::string path = entity["@id"].get<std::string>();
            CAPTURE(path);
            const cli::Ran sum = cli::run("sha256sum $SCRATCH/crate/" + path + " | cut -d' ' -f1");
            CHECK(entity["sha256"].get<std::string>() + "\n" == sum.out);
        }
    }
    CHECK(files >= 7); // the case, two maps, and five results at the least
    const Json reviews = Json::parse(scratch("crate/claimreview.jsonld"));
    CHECK(reviews["@graph"][0]["@type"] == "ClaimReview");
    CHECK_FALSE(reviews["@graph"][0]["claimReviewed"].get<std::string>().empty());
}

TEST_CASE("evidence tells where maps and claims come from, and whether the claimant was asked") {
    cli::run("mkdir -p $SCRATCH/asked && cp 2022-09-08.geojson 2022-09-11.geojson $SCRATCH/asked/");
    const auto review = [](const std::string& keys, const std::string& flags) {
        cli::write_text(cli::scratch_folder() + "/asked/case.toml",
                        "[[source]]\nname = \"plain\"\nprofile = \"plain\"\nfiles = \"*.geojson\"\n"
                        "[[claim]]\nid = \"a\"\ntext = \"3,900 square kilometres\"\n"
                        "stated = 2022-09-11\nsince = 2022-09-08\nmeasure = \"lost\"\n" +
                            keys);
        ends_with(0, "areaclaim verify --force --evidence $SCRATCH/asked/out " + flags +
                         " $SCRATCH/asked/case.toml");
        ends_with(0, "areaclaim replay $SCRATCH/asked/out");
        return Json::parse(scratch("asked/out/claimreview.jsonld"))["@graph"][0];
    };
    cli::write_text(cli::scratch_folder() + "/asked/case.toml",
                    "[[source]]\nname = \"plain\"\nprofile = \"plain\"\nfiles = \"*.geojson\"\n"
                    "licence = \"CC BY 4.0\"\nlink = \"https://example.org/maps\"\n"
                    "retrieved = 2022-09-14\n"
                    "[[claim]]\nid = \"a\"\ntext = \"3,900 square kilometres\"\n"
                    "stated = 2022-09-11\nsince = 2022-09-08\n");
    ends_with(0, "areaclaim verify --evidence $SCRATCH/asked/origin $SCRATCH/asked/case.toml");
    int maps = 0;
    const Json crate = Json::parse(scratch("asked/origin/ro-crate-metadata.json"));
    for (const Json& file : crate["@graph"]) {
        if (file["@id"].get<std::string>().ends_with(".geojson") &&
            file["@id"].get<std::string>().starts_with("inputs/")) {
            ++maps;
            CHECK(file["url"] == "https://example.org/maps");
            CHECK(file["sdDatePublished"] == "2022-09-14");
            CHECK(file["usageInfo"] == "CC BY 4.0");
        }
    }
    CHECK(maps == 2);
    const Json asked = review("asked = true\nspeaker = \"A. Person\"\n"
                              "source = \"https://example.org/speech\"\n",
                              "");
    CHECK(asked["itemReviewed"]["datePublished"] == "2022-09-11");
    CHECK(asked["itemReviewed"]["author"]["name"] == "A. Person");
    CHECK(asked["itemReviewed"]["appearance"]["url"] == "https://example.org/speech");
    const auto body = [](const Json& of) { return of["reviewBody"].get<std::string>(); };
    CHECK(body(asked).ends_with(" The claimant was asked about it."));
    CHECK(body(review("asked = false\n", "--report-lang de"))
              .ends_with(" Wer es behauptet, wurde dazu nicht befragt."));
    CHECK(body(review("", "")).find("asked") == std::string::npos); // not known
}

TEST_CASE("a changed or missing input ends with 3, another result with 4") {
    ends_with(0, "areaclaim verify --evidence $SCRATCH/tampered case.toml");
    change("tampered/verification.json", "\"best_km2\": ", "\"best_km2\": 1");
    ends_with(4, "areaclaim replay $SCRATCH/tampered", "best_km2: was 1");
    ends_with(0, "areaclaim verify --evidence $SCRATCH/tampered case.toml"); // written anew
    ends_with(0, "areaclaim replay $SCRATCH/tampered");
    ends_with(0, "echo ' ' >> $SCRATCH/tampered/inputs/2022-09-08.geojson");
    ends_with(3, "areaclaim replay $SCRATCH/tampered", "is not the file that was measured");
    ends_with(0, "rm $SCRATCH/tampered/inputs/2022-09-08.geojson");
    ends_with(3, "areaclaim replay $SCRATCH/tampered", "is not there");
    ends_with(3, "areaclaim replay $SCRATCH/no-such-folder");
}

TEST_CASE("two runs give the same bytes, wherever they start from") {
    ends_with(
        0, "SOURCE_DATE_EPOCH=1663000000 areaclaim verify --evidence $SCRATCH/epoch-one case.toml");
    ends_with(0, "here=$PWD; cd / && SOURCE_DATE_EPOCH=1663000000 areaclaim verify --evidence "
                 "$SCRATCH/epoch-two $here/case.toml");
    ends_with(0, "diff -r $SCRATCH/epoch-one $SCRATCH/epoch-two");
    CHECK(
        contains(scratch("epoch-one/ro-crate-metadata.json"), "\"datePublished\": \"2022-09-12\""));
    ends_with(2, "SOURCE_DATE_EPOCH=soon areaclaim verify --evidence $SCRATCH/soon case.toml",
              "SOURCE_DATE_EPOCH");
}

TEST_CASE("without copies the inputs are told by their digest") {
    ends_with(0, "areaclaim verify --no-copy --evidence $SCRATCH/lean case.toml");
    ends_with(0, "test ! -e $SCRATCH/lean/inputs");
    ends_with(3, "areaclaim replay $SCRATCH/lean", "without copies; put the file with the SHA-256");
    ends_with(0, "mkdir $SCRATCH/lean/inputs && cp case.toml 2022-09-08.geojson 2022-09-1* "
                 "$SCRATCH/lean/inputs/");
    ends_with(0, "areaclaim replay $SCRATCH/lean", "the same");
}

TEST_CASE("two maps and a claim are kept as well") {
    ends_with(0, "areaclaim verify --before 2022-09-08.geojson --after 2022-09-11.geojson --claim "
                 "'-- about 2,000 km²' --claim '\"1,000 km²\"; rm -rf x' --evidence $SCRATCH/pair");
    ends_with(0, "areaclaim replay $SCRATCH/pair", "the same");
}

TEST_CASE("maps that lie elsewhere, and what check read from a text, are kept and computed again") {
    ends_with(
        0, "mkdir $SCRATCH/desk && cd $SCRATCH/desk && areaclaim check $OLDPWD/article.txt --maps "
           "$OLDPWD/2022-09-08.geojson $OLDPWD/2022-09-1*.geojson --published 2022-09-11 "
           "--holder 'Russian forces' --sigma 1.5 --out all");
    // Only what was kept is read: the folder may go anywhere.
    ends_with(0, "mv $SCRATCH/desk/all/evidence $SCRATCH/moved && rm -r $SCRATCH/desk");
    ends_with(0, "areaclaim replay $SCRATCH/moved", "the same");
    ends_with(0, "rm $(find $SCRATCH/moved/inputs -name 2022-09-08.geojson)");
    ends_with(3, "areaclaim replay $SCRATCH/moved", "is not there");
}

TEST_CASE("the parts of a Shapefile are kept with it") {
    ends_with(0, "mkdir $SCRATCH/shapes && for day in 08 11; do ogr2ogr -q "
                 "$SCRATCH/shapes/2022-09-$day.shp 2022-09-$day.geojson || exit 1; done");
    ends_with(0, "cd $SCRATCH/shapes && areaclaim verify --before 2022-09-08.shp --after "
                 "2022-09-11.shp --claim 'lost 3,900 km²' --profile plain --evidence kept");
    ends_with(0, "areaclaim replay $SCRATCH/shapes/kept", "the same");
    ends_with(0, "echo x >> $SCRATCH/shapes/kept/inputs/2022-09-08.dbf");
    ends_with(3, "areaclaim replay $SCRATCH/shapes/kept", "is not the file that was measured");
}

TEST_CASE("a case that is kept reads nothing outside its inputs") {
    const auto digest = [] {
        return cli::run("sha256sum $SCRATCH/sly/inputs/case.toml").out.substr(0, 64);
    };
    ends_with(0, "areaclaim verify --evidence $SCRATCH/sly --allow-outside case.toml");
    const std::string was = digest();
    change("sly/inputs/case.toml", "\"2022-*.geojson\"",
           "\"../../../../../../../../../etc/passwd\"");
    change("sly/ro-crate-metadata.json", was, digest());
    ends_with(3, "areaclaim replay $SCRATCH/sly", "not among the inputs of the evidence");
}

TEST_CASE("a hostile folder reads and writes nothing outside itself") {
    ends_with(0, "areaclaim verify --evidence $SCRATCH/evil case.toml");
    const std::string good = scratch("evil/ro-crate-metadata.json");
    const auto put_back = [&] {
        cli::write_text(cli::scratch_folder() + "/evil/ro-crate-metadata.json", good);
    };
    change("evil/ro-crate-metadata.json", "\"case.toml\"\n",
           "\"--html=out.html\", \"case.toml\"\n");
    ends_with(3, "areaclaim replay $SCRATCH/evil", "writes files");
    put_back();
    change("evil/ro-crate-metadata.json", "\"case.toml\"\n", "\"../../case.toml\"\n");
    ends_with(3, "areaclaim replay $SCRATCH/evil", "leaves the folder");
    put_back();
    change("evil/ro-crate-metadata.json", "\"name\": \"inputs/case.toml\"",
           "\"name\": \"../../../../etc/hostname\"");
    ends_with(3, "areaclaim replay $SCRATCH/evil", "leaves the folder");
    cli::write_text(cli::scratch_folder() + "/evil/ro-crate-metadata.json", "{\"@graph\": 7}");
    ends_with(3, "areaclaim replay $SCRATCH/evil", "no evidence folder");
}

TEST_CASE("evidence is not written among other things") {
    ends_with(0, "mkdir $SCRATCH/mine && echo x > $SCRATCH/mine/notes.txt");
    ends_with(3, "areaclaim verify --evidence $SCRATCH/mine case.toml", "name another folder");
    ends_with(2, "areaclaim verify --evidence '' case.toml", "it is empty");
    ends_with(0, "areaclaim verify --evidence $SCRATCH/more case.toml");
    ends_with(0, "cp before.geojson $SCRATCH/more/inputs/");
    ends_with(3, "areaclaim verify --evidence $SCRATCH/more case.toml", "is no input of this run");
}

TEST_CASE("a profile that a flag names is an input as one that a case names") {
    ends_with(0,
              "sed 's/name = \"plain\"/name = \"mine\"/' ../../../engine/data/sources/plain.toml "
              "> $SCRATCH/mine.toml");
    ends_with(0, "areaclaim verify --evidence $SCRATCH/by-flag --profile $SCRATCH/mine.toml "
                 "--before 2022-09-08.geojson --after 2022-09-11.geojson --claim '1 km²'");
    ends_with(0, "test -n \"$(find $SCRATCH/by-flag/inputs -name mine.toml)\"");
    ends_with(0, "areaclaim replay $SCRATCH/by-flag", "the same");
}
