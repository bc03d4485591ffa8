/// A pattern that was read and found sound: what all workers share.
public struct PatternProgram: Sendable {
  let syntax: PatternSyntax
  let classes: ScalarClasses
  let usesBoundaries: Bool
  let required: RequiredBytes?
  private let sets: [ScalarSet: Int]

  /// Reads a pattern.
  ///
  /// - Throws: why it is none, with the place.
  public init(_ source: String, ignoresCase: Bool = false) throws(TextPatternFault) {
    let syntax = try PatternParser.parse(source, ignoresCase: ignoresCase)
    var sets: [ScalarSet: Int] = [:]
    var list: [ScalarSet] = []
    var usesBoundaries = false
    syntax.forEachLeaf { leaf in
      switch leaf {
      case .scalar(let set) where sets[set] == nil:
        sets[set] = list.count
        list.append(set)
      case .assertion(.wordBoundary), .assertion(.noWordBoundary): usesBoundaries = true
      default: break
      }
    }
    let told = usesBoundaries ? list + [.words] : list
    guard told.count <= ScalarClasses.limit, let classes = ScalarClasses(told) else {
      throw TextPatternFault(
        uk: "шаблон розрізняє надто багато знаків",
        en: "the pattern tells too many characters apart",
        offset: 0, length: source.unicodeScalars.count)
    }
    self.syntax = syntax
    self.classes = classes
    self.usesBoundaries = usesBoundaries
    required = syntax.isAnchored ? nil : RequiredBytes(syntax)
    self.sets = sets
  }

  func automaton(isReversed: Bool = false) -> PatternAutomaton {
    PatternAutomaton(syntax, sets: sets, isReversed: isReversed)
  }
}
