import Diagnostics

/// A pattern that was read and found sound: what all workers share.
package struct PatternProgram: Sendable {
  let syntax: PatternSyntax
  /// The sets of scalars in it, by number.
  let sets: [ScalarSet]
  let usesBoundaries: Bool

  /// Reads a pattern.
  ///
  /// - Throws: why it is none, with the place.
  package init(_ source: String, ignoresCase: Bool = false) throws(TextPatternFault) {
    guard let program = Self(try PatternParser.parse(source, ignoresCase: ignoresCase)) else {
      throw TextPatternFault(
        uk: "шаблон розрізняє надто багато знаків",
        en: "the pattern tells too many characters apart",
        offset: 0, length: source.unicodeScalars.count)
    }
    self = program
  }

  /// The pattern that matches where any of some does; nil where they tell too many characters apart.
  package init?(anyOf programs: [PatternProgram]) {
    guard !programs.isEmpty else { return nil }
    var sets = ScalarSets()
    let parts = programs.map { program in
      program.syntax.renumbered(program.sets.map { sets.number(of: $0) })
    }
    self.init((.choice(parts), sets, programs.contains(where: \.usesBoundaries)))
  }

  /// Nil where the pattern tells too many characters apart.
  private init?(_ parsed: PatternParser.Parsed) {
    syntax = parsed.syntax
    sets = parsed.sets.all
    usesBoundaries = parsed.usesBoundaries
    guard allSets.count <= ScalarClasses.limit, ScalarClasses.areFew(allSets) else { return nil }
  }

  /// The sets in it, and behind them that of words where it asks for their boundaries.
  private var allSets: [ScalarSet] { usesBoundaries ? sets + [.words] : sets }

  /// Whether it repeats letters of Cyrillic without end: where several such patterns are one, each
  /// part of a word may stand for a state of its own.
  package var goesThroughWords: Bool {
    syntax.repeatsWithoutEnd { sets[$0].ranges.contains { $0.overlaps(0x430...0x44F) } }
  }

  /// The classes of scalars, made for one worker: workers that shared them would wait for each other.
  func classes() -> ScalarClasses { ScalarClasses(allSets) }

  func automaton(isReversed: Bool = false) -> PatternAutomaton {
    PatternAutomaton(syntax, isReversed: isReversed)
  }
}

extension PatternProgram {
  /// A pattern of our own, which is sound.
  package init(own source: String, ignoresCase: Bool = false) {
    do throws(TextPatternFault) {
      try self.init(source, ignoresCase: ignoresCase)
    } catch {
      preconditionFailure("a built-in pattern is wrong at \(error.offset): \(error.problem.en)")
    }
  }
}
