/// Writes a document as one self-contained HTML page: its style inside, no script, nothing fetched.
///
/// Elements and classes are those of the forms, so that one style sheet fits the blank form and
/// the page that is filled in. Each block and each cell stands on a line of its own, so that two
/// pages can be compared line by line.
package struct HTMLWriter: Sendable {
  /// Makes a writer.
  package init() {}

  /// The page in UTF-8.
  package func write(_ document: Document) -> [UInt8] {
    write(document, followedBy: [])
  }

  /// The page of one document and others, each beginning a page.
  package func write(_ document: Document, followedBy others: [Document]) -> [UInt8] {
    var page = HTMLPage(document)
    page.raw("<!DOCTYPE html>\n<html lang=\"")
    page.value(document.language)
    page.raw(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    page.text(document.title)
    page.raw("</title>\n")
    page.append(style(of: document, followedBy: others))
    page.raw("</head>\n<body class=\"")
    page.raw(document.sheets[0].orientation == .portrait ? "portrait" : "landscape")
    page.raw("\">\n<main>\n")
    page.blocks(document.blocks.indices)
    for other in others { page.add(other) }
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  /// The style of some documents, and the policy that allows it alone.
  private func style(of document: Document, followedBy others: [Document]) -> [UInt8] {
    let sheet = document.style.styleSheet
    let annexes = ([document] + others).flatMap { document in
      document.continuations.map { String(decoding: document.text[$0.range], as: UTF8.self) }
    }
    let rules = annexes.enumerated().map { sheet.rules(ofAnnex: $0 + 1, continuation: $1) }.joined()
    if others.isEmpty, rules.isEmpty, sheet.hasClasses(for: document.columns) {
      return sheet.element.bytes
    }
    var text = sheet.text(for: document.columns) + rules
    for other in others {
      let own = other.style.styleSheet.text(for: other.columns)
      if !text.contains(own) { text += own }
    }
    return StyleElement(text).bytes
  }
}
