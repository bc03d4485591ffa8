internal import Bytes
internal import Contents
internal import Diagnostics
internal import Digests
package import Patterns
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions by which rules look into texts. What stands in quotation marks is fixed when the
  /// expression is loaded; a pattern among it is a ``TextPattern``.
  ///
  /// - `matches(text, 'pattern')`, `matches(text, 'pattern', 'i')`: whether the pattern matches
  ///   somewhere; with `'i'`, capitals and small letters are one.
  /// - `match(text, 'pattern')`, `match(text, 'pattern', 'i')`: the text of the first match.
  /// - `match-unless(text, 'pattern', 'exception')`: the text of the first match in which the exception
  ///   does not match.
  /// - `falling-range(text, 'pattern')`: the text of the first match that is a range whose end is less
  ///   than its beginning; see ``FallingRange``.
  /// - `sum-of(text, 'pattern')`, `sum-of(text, 'pattern', 'i')`: the sum of the numbers in all that the
  ///   pattern matches, of each match its first: «1 200,5», «3 млн»; NaN where it is too large.
  /// - `either(text, text, …)`: the first of some texts that is not empty.
  /// - `words(text)`: how many words there are; see ``WordCount``.
  /// - `sentences(text)`: how many sentences there are; see ``SentenceCount``.
  /// - `has-number(text)`: whether it gives a number, a share or a count; see ``NumberWords``.
  /// - `repeated-word(text)`: the first word that stands twice in a row; see ``RepeatedWord``.
  /// - `mixed-script-word(text)`: the first word of Cyrillic letters with Latin or Greek among them.
  /// - `look-alikes-replaced(text)`: the text with letters that look like those of another alphabet
  ///   put right; see ``LookAlikes``.
  /// - `outside-quotes(text)`: the text without what stands between «ялинки».
  /// - `unexplained-abbreviations(text, texts, 'ООН США')`: see ``Abbreviations``; a space stands
  ///   between those that are found, and between those that are generally known.
  package static let texts = [
    XPathFunction(
      "matches", literals: 1...2, gives: .boolean, prepare: PatternProgram.init(literals:),
      make: matching),
    XPathFunction(
      "match", literals: 1...2, gives: .text, prepare: PatternProgram.init(literals:),
      make: finding),
    XPathFunction(
      "match-unless", literals: 2...2, gives: .text, prepare: PatternWithException.init,
      make: { pair in
        let (pattern, exception) = (TextPattern(pair.pattern), TextPattern(pair.exception))
        return { .string(pattern.firstMatch(in: $0) { !exception.matches($0) }) }
      }),
    XPathFunction(
      "falling-range", literals: 1...1, gives: .text, prepare: PatternProgram.init(literals:),
      make: { program in
        let (pattern, isFalling) = (TextPattern(program), FallingRange.teller())
        return { .string(pattern.firstMatch(in: $0, where: isFalling)) }
      }),
    XPathFunction(
      "sum-of", literals: 1...2, gives: .number, prepare: PatternProgram.init(literals:),
      make: summing),
    XPathFunction("either", of: [.text, .text], repeatsLast: true, gives: .text) { texts in
      .string(texts.lazy.map(\.string).first { !$0.isEmpty } ?? "")
    },
    XPathFunction("words", gives: .number, ofText: { .number(Double(WordCount.count(in: $0))) }),
    XPathFunction(
      "sentences", gives: .number, ofText: { .number(Double(SentenceCount.count(in: $0))) }),
    XPathFunction("repeated-word", gives: .text, ofText: { .string(RepeatedWord.first(in: $0)) }),
    XPathFunction(
      "has-number", literals: 0...0, gives: .boolean,
      prepare: { _ throws(XPathLiteralFault) in NumberWords.program }, make: matching),
    XPathFunction(
      "mixed-script-word", literals: 0...0, gives: .text,
      prepare: { _ throws(XPathLiteralFault) in MixedScripts.program }, make: finding),
    XPathFunction("look-alikes-replaced", of: [.text], gives: .text) {
      .string(LookAlikes.replaced(in: $0[0].string))
    },
    XPathFunction("outside-quotes", gives: .text, ofText: { .string($0.outsideQuotes) }),
    XPathFunction(
      "unexplained-abbreviations", of: [.nodes, .nodes, .text], gives: .text,
      making: {
        let index = KnownNodes(Abbreviations.init(in:))
        return { arguments in
          guard let text = arguments[0].first, case .nodes(let texts) = arguments[1] else {
            return .string("")
          }
          let known = Set(arguments[2].string.split(separator: " ").map(String.init))
          let found = index.made(of: texts).unexplained(in: text, known: known)
          return .string(found.joined(separator: " "))
        }
      }),
  ]

  /// Whether a pattern matches somewhere in a text.
  @Sendable private static func matching(_ program: PatternProgram) -> (Span<UInt8>) -> XPathValue {
    let pattern = TextPattern(program)
    return { .boolean(pattern.matches($0)) }
  }

  /// The sum of the amounts that a pattern matches in a text.
  @Sendable private static func summing(_ program: PatternProgram) -> (Span<UInt8>) -> XPathValue {
    let pattern = TextPattern(program)
    return { text in
      var sum = AmountSum()
      _ = pattern.firstMatch(in: text) { match in
        sum.add(String(ofTree: match))
        return false
      }
      return .number(sum.value)
    }
  }

  /// The first match of a pattern in a text.
  @Sendable private static func finding(_ program: PatternProgram) -> (Span<UInt8>) -> XPathValue {
    let pattern = TextPattern(program)
    return { .string(pattern.firstMatch(in: $0)) }
  }
}

