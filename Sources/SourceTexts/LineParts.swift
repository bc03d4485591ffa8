/// What a line of YAML is made of, as people read it: `  - строк: до 1 травня  # уточнити`.
struct LineParts {
  /// How many spaces it begins with.
  let indent: Int
  /// The hyphens of items, with the spaces behind them.
  let dashes: Substring
  /// The key before a colon; nil where there is none.
  let key: Substring?
  /// What stands behind the key, or all where there is none, without a comment.
  let value: Substring
  /// The comment at its end, with the spaces before it.
  let comment: Substring

  init(_ line: String) {
    let margin = line.prefix { $0 == " " }
    indent = margin.count
    var rest = line[margin.endIndex...]
    let start = rest.startIndex
    while rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
    dashes = line[start..<rest.startIndex]
    let end = Self.end(of: rest)
    comment = rest[end...]
    rest = rest[..<end]
    guard let colon = Self.colon(of: rest) else {
      key = nil
      value = rest
      return
    }
    key = rest[..<colon]
    value = rest[colon...].dropFirst().drop { $0 == " " }
  }

  /// Whether nothing stands in it but perhaps a comment.
  var isBlank: Bool { dashes.isEmpty && key == nil && value.isEmpty }

  /// The column, from 0, where its key or its text begins.
  var contentIndent: Int { indent + dashes.count }

  /// The column, from 1, where its value begins.
  var valueColumn: Int {
    let before = value.base[..<value.startIndex]
    return before.unicodeScalars.count + 1
  }

  /// The line with another value.
  func line(withValue text: String) -> String {
    let line = value.base
    return line[..<value.startIndex] + text + comment
  }

  /// The line with all of its value in quotation marks.
  var quoted: String {
    var text = String(value)
    // Marks that were meant to stand around it are those that it gets.
    if let mark = text.first, mark == "\"" || mark == "'" {
      if text.last == mark, text.count > 1 { text.removeLast() }
      text.removeFirst()
    }
    let inside = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return line(withValue: "\"\(inside)\"")
  }

  /// The line with other spaces before it.
  func line(indentedBy count: Int) -> String {
    String(repeating: " ", count: max(0, count)) + value.base[dashes.startIndex...]
  }

  /// Where the comment begins, with the spaces before it, or the line ends.
  private static func end(of text: Substring) -> Substring.Index {
    var end = text.endIndex
    var index = text.startIndex
    while index < text.endIndex {
      let isFirst = index == text.startIndex || text[text.index(before: index)] == " "
      if text[index] == "#", isFirst {
        end = index
        break
      }
      index = text.index(after: index)
    }
    while end > text.startIndex, text[text.index(before: end)].isWhitespace {
      end = text.index(before: end)
    }
    return end
  }

  /// The colon behind a key: a space or nothing stands behind it.
  private static func colon(of text: Substring) -> Substring.Index? {
    guard let first = text.first, !"\"'[{#".contains(first) else { return nil }
    var start = text.startIndex
    while let colon = text[start...].firstIndex(of: ":") {
      let next = text.index(after: colon)
      if next == text.endIndex || text[next] == " " { return colon }
      start = next
    }
    return nil
  }
}
