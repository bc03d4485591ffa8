/// Reads patterns: scalars, `.`, classes, escapes, groups, `|`, repetitions, `^`, `$`, `\b`.
struct PatternParser {
  /// How many states a pattern may unfold into, and how long and deep it may be.
  static let stateLimit = 2_000
  static let lengthLimit = 4_000
  static let depthLimit = 100

  /// A part with the number of states that it takes.
  private typealias Sized = (syntax: PatternSyntax, size: Int)

  /// A pattern with its sets of scalars.
  typealias Parsed = (syntax: PatternSyntax, sets: ScalarSets, usesBoundaries: Bool)

  static func parse(_ source: String, ignoresCase: Bool) throws(TextPatternFault) -> Parsed {
    var parser = PatternParser(
      scalars: PatternScalars(source), ignoresCase: ignoresCase)
    guard parser.scalars.count <= lengthLimit else {
      throw TextPatternFault(
        uk: "шаблон довший за \(lengthLimit) знаків",
        en: "the pattern is longer than \(lengthLimit) characters",
        offset: lengthLimit, length: parser.scalars.count - lengthLimit)
    }
    let result = try parser.choice()
    guard parser.scalars.current == nil else {
      throw parser.scalars.fault(
        uk: "дужку «)» ніщо не відкриває", en: "nothing opens this ')'", length: 1)
    }
    return (result.syntax, parser.sets, parser.usesBoundaries)
  }

  private var scalars: PatternScalars
  private var sets = ScalarSets()
  private var usesBoundaries = false
  /// The numbers of the sets of the common literals that were read, or -1.
  private var literals = [Int16](repeating: -1, count: ScalarSet.commonCount)
  private let ignoresCase: Bool
  private var depth = 0

  private init(scalars: PatternScalars, ignoresCase: Bool) {
    self.scalars = scalars
    self.ignoresCase = ignoresCase
  }

  private mutating func choice() throws(TextPatternFault) -> Sized {
    let start = scalars.index
    var parts: [PatternSyntax] = []
    var size = 0
    repeat {
      let part = try sequence()
      parts.append(part.syntax)
      size += part.size + 1
      try checkSize(size, from: start)
    } while scalars.take("|")
    return (parts.count == 1 ? parts[0] : .choice(parts), size)
  }

  private mutating func sequence() throws(TextPatternFault) -> Sized {
    let start = scalars.index
    var parts: [PatternSyntax] = []
    var size = 1
    while let scalar = scalars.current, scalar != "|", scalar != ")" {
      let letters = scalars.takeLetters()
      if !letters.isEmpty {
        parts.reserveCapacity(parts.count + letters.count + 1)
        for letter in letters { parts.append(literal(letter.value)) }
        size += letters.count
      } else {
        let part = try repetition()
        parts.append(part.syntax)
        size += part.size
      }
      try checkSize(size, from: start)
    }
    return (parts.count == 1 ? parts[0] : .sequence(parts), size)
  }

  private mutating func repetition() throws(TextPatternFault) -> Sized {
    let start = scalars.index
    let part = try atom()
    guard let (least, most) = try bounds() else { return part }
    if case .assertion = part.syntax {
      throw scalars.fault(
        uk: "межу не повторюють", en: "a boundary cannot be repeated", from: start)
    }
    if let scalar = scalars.current, "*+?{".unicodeScalars.contains(scalar) {
      throw scalars.fault(
        uk: "повторення не повторюють; візьміть його в дужки",
        en: "a repetition cannot be repeated; put it in brackets", length: 1)
    }
    let size =
      most.map { part.size * $0 + ($0 - least) } ?? part.size * max(1, least) + 1
    try checkSize(size, from: start)
    return (.repetition(part.syntax, least, most), max(1, size))
  }

  private func checkSize(_ size: Int, from start: Int) throws(TextPatternFault) {
    guard size > Self.stateLimit else { return }
    throw scalars.fault(
      uk: "шаблон розгортається у надто великий автомат",
      en: "the pattern unfolds into too large an automaton", from: start)
  }

  private mutating func bounds() throws(TextPatternFault) -> (least: Int, most: Int?)? {
    if scalars.take("*") { return (0, nil) }
    if scalars.take("+") { return (1, nil) }
    if scalars.take("?") { return (0, 1) }
    let start = scalars.index
    guard scalars.take("{") else { return nil }
    let least = scalars.number()
    var most = least
    if scalars.take(",") { most = scalars.current == "}" ? nil : scalars.number() ?? -1 }
    guard let least, most != -1, scalars.take("}") else {
      throw scalars.fault(
        uk: "межі повторень пишуть так: {2}, {2,} або {2,5}",
        en: "the bounds of a repetition are written {2}, {2,} or {2,5}", from: start)
    }
    guard least <= most ?? least else {
      throw scalars.fault(
        uk: "найменше число повторень більше за найбільше",
        en: "the least number of repetitions is above the greatest", from: start)
    }
    return (least, most)
  }

  private mutating func atom() throws(TextPatternFault) -> Sized {
    switch scalars.current {
    case "(": return try group()
    case "[": return (set(try scalars.characterClass(ignoresCase: ignoresCase)), 1)
    case "*", "+", "?", "{", "]", "}":
      throw scalars.fault(
        uk: "знак «\(scalars.text)» тут не на місці; сам по собі він пишеться «\\\(scalars.text)»",
        en: "'\(scalars.text)' has no place here; by itself it is written '\\\(scalars.text)'",
        length: 1)
    case ".":
      scalars.index += 1
      return (set(.any), 1)
    case "^":
      scalars.index += 1
      return (.assertion(.start), 1)
    case "$":
      scalars.index += 1
      return (.assertion(.end), 1)
    case "\\": return (try escape(), 1)
    default: return (literal(scalars.literal()), 1)
    }
  }

  private mutating func set(_ set: ScalarSet) -> PatternSyntax { .scalar(sets.number(of: set)) }

  private mutating func literal(_ scalar: UInt32) -> PatternSyntax {
    guard let common = ScalarSet.commonIndex(of: scalar) else {
      return set(.written(scalar, ignoresCase: ignoresCase))
    }
    if literals[common] < 0 {
      literals[common] = Int16(sets.number(of: .written(scalar, ignoresCase: ignoresCase)))
    }
    return .scalar(Int(literals[common]))
  }

  private mutating func escape() throws(TextPatternFault) -> PatternSyntax {
    switch scalars.next {
    case "b":
      scalars.index += 2
      usesBoundaries = true
      return .assertion(.wordBoundary)
    case "B":
      scalars.index += 2
      usesBoundaries = true
      return .assertion(.noWordBoundary)
    default:
      switch try scalars.escape() {
      case .set(let set): return self.set(set)
      case .scalar(let scalar): return literal(scalar.value)
      }
    }
  }

  private mutating func group() throws(TextPatternFault) -> Sized {
    let start = scalars.index
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw scalars.fault(
        uk: "дужки вкладено надто глибоко", en: "the brackets are nested too deeply", length: 1)
    }
    scalars.index += 1
    if scalars.take("?"), !scalars.take(":") {
      throw scalars.fault(
        uk: "після «(?» може стояти лише «:»", en: "only ':' may follow '(?'", from: start)
    }
    let inner = try choice()
    guard scalars.take(")") else {
      throw TextPatternFault(
        uk: "дужку «(» не закрито", en: "this '(' is not closed", offset: start, length: 1)
    }
    return inner
  }
}
