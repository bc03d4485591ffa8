/// Reads a style sheet as a browser does (CSS Syntax Level 3, section 4), as far as is needed to find
/// what would load something, however it is written.
struct StyleScanner {
  /// What would load something.
  struct Load: Equatable {
    /// Its name as a browser understands it: `@import`, `url()`.
    let name: String
    /// How many characters stand before it.
    let offset: Int
  }

  /// What would load something in a style sheet, in the order of the text.
  static func loads(in text: String) -> [Load] {
    var scanner = StyleScanner(text: Array(text.unicodeScalars))
    while scanner.position < scanner.text.count { scanner.skipToken() }
    return scanner.loads
  }

  /// Functions whose argument is an address, in some browser.
  private static let loading: Set<String> = [
    "url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
    "url-prefix", "document", "domain", "regexp", "expression", "paint",
  ]
  /// At-rules that load what they name.
  private static let loadingRules: Set<String> = ["import", "document", "-moz-document"]

  private let text: [Unicode.Scalar]
  private var position = 0
  private var loads: [Load] = []

  private init(text: [Unicode.Scalar]) {
    self.text = text
  }

  private func scalar(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < text.count ? text[position + distance] : nil
  }

  private mutating func skipToken() {
    let start = position
    switch text[position] {
    case "/" where scalar(1) == "*": skipComment()
    case "\"", "'": skipString()
    case "@":
      position += 1
      if startsName, case let name = readName(), Self.loadingRules.contains(name) {
        loads.append(Load(name: "@" + name, offset: start))
      }
    case "#":
      position += 1
      _ = readName()
    case "0"..."9":
      while let digit = scalar(), ("0"..."9").contains(digit) || digit == "." { position += 1 }
      if startsName { _ = readName() }
    default:
      guard startsName else {
        position += 1
        return
      }
      let name = readName()
      if scalar() == "(", Self.loading.contains(name) {
        loads.append(Load(name: name + "()", offset: start))
      }
    }
  }

  private mutating func skipComment() {
    position += 2
    while position < text.count, !(scalar() == "*" && scalar(1) == "/") { position += 1 }
    position += 2
  }

  /// Skips a string, which a line's end breaks off unless it is escaped.
  private mutating func skipString() {
    let quote = text[position]
    position += 1
    while let next = scalar(), !next.endsLine {
      position += 1
      if next == quote { return }
      guard next == "\\" else { continue }
      if scalar() == "\r", scalar(1) == "\n" { position += 1 }
      position += 1
    }
  }

  // MARK: Names

  /// Whether a name begins here.
  private var startsName: Bool {
    guard scalar() == "-" else { return startsPlainName(at: 0) }
    return scalar(1) == "-" || startsPlainName(at: 1)
  }

  private func startsPlainName(at distance: Int) -> Bool {
    guard let first = scalar(distance) else { return false }
    if first == "\\" { return isEscape(at: distance) }
    return first.isInName && !("0"..."9").contains(first) && first != "-"
  }

  /// Whether a backslash escapes what follows it.
  private func isEscape(at distance: Int) -> Bool {
    guard scalar(distance) == "\\", let next = scalar(distance + 1) else { return false }
    return !next.endsLine
  }

  /// Reads a name, its escapes resolved, in small letters.
  private mutating func readName() -> String {
    var name = ""
    while let next = scalar() {
      if isEscape(at: 0) {
        position += 1
        name.unicodeScalars.append(readEscape())
      } else if next.isInName {
        name.unicodeScalars.append(next)
        position += 1
      } else {
        break
      }
    }
    return name.lowercased()
  }

  /// Reads what stands behind a backslash: up to six hexadecimal digits and a space, or itself.
  private mutating func readEscape() -> Unicode.Scalar {
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let digit = scalar().flatMap({ Character($0).hexDigitValue }),
      text[position].isASCII
    {
      value = value << 4 | UInt32(digit)
      digits += 1
      position += 1
    }
    if digits == 0 {
      defer { position += 1 }
      return text[position]
    }
    if scalar() == "\r", scalar(1) == "\n" { position += 1 }
    if let space = scalar(), space.endsLine || space == " " || space == "\t" { position += 1 }
    return Unicode.Scalar(value).flatMap { $0 == "\0" ? nil : $0 } ?? "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  fileprivate var endsLine: Bool { self == "\n" || self == "\r" || self == "\u{C}" }

  /// Whether the character may stand in a name.
  fileprivate var isInName: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: value >= 0x80 || self == "\0"
    }
  }
}
