// SPDX-License-Identifier: MIT
#include "engine/claims/read_claims.hpp"

#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/unreal.hpp"
#include "engine/claims/resolve/context.hpp"
#include "engine/claims/resolve/dateline.hpp"
#include "engine/claims/resolve/repeated.hpp"
#include "engine/claims/resolve/who.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace engine {
namespace {

// Paragraphs are read one at a time, so that memory does not grow with the text. One without a
// break (10 MB on a line) is cut at a space.
constexpr std::size_t kLongestPiece = 32768; // bytes

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// The end of the paragraph that begins at `from`: after a line break followed by an empty line.
std::size_t paragraph_end(std::string_view text, std::size_t from) {
    const std::size_t limit = std::min(text.size(), from + kLongestPiece);
    for (std::size_t at = from; at < limit; ++at) {
        if (text[at] != '\n') {
            continue;
        }
        std::size_t next = at + 1;
        while (next < limit && is_blank(text[next])) {
            ++next;
        }
        if (next < limit && text[next] == '\n') {
            return next + 1;
        }
    }
    if (limit == text.size()) {
        return limit;
    }
    // Only in this piece: a text without any space would be searched again and again.
    const std::size_t space = text.substr(from, limit - from).find_last_of(" \n");
    return space != std::string_view::npos && space > 0 ? from + space + 1 : limit;
}

std::vector<Draft> find_all(const Annotated& text, Sentence s, std::optional<Date> published) {
    std::vector<Draft> drafts = find_areas(text, s);
    const auto append = [&](std::vector<Draft> more) {
        std::move(more.begin(), more.end(), std::back_inserter(drafts));
    };
    append(find_sizes(text, s));
    append(find_shares(text, s));
    append(find_counts(text, s));
    drafts = keep_best(std::move(drafts));
    std::erase_if(drafts, [&](const Draft& draft) { return is_unreal(text, s, draft, published); });
    return drafts;
}

/// Lines and columns of places in a text, asked for from its start to its end.
class PlaceCounter {
  public:
    /// A byte-order mark is no character of the first line.
    explicit PlaceCounter(std::string_view text)
        : text_(text), at_(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

    void set_place(TextClaim& claim) {
        for (; at_ < claim.begin; ++at_) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\n') {
                ++line_;
                column_ = 1;
            } else if ((byte & 0xC0U) != 0x80U) { // not the inside of a character
                ++column_;
            }
        }
        claim.line = line_;
        claim.column = column_;
    }

  private:
    static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string_view text_;
    std::size_t at_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

void set_span(TextClaim& claim, const Draft& draft, const Annotated& piece, std::string_view text) {
    claim.begin = piece.tokens().list[draft.first].begin;
    claim.end = piece.tokens().list[draft.last - 1].end;
    claim.text = text.substr(claim.begin, claim.end - claim.begin);
}

/// The claims from `first` on whose own sentence does not say who speaks.
void name_speaker(std::vector<TextClaim>& claims, std::size_t first, const std::string& speaker) {
    for (std::size_t i = first; i < claims.size(); ++i) {
        if (claims[i].speaker.empty()) {
            claims[i].speaker = speaker;
        }
    }
}

/// A few words may speak for several languages alike: the one that knows most of their phrases is
/// taken, of equals the first. Longer texts are told by their commonest words.
constexpr std::size_t kFewWords = 400; // bytes

const Lexicon& lexicon_for(std::string_view text, const DetectedLanguage& language) {
    const Lexicon* best = lexicon(language.lang);
    if (best == nullptr) {
        best = lexicon("en");
    }
    if (language.certain || text.size() > kFewWords) {
        return *best;
    }
    std::size_t most = Annotated(text, 0, *best, false).phrases_known();
    for (const std::string& rival : language.rivals) {
        const std::size_t known = Annotated(text, 0, *lexicon(rival), false).phrases_known();
        if (known > most) {
            most = known;
            best = lexicon(rival);
        }
    }
    return *best;
}

} // namespace

std::vector<TextClaim> read_claims(std::string_view text, const ReadOptions& options) {
    const DetectedLanguage language = options.lang.empty()
                                          ? detect_language_surely(text)
                                          : DetectedLanguage{options.lang, true, {}};
    const Lexicon& words = lexicon_for(text, language);
    ReadOptions reading = options;
    StatedDay head;
    if (!options.published && !options.is_claim) {
        head = day_of_text(text, words, language.certain);
        reading.published = head.date;
    }
    std::vector<TextClaim> out;
    Context context(reading);
    PlaceCounter places(text);
    std::size_t before = 0; // the first claim of the sentence before
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = paragraph_end(text, from);
        const Annotated piece(text.substr(from, end - from), from, words, language.certain);
        for (Sentence sentence : split_sentences(piece)) {
            sentence.is_claim = reading.is_claim;
            std::vector<Draft> drafts = find_all(piece, sentence, reading.published);
            context.complete(piece, sentence, text, drafts);
            if (drafts.empty() && before < out.size()) {
                name_speaker(out, before, attributed_to(piece, sentence, text));
            }
            before = out.size();
            for (Draft& draft : drafts) {
                set_span(draft.claim, draft, piece, text);
                places.set_place(draft.claim);
                draft.claim.lang = words.lang;
                if (head.date && draft.claim.stated.words.empty()) {
                    draft.claim.stated = head; // its sentence does not say when it was said
                }
                draft.claim.sentence = words_of(piece, sentence.first, sentence.last, text);
                out.push_back(std::move(draft.claim));
            }
        }
        from = end;
    }
    return join_repeated(std::move(out));
}

} // namespace engine
