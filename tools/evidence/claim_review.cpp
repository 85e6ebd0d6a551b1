// SPDX-License-Identifier: MIT
#include "tools/evidence/claim_review.hpp"

#include "engine/verdict/language.hpp"

#include <nlohmann/json.hpp>

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

Json review_json(const engine::ClaimVerification& verified, const engine::Language& language,
                 const std::string& program) {
    const std::string label =
        verified.label.empty() ? language.words(verified.verdict) : verified.label;
    const std::vector<engine::Reason>& reasons =
        verified.reasons.empty() && !verified.by_source.empty() ? verified.by_source.front().reasons
                                                                : verified.reasons;
    Json json{
        {"@type", "ClaimReview"},
        {"identifier", verified.claim.id},
        {"claimReviewed", verified.claim.text},
        {"itemReviewed", claim_json(verified.claim)},
        {"reviewRating",
         {{"@type", "Rating"}, {"alternateName", label}, {"name", engine::name(verified.verdict)}}},
        {"isBasedOn", {{"@type", "SoftwareApplication"}, {"name", program}}}};
    if (!reasons.empty()) {
        json["reviewBody"] = reasons.front().text;
    }
    return json;
}

} // namespace

std::string claim_review(const engine::Verification& verification) {
    const engine::Language& language = engine::Language::of(verification.options.reasons_lang);
    Json reviews = Json::array();
    for (const engine::ClaimVerification& verified : verification.claims) {
        reviews.push_back(review_json(verified, language, verification.provenance.program));
    }
    const Json document{{"@context", "https://schema.org"}, {"@graph", std::move(reviews)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace evidence
