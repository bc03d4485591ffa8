import TestSupport
import Testing

/// What a target shows to the others says what it is. Requirements of protocols stand in their protocol,
/// and operators and hashes say what all of their kind do.
struct DocumentationTests {
  private static let modifiers: Set<Substring> = [
    "package", "static", "final", "mutating", "nonmutating", "indirect", "consuming", "borrowing",
    "convenience", "private(set)", "internal(set)", "lazy", "nonisolated",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "init", "subscript",
  ]

  @Test func everyPackageDeclarationHasADocComment() throws {
    let sources = try SourceCode.sources.get()
    let found = sources.flatMap { source in
      source.lines.indices.compactMap { index in
        Self.shown(by: source.lines[index]).flatMap { name in
          Self.isDocumented(index, in: source.lines)
            ? nil : "\(source.target)/\(source.name) \(name)"
        }
      }
    }
    try Exceptions("has no doc comment").hold(found)
  }

  @Test(arguments: [
    ("  package init?(_ text: String) {", "init"), ("package struct Seal: Sendable {", "Seal"),
    ("  package private(set) var bytes: [UInt8] = []", "bytes"),
    ("  @discardableResult package static func `do`()", "do"),
    ("  package static func == (left: Self, right: Self) -> Bool {", nil),
    ("  package func hash(into hasher: inout Hasher) {", nil), ("package import Files", nil),
    ("  private let bytes: [UInt8]", nil), ("package extension String {", nil),
  ])
  func aDeclarationIsFound(_ line: String, _ name: String?) {
    #expect(Self.shown(by: line[...]) == name)
  }

  /// The name of what a line declares for other targets.
  private static func shown(by line: Substring) -> String? {
    let words = line.split(separator: " ")
    let head = words.prefix { modifiers.contains($0) || $0.first == "@" }
    let rest = words.dropFirst(head.count)
    guard head.contains("package"), let kind = rest.first?.prefix(while: \.isLetter),
      kinds.contains(kind)
    else { return nil }
    if kind == "init" || kind == "subscript" { return String(kind) }
    let name = (rest.dropFirst().first ?? "").drop { $0 == "`" }
      .prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.isEmpty || name == "hash" ? nil : String(name)
  }

  /// Whether a doc comment ends above a line, and above the attributes there.
  private static func isDocumented(_ index: Int, in lines: [Substring]) -> Bool {
    let above = lines[..<index].last { line in line.first { $0 != " " } != "@" }
    return above?.drop { $0 == " " }.hasPrefix("///") ?? false
  }
}
