#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// 1 when a part of the text fits the pattern, 0 when none does, -1 when the pattern is none or too large.
int re2_matches(const unsigned char *text, size_t text_count, const unsigned char *pattern, size_t pattern_count);

#ifdef __cplusplus
}
#endif
