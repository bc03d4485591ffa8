import Contents
import Diagnostics
import Digests
import Plans
import Schemas
import TestSupport
import Testing

@testable import Files

/// References from one plan to another: found, held by content, and told where they do not hold.
@Suite struct ReferenceTests {
  static let note = "kind: note\nauthor: Клен\ntext: Текст\n"
  static let noteDigest = ReferenceTests.digest(of: note)

  /// The files besides `o/r.yaml`, which is read; its lines from the second on; the codes of what is
  /// wrong; the path that the first reference leads to.
  static let cases: [(files: [String: String], plan: String, codes: [String], path: String?)] = [
    (["o/n.yaml": note], "plan: ↓n.yaml", [], "o/n.yaml"),
    (["o/n.yaml": note], "plan: ↓./n.yaml", [], "o/n.yaml"),
    (["n.yaml": note], "plan: ↓../n.yaml", [], "n.yaml"),
    (["given/a/n.yaml": note], "plan: ↓a/n.yaml", [], "given/a/n.yaml"),
    (["x/given.yaml": note], "plan: ↓given.yaml", [], "x/given.yaml"),
    (["x/given.yaml": note], "plan: ↓x/given.yaml", [], "x/given.yaml"),
    (["more/n.yaml": note], "plan: ↓n.yaml", [], "more/n.yaml"),
    (["o/n.yaml": note, "more/n.yaml": ""], "plan: ↓n.yaml", [], "o/n.yaml"),
    ([:], "plan: ↓n.yaml", ["missing-reference"], nil),
    (["ven.yaml": note], "plan: ↓ven.yaml", ["missing-reference"], nil),
    ([:], "plan: ↓/etc/passwd", ["wrong-reference"], nil),
    ([:], "plan: ↓folder/", ["wrong-reference"], nil),
    ([:], "plan: ↓\"a\\tb\"", ["wrong-reference"], nil),
    (["o/n.yaml": "kind: note\n"], "plan: ↓n.yaml", ["broken-reference"], nil),
    (["o/n.yaml": "["], "plan: ↓n.yaml", ["broken-reference"], nil),
    (["o/n.yaml": note + "---\n" + note], "plan: ↓n.yaml", ["ambiguous-reference"], nil),
    (["o/n.yaml": note], "plan: n.yaml\nothers: ↓r2.yaml", ["missing-reference"], "o/n.yaml"),
    (
      ["o/n.yaml": note, "o/r2.yaml": "kind: review\nauthor: Клен\nplan: n.yaml\n"],
      "plan: r2.yaml\nothers: [n.yaml, ↓r2.yaml]", ["wrong-kind"], "o/r2.yaml"
    ),
    ([:], "plan: ↓r.yaml", ["self-reference"], nil),
    ([:], "plan: ↓../o/r.yaml", ["self-reference"], nil),
    (
      ["o/r2.yaml": "kind: review\nauthor: Клен\nplan: r.yaml\n"], "plan: ↓r2.yaml",
      ["circular-reference"], nil
    ),
    (
      [
        "o/r2.yaml": "kind: review\nauthor: Клен\nplan: r3.yaml\n",
        "o/r3.yaml": "kind: review\nauthor: Клен\nplan: ./r2.yaml\n",
      ], "plan: ↓r2.yaml", ["circular-reference"], nil
    ),
    (
      ["o/n.yaml": note], "plan: n.yaml\nplan-digest: ↓\(String(repeating: "0", count: 64))",
      ["changed-reference"], "o/n.yaml"
    ),
    (["o/n.yaml": note], "plan: n.yaml\nplan-digest: ↓так", ["wrong-digest"], "o/n.yaml"),
    (["o/n.yaml": note], "plan: n.yaml\nplan-digest: \(noteDigest.hex)", [], "o/n.yaml"),
    (
      ["o/n.yaml": note], "plan: n.yaml\nplan-digest: \(noteDigest.hex.uppercased())", [],
      "o/n.yaml"
    ),
    (["o/n.yaml": ReferenceTests.text(of: note)], "plan: n.yaml", [], "o/n.yaml"),
  ]

