internal import Diagnostics

/// Cuts an expression into the tokens of XPath 1.0, section 3.7.
struct XPathLexer {
  enum Token: Equatable {
    case number(Double)
    case literal(String)
    case name(String)
    /// `$name`, without the sign.
    case variable(String)
    /// An operator or a mark: `/`, `//`, `::`, `@`, `and` where an operator may stand, …
    case symbol(XPathSymbol)
    case end
  }

  struct Lexeme {
    var token: Token
    var place: XPathPlace
  }

  static func lexemes(of source: String) throws(XPathFault) -> [Lexeme] {
    var lexer = XPathLexer(bytes: Array(source.utf8))
    var result: [Lexeme] = []
    while true {
      let lexeme = try lexer.next(after: result.last?.token)
      result.append(lexeme)
      if lexeme.token == .end { return result }
    }
  }

  private let bytes: [UInt8]
  private var index = 0
  /// How many bytes before ``index`` are not the first of their scalar: places are in scalars.
  private var continuations = 0

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func next(after last: Token?) throws(XPathFault) -> Lexeme {
    while Self.isSpace(byte(0)) { index += 1 }
    let start = place
    guard index < bytes.count else { return lexeme(.end, from: start) }
    let first = byte(0)
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try literal(first) }
    if Self.isDigit(first) || first == UInt8(ascii: ".") && Self.isDigit(byte(1)) {
      return number()
    }
    if let (symbol, length) = XPathSymbol.first(first, byte(1)) {
      index += length
      return lexeme(.symbol(symbol), from: start)
    }
    let isVariable = first == UInt8(ascii: "$")
    if isVariable { index += 1 }
    let begin = index
    guard takeScalar(Self.isNameStart) else {
      throw XPathFault(
        problem: Message(
          uk: "знак «\(scalar.value)» у виразі не на місці",
          en: "'\(scalar.value)' has no place here"),
        offset: start, length: 1)
    }
    while takeScalar(Self.isName) {}
    let name = text(begin..<index)
    if isVariable { return lexeme(.variable(name), from: start) }
    if Self.endsOperand(last), let word = XPathSymbol.word(name) {
      return lexeme(.symbol(word), from: start)
    }
    return lexeme(.name(name), from: start)
  }

  /// Whether an operator may follow, which is how XPath tells `and` the operator from a name.
  private static func endsOperand(_ token: Token?) -> Bool {
    switch token {
    case .number, .literal, .name, .variable: true
    case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.dot), .symbol(.twoDots),
      .symbol(.star):
      true
    default: false
    }
  }

  private mutating func literal(_ quote: UInt8) throws(XPathFault) -> Lexeme {
    let start = place
    guard let end = bytes[(index + 1)...].firstIndex(of: quote) else {
      throw XPathFault(
        problem: Message(uk: "лапку не закрито", en: "the quotation mark is not closed"),
        offset: start, length: 1)
    }
    let text = text(index + 1..<end)
    for byte in bytes[index..<end] where byte & 0xC0 == 0x80 { continuations += 1 }
    index = end + 1
    return lexeme(.literal(text), from: start)
  }

  private mutating func number() -> Lexeme {
    let start = place
    let begin = index
    while Self.isDigit(byte(0)) { index += 1 }
    if byte(0) == UInt8(ascii: ".") { index += 1 }
    while Self.isDigit(byte(0)) { index += 1 }
    let text = text(begin..<index)
    return lexeme(.number(Double(text) ?? Double("0" + text) ?? 0), from: start)
  }

  /// Where the next scalar stands, in scalars.
  private var place: Int { index - continuations }

  private func lexeme(_ token: Token, from start: Int) -> Lexeme {
    Lexeme(token: token, place: XPathPlace(offset: start, length: place - start))
  }

  /// The byte so far ahead; 0, which stands in no expression, behind the end.
  private func byte(_ distance: Int) -> UInt8 {
    index + distance < bytes.count ? bytes[index + distance] : 0
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The scalar at the index, with the number of its bytes.
  private var scalar: (value: Unicode.Scalar, length: Int) {
    let first = byte(0)
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let end = min(index + length, bytes.count)
    return (text(index..<end).unicodeScalars.first ?? "\u{FFFD}", end - index)
  }

  /// Takes the next scalar where it is one of these.
  private mutating func takeScalar(_ isTaken: (Unicode.Scalar) -> Bool) -> Bool {
    guard index < bytes.count else { return false }
    guard bytes[index] >= 0x80 else {
      guard isTaken(Unicode.Scalar(bytes[index])) else { return false }
      index += 1
      return true
    }
    let (value, length) = scalar
    guard isTaken(value) else { return false }
    index += length
    continuations += length - 1
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    default: scalar.value > 0x7F && scalar.properties.isAlphabetic
    }
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || "0"..."9" ~= scalar || scalar == "-" || scalar == "."
  }
}
