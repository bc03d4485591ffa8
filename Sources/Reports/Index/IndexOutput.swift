import Diagnostics
import Markup

/// Where the pages go, and the frame that all of them have.
struct IndexOutput {
  let words: IndexWords
  /// Opens a report file aside by its path in the output folder.
  let open: (String) throws(ProgramFault) -> ReportFile

  /// Writes a file whole.
  func write(_ bytes: [UInt8], to path: String) throws(ProgramFault) {
    var file = try open(path)
    try file.write(bytes)
    try file.flush()
  }

  /// Begins a page: all before what `main` holds.
  ///
  /// - Parameters:
  ///   - title: What the page is called, in its window and as its first heading.
  ///   - isFront: Whether it is the page above the folder that has all others.
  func head(_ title: String, isFront: Bool = false) -> MarkupBuffer {
    var page = MarkupBuffer()
    page.raw("<!DOCTYPE html>\n<html lang=")
    page.text(words.language.rawValue)
    page.raw(
      """
      >
      <head>
      <meta charset=utf-8>
      <meta name=viewport content="width=device-width, initial-scale=1">
      <meta name=generator content=pysar>
      <meta http-equiv=Content-Security-Policy content="default-src 'none'; style-src 'self'
      """)
    if isFront { page.raw("; script-src 'self'") }
    page.raw("; base-uri 'none'; form-action 'none'\">\n<title>")
    page.text(title)
    if !isFront {
      page.raw(" – ")
      page.text(words.title)
    }
    page.raw("</title>\n<link rel=stylesheet href=\"")
    if isFront { page.raw("index/") }
    page.raw("index.css\">\n")
    if isFront { page.raw("<script src=\"index/index.js\" defer></script>\n") }
    page.raw("</head>\n<body>\n<a class=skip href=\"#main\">")
    page.text(words("До змісту", "Skip to content"))
    page.raw("</a>\n")
    return page
  }

  /// Ends a page.
  func foot(_ page: inout MarkupBuffer) {
    page.raw("</body>\n</html>\n")
  }
}

extension MarkupBuffer {
  /// Begins a table: its caption and the heads of its columns, in a frame that scrolls by itself.
  ///
  /// - Parameter numbersFrom: The first column that holds numbers.
  mutating func beginTable(
    _ style: StaticString, caption: String, columns: [String], numbersFrom: Int = .max
  ) {
    raw("<table class=\"")
    raw(style)
    raw("\">\n<caption>")
    text(caption)
    raw("</caption>\n<thead>\n<tr>")
    for (index, column) in columns.enumerated() {
      if index >= numbersFrom { raw("<th scope=col class=n>") } else { raw("<th scope=col>") }
      text(column)
    }
    raw("\n")
  }

  mutating func endTable() { raw("</table>\n") }
}
