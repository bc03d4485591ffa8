/// How much stands on one page, so that none is over 2 MB and a telephone can show it.
struct IndexLimits {
  /// The bytes of a page's rows; a page has more only by its frame, a few thousand.
  var pageBytes = 1_500_000
  /// The rows of a page.
  var pageRows = 1_000
  /// The bytes of a file of search data.
  var searchBytes = 1_500_000
  /// The rows of each list on the first page; the rest are on pages of their own.
  var frontRows = 30
  /// The bytes of each list on the first page.
  var frontBytes = 250_000
  /// The units on the first page.
  var frontUnits = 200
  /// The bytes of a plan's findings in its row; the rest are only in findings.json.
  var findingBytes = 200_000
  /// The bytes of a plan's links in its row.
  var linkBytes = 200_000
  /// The sorts of findings that are counted.
  var causes = 1_000
}
