/// What a person reads in a page: its body's text, check boxes as the text writer draws them.
struct StrippedHTML {
  private(set) var text = ""
  /// The elements that were never closed, or closed out of turn.
  private(set) var openTags: [String] = []

  private static let void: Set<Substring> = [
    "meta", "link", "br", "col", "hr", "input", "wbr", "path", "!DOCTYPE",
  ]
  private static let inline: Set<Substring> = [
    "span", "strong", "em", "u", "small", "label", "input", "wbr", "/span", "/strong", "/em", "/u",
    "/small", "/label",
  ]

  init(_ bytes: [UInt8]) {
    let page = String(decoding: bytes, as: UTF8.self)
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      text += Self.decoded(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      read(tag)
      // A table's caption is not for those who see its layout, and no text has it.
      if tag == "caption", let end = rest.firstRange(of: "</caption") {
        rest = rest[end.lowerBound...]
      }
      if tag == "style", let end = rest.firstRange(of: "</style") { rest = rest[end.lowerBound...] }
      if tag == "/head" { text = "" }
    }
    text += Self.decoded(rest)
  }

  private mutating func read(_ tag: Substring) {
    let name = tag.prefix { $0 != " " && $0 != "\n" }
    if name == "input" { text += tag.contains(" checked") ? "☒" : "☐" }
    if !Self.inline.contains(name) { text += "\n" }
    if Self.void.contains(name) { return }
    if !name.hasPrefix("/") {
      openTags.append(String(name))
    } else if openTags.last == String(name.dropFirst()) {
      openTags.removeLast()
    } else {
      openTags.append(String(name))
    }
  }

  private static func decoded(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&quot;", with: "\""
    )
    .replacing("&amp;", with: "&")
  }
}