  @Test(arguments: cases.indices) func whatAReferenceLeadsTo(_ index: Int) throws {
    let (files, plan, codes, path) = Self.cases[index]
    let marked = MarkedText("kind: review\nauthor: Верба\n" + plan + "\n")
    let read = try #require(Self.read(marked.text, among: files))
    #expect(read.diagnostics.map(\.code) == codes)
    if !codes.isEmpty { #expect(read.diagnostics.map(place) == marked.places) }
    #expect(read.diagnostics.allSatisfy { $0.help != nil })
    let tree = try #require(read.value)
    #expect(tree.isWhole == codes.isEmpty)
    #expect(tree.references.first?.path == path)
    let xml = String(decoding: tree.canonicalXML(), as: UTF8.self)
    for reference in tree.references { #expect(xml.contains("sha256=\"\(reference.digest.hex)\"")) }
  }

  @Test func contentCountsAndNotItsSpelling() throws {
    let spelt = "# примітка\nвид: записка\nтекст: 'Текст'\nавтор: Клен\n"
    let read = Self.read("kind: review\nauthor: Верба\nplan: n.yaml\n", among: ["o/n.yaml": spelt])
    #expect(read?.value?.references.map(\.digest) == [Self.noteDigest])
  }

  @Test func allThatWasLookedAtIsADependency() throws {
    let files = [
      "more/r2.yaml": "kind: review\nauthor: Клен\nplan: n.yaml\n", "more/n.yaml": Self.note,
    ]
    let read = Self.read("kind: review\nauthor: Верба\nplan: r2.yaml\n", among: files)
    let dependencies = try #require(read?.value).dependencies
    #expect(
      dependencies.map { $0.path + ($0.digest == nil ? " -" : "") } == [
        "o/r2.yaml -", "given/r2.yaml -", "x/given.yaml/r2.yaml -", "more/r2.yaml", "more/n.yaml",
      ])
    let missing = Self.read("kind: review\nauthor: Верба\nplan: r2.yaml\n", among: [:])
    #expect(missing?.value?.dependencies.count == 4)
  }

  /// What a plan says does not hang on what those say that it refers to; what is made of it may.
  @Test func aChangeFarAwayIsADependency() {
    let plan = "kind: review\nauthor: Верба\nplan: r2.yaml\n"
    let r2 = "kind: review\nauthor: Клен\nplan: n.yaml\n"
    let plans = ["Текст", "Інший"].map { text in
      Self.read(
        plan, among: ["o/r2.yaml": r2, "o/n.yaml": "kind: note\nauthor: Клен\ntext: \(text)\n"])?
        .value
    }
    let (one, other) = (plans[0], plans[1])
    #expect(one?.references.first?.digest == other?.references.first?.digest)
    #expect(one != nil && one?.dependencies != other?.dependencies)
  }

  @Test func longChainsAndManyReferencesEnd() {
    var files = ["o/n40.yaml": Self.note]
    for index in 0..<40 {
      files["o/n\(index).yaml"] = "kind: review\nauthor: Клен\nplan: n\(index + 1).yaml\n"
    }
    let long = Self.read("kind: review\nauthor: Верба\nplan: n0.yaml\n", among: files)
    #expect(long?.diagnostics.map(\.code) == ["long-reference"])
    let fine = Self.read("kind: review\nauthor: Верба\nplan: n30.yaml\n", among: files)
    #expect(fine?.diagnostics.isEmpty ?? false)
    let many = String(repeating: "  - n40.yaml\n", count: 1200)
    let read = Self.read(
      "kind: review\nauthor: Верба\nplan: n30.yaml\nothers:\n" + many, among: files)
    #expect(read?.diagnostics.map(\.code) == ["too-many-references"])
  }

  static let schemas: [(String, String)] = [
    ("↓[note]", "unknown"), ("{kinds: [↓nte]}", "there is no kind 'nte', perhaps 'note'"),
    ("↓{kinds: []}", "x-refers names the kinds"), ("{↓kind: [note]}", "unknown keyword 'kind'"),
    ("{kinds: [note], digest: ↓nothing}", "there is no text 'nothing'"),
  ]

  @Test(arguments: schemas) func theKeywordIsChecked(_ keyword: String, _ message: String) throws {
    let marked = MarkedText(
      """
      title: Review
      description: A review.
      x-uk: {name: огляд, title: Огляд, description: Огляд.}
      type: object
      properties:
        plan: {type: string, x-refers: \(keyword), x-uk: план}
      """)
    let folders = TemplateFolders(
      Self.templates.layers + [.texts(["kinds/review/schema.yaml": marked.text])])
    let found = try #require(KindLibrary(folders: folders).kind(named: "review")).diagnostics
    #expect(found.contains { place($0) == marked.places[0] })
    if message != "unknown" { #expect(found.contains { $0.message.en.hasPrefix(message) }) }
  }

  static let templates = TemplateFolders([
    Fixture("Fixtures/schemas/references").absolutePath
  ])

  /// Reads the plan `o/r.yaml` in a folder of others, all in memory.
  static func read(_ text: String, among files: [String: String]) -> Diagnosed<PlanTree>? {
    let all = files.merging(["o/r.yaml": text]) { $1 }
    let folders = PlanFolders(
      named: ["given", "x/given.yaml", "-"], further: ["more"],
      memory: all.mapValues { Array($0.utf8) })
    let source = SourceFile(name: "o/r.yaml", bytes: Array(text.utf8))
    return PlanReader(kinds: KindLibrary(folders: templates), folders: folders).read(source).first
  }

  private static func xml(of text: String) -> [UInt8] {
    let source = SourceFile(name: "n.yaml", bytes: Array(text.utf8))
    let plans = PlanReader(kinds: KindLibrary(folders: templates)).read(source)
    return plans.first?.value?.canonicalXML() ?? []
  }

  private static func digest(of text: String) -> Digest {
    let source = SourceFile(name: "n.yaml", bytes: Array(text.utf8))
    guard let plan = PlanReader(kinds: KindLibrary(folders: templates)).read(source).first?.value
    else { return Digest(of: []) }
    return PlanContent(of: plan.root, plan.kind.schema).digest
  }

  private static func text(of plan: String) -> String {
    String(decoding: xml(of: plan), as: UTF8.self)
  }
}
