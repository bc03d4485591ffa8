import Diagnostics
internal import Synchronization

/// A pattern that was read and found sound: what all workers share.
package struct PatternProgram: Sendable {
  let syntax: PatternSyntax
  /// The sets of scalars in it, by number.
  let sets: [ScalarSet]
  let usesBoundaries: Bool

  /// Reads a pattern; one that was read before is not read again.
  ///
  /// - Throws: why it is none, with the place.
  package init(_ source: String, ignoresCase: Bool = false) throws(TextPatternFault) {
    let key = Source(text: source, ignoresCase: ignoresCase)
    if let known = Self.known.withLock({ $0[key] }) {
      self = known
      return
    }
    guard let program = Self(try PatternParser.parse(source, ignoresCase: ignoresCase)) else {
      throw TextPatternFault(
        uk: "шаблон розрізняє надто багато знаків",
        en: "the pattern tells too many characters apart",
        offset: 0, length: source.unicodeScalars.count)
    }
    self = program
    Self.known.withLock { known in
      if known.count >= Self.mostKnown { known.removeAll() }
      known[key] = program
    }
  }

  private struct Source: Hashable {
    let text: String
    let ignoresCase: Bool

    /// Patterns are long; their lengths and ends tell most of them apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(text.utf8.count)
      for byte in text.utf8.suffix(8) { hasher.combine(byte) }
    }
  }

  /// Patterns that were read, and how many before all are forgotten.
  private static let known = Mutex<[Source: PatternProgram]>([:])
  private static let mostKnown = 4096

  /// Nil where the pattern tells too many characters apart.
  private init?(_ parsed: PatternParser.Parsed) {
    syntax = parsed.syntax
    sets = parsed.sets.all
    usesBoundaries = parsed.usesBoundaries
    guard allSets.count <= ScalarClasses.limit, ScalarClasses.areFew(allSets) else { return nil }
  }

  /// The sets in it, and behind them that of words where it asks for their boundaries.
  private var allSets: [ScalarSet] { usesBoundaries ? sets + [.words] : sets }

  /// The classes of scalars, made for one worker: workers that shared them would wait for each other.
  func classes() -> ScalarClasses { ScalarClasses(allSets) }

  func automaton(isReversed: Bool = false) -> PatternAutomaton {
    PatternAutomaton(syntax, isReversed: isReversed)
  }
}

extension PatternProgram {
  /// A pattern that matches wherever a text stands, with any apostrophe for another; nil where it tells
  /// too many characters apart.
  package init?(text: String) {
    let scalars = text.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }
    guard let program = try? Self(scalars.joined()) else { return nil }
    self = program
  }

  /// A pattern of our own, which is sound.
  package init(own source: String, ignoresCase: Bool = false) {
    do throws(TextPatternFault) {
      try self.init(source, ignoresCase: ignoresCase)
    } catch {
      preconditionFailure("a built-in pattern is wrong at \(error.offset): \(error.problem.en)")
    }
  }
}
