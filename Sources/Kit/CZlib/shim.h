#include <zlib.h>

/* deflateInit2 is a macro in zlib.h, which Swift can't see. windowBits 31 asks for a gzip wrapper (RFC 1952). */
static inline int ventanilla_gzip_begin(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
