import Diagnostics

/// A pattern that was read and found sound: what all workers share.
package struct PatternProgram: Sendable {
  let syntax: PatternSyntax
  let usesBoundaries: Bool
  private let numbers: [ScalarSet: Int]
  /// The sets that the pattern tells apart.
  private let sets: [ScalarSet]

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
    self.init(.choice(programs.map(\.syntax)))
  }

  /// Nil where the pattern tells too many characters apart.
  private init?(_ syntax: PatternSyntax) {
    var numbers: [ScalarSet: Int] = [:]
    var list: [ScalarSet] = []
    var usesBoundaries = false
    syntax.forEachLeaf { leaf in
      switch leaf {
      case .scalar(let set) where numbers[set] == nil:
        numbers[set] = list.count
        list.append(set)
      case .assertion(.wordBoundary), .assertion(.noWordBoundary): usesBoundaries = true
      default: break
      }
    }
    self.syntax = syntax
    self.usesBoundaries = usesBoundaries
    self.numbers = numbers
    sets = usesBoundaries ? list + [.words] : list
    guard sets.count <= ScalarClasses.limit, ScalarClasses.areFew(sets) else { return nil }
  }

  /// The classes of scalars, made for one worker: workers that shared them would wait for each other.
  func classes() -> ScalarClasses { ScalarClasses(sets) }

  func automaton(isReversed: Bool = false) -> PatternAutomaton {
    PatternAutomaton(syntax, sets: numbers, isReversed: isReversed)
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
