internal import Contents

/// The words of a printed rendition, HTML, Word or text, as a reader sees them.
struct PrintedText {
  /// The words in their order, without the rulers of tables.
  let words: [String]
  /// Whether it is a page whose end is missing.
  private(set) var isCut = false
  /// A page of HTML, however its lines are broken: what its markup shows of the words, only this says.
  private var page: String?
  private var word: WordFile?

  init(_ bytes: [UInt8]) {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("\u{FEFF}") { text.unicodeScalars.removeFirst() }
    guard text.prefix(200).lowercased().contains("<html") else {
      words = text.split(whereSeparator: \.isNewline).flatMap(Self.words(ofLine:))
      return
    }
    words = Self.text(ofHTML: text).split(whereSeparator: \.isWhitespace).map(String.init)
    isCut = text.ranges(of: "</html>").isEmpty
    page = text.unicodeScalars.split { " \t\n\r".unicodeScalars.contains($0) }
      .map(String.init).joined(separator: " ")
  }

  /// Reads a file of Word.
  init(_ word: WordFile) {
    words = word.text.split(whereSeparator: \.isWhitespace).map(String.init)
    self.word = word
  }

  /// What there is beside the words that a rendition by the program does not have, and that may show
  /// them otherwise.
  func unknown(beside written: PrintedText) -> [String] {
    if let word, let other = written.word { return word.unknown(beside: other) }
    guard page != written.page else { return [] }
    guard let page, let other = written.page else { return ["<html"] }
    let same = zip(page, other).prefix { $0 == $1 }.count
    let start = page.prefix(same + 1).lastIndex(of: "<") ?? page.startIndex
    return [String(page[start...].prefix(60))]
  }

  /// The groups of a seal that are printed; nil where there are none.
  var groups: SealGroups? {
    guard words.count >= 6 else { return nil }
    for start in 0...(words.count - 6) {
      let candidate = words[start..<start + 6]
      guard
        candidate.allSatisfy({
          $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
        })
      else { continue }
      if let groups = try? SealGroups(reading: candidate.joined()) { return groups }
    }
    return nil
  }

  // MARK: Text

  /// The words of a line of text, without the rulers where it is one of a table. How long a line is
  /// that is to be written on counts for nothing.
  private static func words(ofLine line: Substring) -> [String] {
    let ends = [line.first { !$0.isWhitespace }, line.last { !$0.isWhitespace }]
    let isOfTable = ends.allSatisfy { $0.map(isJunction) ?? false }
    return line.split { $0.isWhitespace || isOfTable && $0 == "│" }
      .filter { !isOfTable || !isRuler($0) }
      .map { $0.count > 1 && $0.allSatisfy { $0 == "_" } ? "__" : String($0) }
  }

  /// Whether a word in a table's line is no word: what parts columns, or a line from where rulers meet
  /// to where they meet.
  private static func isRuler(_ word: Substring) -> Bool {
    guard let first = word.first, let last = word.last else { return true }
    return word == "|"
      || word.count > 2 && isJunction(first) && isJunction(last)
        && word.allSatisfy { isJunction($0) || "-=─═".contains($0) }
  }

  private static func isJunction(_ character: Character) -> Bool {
    "|+│┌┐┬└┘┴├┤┼╒╕╤╘╛╧╞╡╪".contains(character)
  }

  // MARK: HTML

  private static func text(ofHTML html: String) -> String {
    var result = ""
    var rest = html[...]
    if let body = rest.range(of: "<body") { rest = rest[body.lowerBound...] }
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      guard let next = rest.dropFirst().first,
        next.isASCII && next.isLetter || next == "/" || next == "!"
      else {
        result += "<"
        rest = rest.dropFirst()
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { return result }
      let tag = rest[...close]
      // A word may be marked in part; what is no phrase parts words.
      if !["<span", "</span", "<strong", "</strong", "<em", "</em", "<u>", "</u>"].contains(
        where: tag.hasPrefix)
      {
        result += " "
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
