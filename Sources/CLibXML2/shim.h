#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlerror.h>

/// xmlFree is a global function pointer that anyone may replace, which Swift 6 refuses to read.
static inline void pysarFree(void *memory) { xmlFree(memory); }
