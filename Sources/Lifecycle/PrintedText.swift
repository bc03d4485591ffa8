internal import Contents

/// The words of a printed rendition, HTML, Word or text, as a reader sees them.
struct PrintedText {
  /// The words in their order, without the lines of tables.
  let words: [String]
  /// Whether it is a page whose end is missing.
  private(set) var isCut = false
  private var word: WordFile?

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let isHTML = text.prefix(200).lowercased().contains("<html")
    self.init(isHTML ? Self.text(ofHTML: text) : text)
    isCut = isHTML && text.ranges(of: "</html>").isEmpty
  }

  /// Reads a file of Word.
  init(_ word: WordFile) {
    self.init(word.text)
    self.word = word
  }

  /// What there is beside the words that a rendition by the program does not have, and that may show
  /// them otherwise.
  func unknown(beside written: PrintedText) -> [String] {
    guard let word, let other = written.word else { return [] }
    return word.unknown(beside: other)
  }

  private init(_ text: String) {
    words = text.split { character in
      character.isWhitespace || character.unicodeScalars.allSatisfy { Self.isLine($0) }
    }.map(String.init).filter { !$0.allSatisfy { "_|+=-".contains($0) } }
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

  private static func isLine(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x257F).contains(scalar.value)
  }

  private static func text(ofHTML html: String) -> String {
    var result = ""
    var rest = html[...]
    if let body = rest.range(of: "<body") { rest = rest[body.lowerBound...] }
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { return result }
      let tag = rest[open...close]
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
