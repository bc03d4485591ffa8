internal import Diagnostics

/// Cuts an expression into the tokens of XPath 1.0, section 3.7.
struct XPathLexer {
  enum Token: Equatable {
    case number(Double)
    case literal(String)
    case name(String)
    /// An operator or a mark: `/`, `//`, `::`, `@`, `and` where an operator may stand, …
    case symbol(String)
    case end
  }

  struct Lexeme {
    var token: Token
    var place: XPathPlace
  }

  static func lexemes(of source: String) throws(XPathFault) -> [Lexeme] {
    var lexer = XPathLexer(scalars: Array(source.unicodeScalars))
    var result: [Lexeme] = []
    while true {
      let lexeme = try lexer.next(after: result.last?.token)
      result.append(lexeme)
      if lexeme.token == .end { return result }
    }
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func next(after last: Token?) throws(XPathFault) -> Lexeme {
    while index < scalars.count, Self.isSpace(scalars[index]) { index += 1 }
    let start = index
    guard index < scalars.count else { return lexeme(.end, from: start) }
    let scalar = scalars[index]
    if scalar == "\"" || scalar == "'" { return try literal(scalar) }
    if Self.isDigit(scalar) || scalar == "." && Self.isDigit(peek(1)) { return number() }
    for symbol in ["//", "::", "..", "!=", "<=", ">="] where starts(with: symbol) {
      index += 2
      return lexeme(.symbol(symbol), from: start)
    }
    if "()[].@,/|+-=<>*".unicodeScalars.contains(scalar) {
      index += 1
      return lexeme(.symbol(String(scalar)), from: start)
    }
    guard Self.isNameStart(scalar) else {
      throw XPathFault(
        problem: Message(
          uk: "знак «\(scalar)» у виразі не на місці", en: "'\(scalar)' has no place here"),
        offset: start, length: 1)
    }
    while index < scalars.count, Self.isName(scalars[index]) { index += 1 }
    let name = String(String.UnicodeScalarView(scalars[start..<index]))
    let isOperator = ["and", "or", "div", "mod"].contains(name) && Self.endsOperand(last)
    return lexeme(isOperator ? .symbol(name) : .name(name), from: start)
  }

  /// Whether an operator may follow, which is how XPath tells `and` the operator from a name.
  private static func endsOperand(_ token: Token?) -> Bool {
    switch token {
    case .number, .literal, .name: true
    case .symbol(let symbol): [")", "]", ".", "..", "*"].contains(symbol)
    default: false
    }
  }

  private mutating func literal(_ quote: Unicode.Scalar) throws(XPathFault) -> Lexeme {
    let start = index
    index += 1
    while index < scalars.count, scalars[index] != quote { index += 1 }
    guard index < scalars.count else {
      throw XPathFault(
        problem: Message(uk: "лапку не закрито", en: "the quotation mark is not closed"),
        offset: start, length: 1)
    }
    let text = String(String.UnicodeScalarView(scalars[start + 1..<index]))
    index += 1
    return lexeme(.literal(text), from: start)
  }

  private mutating func number() -> Lexeme {
    let start = index
    while index < scalars.count, Self.isDigit(scalars[index]) { index += 1 }
    if index < scalars.count, scalars[index] == ".", scalars[start..<index].first != "." {
      index += 1
    } else if scalars[start] == "." {
      index = start + 1
    }
    while index < scalars.count, Self.isDigit(scalars[index]) { index += 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    return lexeme(.number(Double(text) ?? Double("0" + text) ?? 0), from: start)
  }

  private func lexeme(_ token: Token, from start: Int) -> Lexeme {
    Lexeme(token: token, place: XPathPlace(offset: start, length: index - start))
  }

  private func peek(_ distance: Int) -> Unicode.Scalar {
    index + distance < scalars.count ? scalars[index + distance] : " "
  }

  private func starts(with symbol: String) -> Bool {
    scalars[index...].starts(with: symbol.unicodeScalars)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    default: scalar.value > 0x7F && scalar.properties.isAlphabetic
    }
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || isDigit(scalar) || scalar == "-" || scalar == "."
  }
}
