internal import Diagnostics

/// Reads an expression by the grammar of XPath 1.0 (W3C), without name prefixes; its variables are
/// named patterns and expressions, which are put in their place.
struct XPathParser {
  private let lexemes: [XPathLexer.Lexeme]
  private let names: XPathNames
  private var named: [XPathExpression.Named] = []
  private var index = 0
  private var depth = 0
  private var operators = 0

  /// Reads an expression; gives its parts, and the places of names with what they stand for.
  static func parse(_ source: String, _ names: XPathNames) throws(XPathFault)
    -> (syntax: XPathSyntax, named: [XPathExpression.Named])
  {
    var parser = XPathParser(lexemes: try XPathLexer.lexemes(of: source), names: names)
    let result = try parser.expression()
    guard parser.current.token == .end else { throw parser.unexpected() }
    return (result, parser.named)
  }

  private init(lexemes: [XPathLexer.Lexeme], names: XPathNames) {
    self.lexemes = lexemes
    self.names = names
  }

  /// How many strengths operators between two operands have; see ``XPathSymbol/operation``.
  private static let strengths = 6

  private mutating func expression(level: Int = 0) throws(XPathFault) -> XPathSyntax {
    guard level < Self.strengths else { return try unary() }
    depth += 1
    defer { depth -= 1 }
    guard depth < 300 else {
      throw fault(Message(uk: "вираз вкладено надто глибоко", en: "nested too deeply"))
    }
    var left = try expression(level: level + 1)
    while case .symbol(let symbol) = current.token,
      let (operation, strength) = symbol.operation, strength == level
    {
      try countOperator()
      index += 1
      left = .binary(operation, left, try expression(level: level + 1))
    }
    return left
  }

  /// Refuses an expression of so many parts that walking it could use up the stack.
  private mutating func countOperator() throws(XPathFault) {
    operators += 1
    guard operators <= 500 else {
      throw fault(Message(uk: "вираз має понад 500 дій", en: "more than 500 operators"))
    }
  }

  private mutating func unary() throws(XPathFault) -> XPathSyntax {
    var signs = 0
    while take(.minus) { signs += 1 }
    if signs > 0 {
      let operand = try union()
      // An even number of signs still makes a number of the operand.
      return signs.isMultiple(of: 2) ? .negate(.negate(operand)) : .negate(operand)
    }
    return try union()
  }

  private mutating func union() throws(XPathFault) -> XPathSyntax {
    var left = try pathExpression()
    while take(.union) {
      try countOperator()
      left = .binary(.union, left, try pathExpression())
    }
    return left
  }

  private mutating func pathExpression() throws(XPathFault) -> XPathSyntax {
    guard let primary = try primary() else { return .path(try locationPath()) }
    var predicates: [XPathSyntax] = []
    while isAt(.openBracket) { predicates.append(try predicate()) }
    var path: XPathPath?
    if isAt(.slash) || isAt(.twoSlashes) {
      var steps: [XPathStep] = []
      try relativeSteps(into: &steps)
      path = XPathPath(isAbsolute: false, steps: steps)
    }
    return predicates.isEmpty && path == nil
      ? primary : .filter(primary, predicates: predicates, path)
  }

  private mutating func primary() throws(XPathFault) -> XPathSyntax? {
    switch current.token {
    case .number(let value):
      let place = current.place
      index += 1
      return .number(value, place: place)
    case .literal(let text):
      let place = current.place
      index += 1
      return .literal(text, place: place)
    case .variable(let name): return try named(name)
    case .symbol(.openParenthesis):
      index += 1
      let inner = try expression()
      try expect(.closeParenthesis)
      return inner
    case .name(let name)
    where next == .symbol(.openParenthesis) && !["node", "text", "comment"].contains(name):
      let place = current.place
      index += 2
      var arguments: [XPathSyntax] = []
      if !isAt(.closeParenthesis) {
        repeat { arguments.append(try expression()) } while take(.comma)
      }
      try expect(.closeParenthesis)
      return .function(name: name, arguments: arguments, place: place)
    default: return nil
    }
  }

