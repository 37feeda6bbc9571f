#include "re2_matches.h"

#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>

namespace {

/// Patterns stand in definitions, so a thread meets the same few again and again.
constexpr size_t kept = 64;

const RE2 &compiled(const std::string &pattern) {
    thread_local std::map<std::string, std::unique_ptr<RE2>> patterns;
    auto found = patterns.find(pattern);
    if (found != patterns.end()) return *found->second;
    if (patterns.size() >= kept) patterns.clear();
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    return *patterns.emplace(pattern, std::make_unique<RE2>(pattern, options)).first->second;
}

}  // namespace

int re2_matches(const unsigned char *text, size_t text_count, const unsigned char *pattern, size_t pattern_count) {
    const RE2 &regex = compiled(std::string(reinterpret_cast<const char *>(pattern), pattern_count));
    if (!regex.ok()) return -1;
    return RE2::PartialMatch(re2::StringPiece(reinterpret_cast<const char *>(text), text_count), regex) ? 1 : 0;
}
