#include <string.h>
#include <libxml/parser.h>
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

/// Whether two names are one.
static inline int pysarIsSame(const xmlChar *name, const xmlChar *other) {
  return strcmp((const char *)name, (const char *)other) == 0;
}