  /// Reads the name of an expression or a pattern.
  private mutating func named(_ name: String) throws(XPathFault) -> XPathSyntax {
    let place = current.place
    if let expression = names.expressions[name] {
      named.append(.expression(expression, place))
      index += 1
      return expression.syntax
    }
    guard let text = names.patterns[name] else {
      let known = Array(names.patterns.keys) + names.expressions.keys
      let near = nearestName(to: name, among: known.sorted())
      throw fault(
        Message(
          uk: "шаблону «$\(name)» немає" + (near.map { "; можливо, «$\($0)»" } ?? ""),
          en: "there is no pattern '$\(name)'" + (near.map { "; perhaps '$\($0)'" } ?? "")))
    }
    named.append(.pattern(text, place))
    index += 1
    return .literal(text, place: place)
  }

  private mutating func locationPath() throws(XPathFault) -> XPathPath {
    var steps: [XPathStep] = []
    if isAt(.slash) || isAt(.twoSlashes) {
      if isAt(.twoSlashes) {
        try relativeSteps(into: &steps)
      } else {
        index += 1
        if startsStep {
          steps.append(try step())
          try relativeSteps(into: &steps)
        }
      }
      return XPathPath(isAbsolute: true, steps: steps)
    }
    steps.append(try step())
    try relativeSteps(into: &steps)
    return XPathPath(isAbsolute: false, steps: steps)
  }

  private mutating func relativeSteps(into steps: inout [XPathStep]) throws(XPathFault) {
    while isAt(.slash) || isAt(.twoSlashes) {
      if isAt(.twoSlashes) {
        steps.append(XPathStep(axis: .descendantOrSelf, test: .node, place: current.place))
      }
      index += 1
      steps.append(try step())
    }
  }

  private var startsStep: Bool {
    switch current.token {
    case .name: true
    case .symbol(.dot), .symbol(.twoDots), .symbol(.at), .symbol(.star): true
    default: false
    }
  }

  private mutating func step() throws(XPathFault) -> XPathStep {
    let place = current.place
    if take(.dot) { return XPathStep(axis: .itself, test: .node, place: place) }
    if take(.twoDots) { return XPathStep(axis: .parent, test: .node, place: place) }
    var axis = XPathStep.Axis.child
    if take(.at) {
      axis = .attribute
    } else if case .name(let name) = current.token, next == .symbol(.axis) {
      guard let named = XPathStep.Axis(rawValue: name) else {
        throw fault(Message(uk: "осі «\(name)» в XPath немає", en: "there is no axis '\(name)'"))
      }
      axis = named
      index += 2
    }
    var step = XPathStep(axis: axis, test: .any, place: current.place)
    step.test = try nodeTest()
    while isAt(.openBracket) { step.predicates.append(try predicate()) }
    return step
  }

  private mutating func nodeTest() throws(XPathFault) -> XPathStep.Test {
    if take(.star) { return .any }
    guard case .name(let name) = current.token else { throw unexpected() }
    guard next == .symbol(.openParenthesis) else {
      index += 1
      return .name(name)
    }
    guard name == "text" || name == "node" else {
      throw fault(
        Message(
          uk: "на місці елемента «\(name)(…)» стояти не може",
          en: "'\(name)(…)' cannot stand for an element"))
    }
    index += 2
    try expect(.closeParenthesis)
    return name == "text" ? .text : .node
  }

  private mutating func predicate() throws(XPathFault) -> XPathSyntax {
    try expect(.openBracket)
    let result = try expression()
    try expect(.closeBracket)
    return result
  }

  private var current: XPathLexer.Lexeme { lexemes[min(index, lexemes.count - 1)] }
  private var next: XPathLexer.Token {
    index + 1 < lexemes.count ? lexemes[index + 1].token : .end
  }

  private func isAt(_ symbol: XPathSymbol) -> Bool {
    if case .symbol(symbol) = current.token { true } else { false }
  }

  private mutating func take(_ symbol: XPathSymbol) -> Bool {
    guard isAt(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ symbol: XPathSymbol) throws(XPathFault) {
    guard take(symbol) else {
      throw fault(
        Message(
          uk: "тут очікується «\(symbol.rawValue)»",
          en: "'\(symbol.rawValue)' is expected here"))
    }
  }

  private func unexpected() -> XPathFault {
    current.token == .end
      ? fault(Message(uk: "вираз обірвано", en: "the expression breaks off"))
      : fault(Message(uk: "цього у виразі не може бути тут", en: "this cannot stand here"))
  }

  private func fault(_ problem: Message) -> XPathFault {
    XPathFault(
      problem: problem, offset: current.place.offset, length: max(1, current.place.length))
  }
}
