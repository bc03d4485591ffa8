import TestSupport
import Testing

/// What a target shows to the others is used by them, and nothing stands there that nobody uses.
struct ReachTests {
  private let declarations: [Declaration]
  /// How often each word stands in the code of each target; all tests are one.
  private let words: [String: [String: Int]]

  init() throws {
    let sources = try SourceCode.sources.get()
    declarations = sources.flatMap(Declaration.all)
    var words: [String: [String: Int]] = [:]
    for source in try sources + SourceCode.all(below: "Tests") {
      let target = source.path.hasPrefix("Tests/") ? "Tests" : source.target
      for word in source.lines.flatMap(Self.words) {
        words[target, default: [:]][word, default: 0] += 1
      }
    }
    self.words = words
  }

  private static func words(of line: Substring) -> [String] {
    let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    return code.utf8.split { byte in
      !(0x30...0x39).contains(byte) && !(0x41...0x5A).contains(byte & 0xDF) && byte != 0x5F
    }.map { String(Substring($0)) }
  }

  /// A type may be shown for its values alone, which others use without its name. Nothing stands
  /// above the command; what it shows, protocols ask of it.
  @Test func whatIsShownIsUsedElsewhere() throws {
    let idle = declarations.filter { declaration in
      declaration.isShown && !declaration.isType && declaration.target != "pysar"
        && !words.contains { target, words in
          target != declaration.target && target != "Tests" && words[declaration.name] != nil
        }
    }
    try Exceptions("is `package` for tests alone").hold(
      idle.map { "\($0.target) \($0.name)" })
  }

  @Test func whatIsDeclaredIsUsed() {
    // The language and the parser of arguments call these.
    let called: Set<String> = ["_", "callAsFunction", "allValueStrings"]
    let idle = declarations.filter { declaration in
      !called.contains(declaration.name)
        && words.reduce(0) { $0 + ($1.value[declaration.name] ?? 0) } == 1
    }
    #expect(idle.isEmpty, "nothing uses \(idle)")
  }
}

/// Something that a Swift file declares, as far as one line tells.
private struct Declaration: CustomStringConvertible {
  let target: String
  let name: String
  /// Whether other targets may use it.
  let isShown: Bool
  let isType: Bool

  var description: String { "\(target): \(name)" }

  private static let types: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias"]
  private static let members: Set<Substring> = ["func", "var", "let"]
  private static let modifiers: Set<Substring> = [
    "package", "private", "fileprivate", "internal", "static", "final", "mutating", "nonmutating",
    "indirect", "consuming", "borrowing", "convenience", "unowned", "private(set)",
    "internal(set)", "package(set)",
  ]

  /// What the lines of a file declare.
  static func all(in source: SourceCode) -> [Declaration] {
    source.lines.compactMap { line in
      let words = line.split(separator: " ", maxSplits: 12)
      let rest = words.drop { modifiers.contains($0) || $0.first == "@" }
      guard let kind = rest.first, types.contains(kind) || members.contains(kind),
        let name = rest.dropFirst().first?.drop(while: { $0 == "`" })
          .prefix(while: { $0.isLetter || $0.isNumber || $0 == "_" }), !name.isEmpty
      else { return nil }
      return Declaration(
        target: source.target, name: String(name), isShown: words.contains("package"),
        isType: types.contains(kind))
    }
  }
}
