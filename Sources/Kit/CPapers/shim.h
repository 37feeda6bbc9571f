#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
