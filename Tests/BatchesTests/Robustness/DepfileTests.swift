import Diagnostics
import Files
import Foundation
import NoteTemplates
import Renditions
import Testing
import TestSupport

@testable import Batches

/// What make is told that a batch depends on.
struct DepfileTests {
  private let fixture: BatchFixture

  init() throws {
    fixture = try BatchFixture()
    try fixture.write(SmallTemplates.note("Гай"), "plans/a.yaml")
    try fixture.write(SmallTemplates.note("Дуб"), "plans/b/два слова.yaml")
  }

  private func depfile() throws -> String {
    String(decoding: try Depfile(fixture.batch(), program: "/bin/pysar").bytes(), as: UTF8.self)
  }

  @Test func itNamesPlansFoldersTemplatesAndTheProgram() throws {
    let text = try depfile()
    let rule = text.split(separator: "\n").prefix { $0.hasSuffix("\\") || $0.hasPrefix("  ") }
    let names = rule.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \\")) }
    for path in [
      "plans", "plans/a.yaml", "plans/b", "plans/b/два\\ слова.yaml", "templates/kinds",
      "templates/kinds/note", "templates/kinds/note/form.html", "templates/acts/small/short.yaml",
    ] {
      #expect(names.contains(fixture.at(path)), "\(path)")
    }
    #expect(names.contains("/bin/pysar"))
    #expect(text.contains("\n\(fixture.at("plans/b")):\n"))
  }

  @Test func itNamesPatternsAndTheFacesOfTheFont() throws {
    try fixture.write("drafts/\n", "plans/b/.pysarignore")
    var batch = fixture.batch()
    batch.formats = [.html]
    let plain = String(decoding: try Depfile(batch, program: "/bin/pysar").bytes(), as: UTF8.self)
    #expect(plain.contains("  \(fixture.at("plans/b/.pysarignore")) \\\n"))
    #expect(!plain.contains("plans/.pysarignore") && !plain.contains(".ttf"))
    batch.formats = [.pdf]
    let printed = String(
      decoding: try Depfile(batch, program: "/bin/pysar").bytes(), as: UTF8.self)
    #expect(printed.matches(of: /Liberation\S+\.ttf \\/).count == 4)
  }

  @Test func itNamesThePlansThatAreReferredTo() async throws {
    for name in ["note", "review"] {
      let folder = "Fixtures/schemas/references/kinds/\(name)/"
      for fixture in Fixture.list("schemas/references/kinds/\(name)", suffix: "") {
        let file = fixture.path.split(separator: "/").last ?? ""
        try self.fixture.write(try fixture.bytes(), "references/kinds/\(name)/\(file)")
      }
      #expect(!folder.isEmpty)
    }
    try fixture.remove("plans")
    try fixture.write("kind: note\nauthor: Клен\ntext: Перша\n", "archive/old.yaml")
    try fixture.write("kind: review\nauthor: Верба\nplan: old.yaml\n", "plans/review.yaml")
    var batch = fixture.batch()
    batch.templates = TemplateFolders([fixture.at("references"), Fixture.templates])
    batch.planFolders = [fixture.at("archive")]
    try await fixture.build(batch)
    let text = String(
      decoding: try Depfile(batch, program: "/bin/pysar").bytes(), as: UTF8.self)
    #expect(text.contains("  \(fixture.at("archive/old.yaml")) \\\n"))
    #expect(text.contains("\n\(fixture.at("archive/old.yaml")):\n"))
  }

  @Test(arguments: ["a#b$c:d", "-rf", "м’я", "a,b@c+d"]) func aNameIsEscaped(_ name: String) throws
  {
    try fixture.write(SmallTemplates.note("Клен"), "plans/\(name).yaml")
    try fixture.write(try depfile() + "\nall: \(fixture.at("out/manifest.jsonl"))\n", "makefile")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["make", "-n", "-f", fixture.at("makefile"), "all"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: ["a=1", "a\nb", "a\tb", "a;b", "a%b", "a|b", "a*b", "a\\b", "a&b", "a(b)"])
  func aNameThatMakeWouldTakeForSomethingElseIsRefused(_ name: String) throws {
    try fixture.write(SmallTemplates.note("Клен"), "plans/\(name).yaml")
    #expect(throws: ProgramFault.self) { try depfile() }
  }
}