extension Span<UInt8> {
  /// The text without what stands between «ялинки», also where they stand in others; a mark without
  /// its other one takes nothing away.
  fileprivate var outsideQuotes: String {
    var text: [UInt8] = []
    var opened: [Int] = []
    for index in indices {
      text.append(self[index])
      guard index > 0, self[index - 1] == 0xC2 else { continue }
      if self[index] == 0xAB { opened.append(text.count - 2) }
      if self[index] == 0xBB, let start = opened.popLast() { text.removeLast(text.count - start) }
    }
    return String(ofTree: text.span)
  }
}

/// A pattern, and what must not match in what it matches.
package struct PatternWithException: Sendable {
  /// What is looked for.
  package let pattern: PatternProgram
  let exception: PatternProgram

  fileprivate init(_ literals: [String]) throws(XPathLiteralFault) {
    pattern = try PatternProgram(literals[0], number: 0)
    exception = try PatternProgram(literals[1], number: 1)
  }
}

extension PatternProgram {
  /// Takes the arguments behind the text: a pattern, and perhaps `i`.
  fileprivate init(literals: [String]) throws(XPathLiteralFault) {
    guard literals.count < 2 || literals[1] == "i" else {
      throw XPathLiteralFault(
        literal: 1,
        problem: Message(
          uk: "третім аргументом може бути лише «i»", en: "the third argument can only be 'i'"),
        offset: 0, length: max(1, literals[1].unicodeScalars.count))
    }
    try self.init(literals[0], number: 0, ignoresCase: literals.count > 1)
  }

  /// Reads a literal behind the text, by its number from 0.
  fileprivate init(_ literal: String, number: Int, ignoresCase: Bool = false)
    throws(XPathLiteralFault)
  {
    do throws(TextPatternFault) {
      try self.init(literal, ignoresCase: ignoresCase)
    } catch {
      throw XPathLiteralFault(
        literal: number, problem: error.problem, offset: error.offset, length: error.length)
    }
  }
}

extension XPathFunction {
  /// The function by which forms print a seal: `seal-groups(digest)`, six groups of four digits for
  /// the 64 hexadecimal ones; empty for anything else.
  package static let seals = [
    XPathFunction(
      "seal-groups", gives: .text,
      ofText: { text in
        let digits = [UInt8](copying: text)
        return .string(Digest(hex: digits[...]).map { SealGroups(of: $0).text } ?? "")
      })
  ]
}
