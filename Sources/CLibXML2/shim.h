#include <string.h>
#include <libxml/xmlversion.h>
// Pysar never converts encodings through ICU. Its headers, read into this module, would clash with
// those of Foundation in a test that imports both.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlerror.h>

/// xmlFree is a global function pointer that anyone may replace, which Swift 6 refuses to read.
static inline void pysarFree(void *memory) { xmlFree(memory); }

/// xmlStrlen goes byte by byte, in int; this is the C library's own.
static inline long pysarLength(const xmlChar *text) { return (long)strlen((const char *)text); }

/// How many bytes stand before the first of some, or before the end.
static inline long pysarLengthBefore(const xmlChar *text, const char *some) {
  return (long)strcspn((const char *)text, some);
}

/// Whether two names are one.
static inline int pysarIsSame(const xmlChar *name, const xmlChar *other) {
  return strcmp((const char *)name, (const char *)other) == 0;
}

/// The name that libxml2 gives to all texts, an array without a size, which Swift does not see.
static inline const xmlChar *pysarTextName(void) { return xmlStringText; }

/// The version of the library that runs, as "20914"; the header's own may be another.
static inline const char *pysarLibraryVersion(void) { return xmlParserVersion; }

static void pysarTellNobody(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/// Has libxml2 write nothing to standard error on this thread: what fails shows in what it gives.
static inline void pysarBeSilent(void) { xmlSetGenericErrorFunc(NULL, pysarTellNobody); }
