// SPDX-License-Identifier: MIT
#include "tools/evidence/claim_review.hpp"

#include "tools/report/figures.hpp"
#include "tools/report/json.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/verdict_sentence.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace evidence {
namespace {

using Json = nlohmann::ordered_json;

// An address is one only where it is of the web: a text from a case must not become a script.
bool is_address(const std::string& text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

Json claim_json(const engine::Claim& claim) {
    Json json{{"@type", "Claim"}};
    if (!claim.speaker.empty()) {
        json["author"] = {{"@type", "Person"}, {"name", claim.speaker}};
    }
    if (claim.stated) {
        json["datePublished"] = claim.stated->iso();
    }
    if (!claim.source.empty()) {
        json["appearance"] = {{"@type", "CreativeWork"},
                              {is_address(claim.source) ? "url" : "name", claim.source}};
    }
    return json;
}

/// The verdict's sentence, and whether the claimant was asked, where that is known.
std::string body(const engine::Verification& verification,
                 const engine::ClaimVerification& verified, const report::Figures& figures) {
    std::string text = report::verdict_sentence(verification, verified, figures).text;
    if (const std::optional<bool> asked = verified.claim.asked) {
        text += " " + figures.language().text(*asked ? "report.asked" : "report.not_asked");
    }
    return text;
}

Json review_json(const engine::Verification& verification,
                 const engine::ClaimVerification& verified, const report::Figures& figures) {
    const std::string label =
        verified.label.empty() ? figures.language().words(verified.verdict) : verified.label;
    return {
        {"@type", "ClaimReview"},
        {"identifier", verified.claim.id},
        {"claimReviewed", verified.claim.text},
        {"itemReviewed", claim_json(verified.claim)},
        {"reviewRating",
         {{"@type", "Rating"}, {"alternateName", label}, {"name", engine::name(verified.verdict)}}},
        {"isBasedOn",
         {{"@type", "SoftwareApplication"}, {"name", verification.provenance.program}}},
        {"reviewBody", body(verification, verified, figures)}};
}

} // namespace

std::string claim_review(const engine::Verification& verification) {
    const report::Figures figures(report::language_of(verification), report::AreaUnit::km2);
    Json reviews = Json::array();
    for (const engine::ClaimVerification& verified : verification.claims) {
        reviews.push_back(review_json(verification, verified, figures));
    }
    const Json document{{"@context", "https://schema.org"}, {"@graph", std::move(reviews)}};
    return report::json_text(document);
}

} // namespace evidence
