import NoteTemplates
import Diagnostics
import Files
import Foundation
import Glibc
import Reports
import Testing
import TestSupport

@testable import Batches

/// What stands where it should not.
struct OddPlacesTests {
  private let fixture: BatchFixture

  init() throws {
    fixture = try BatchFixture()
    try fixture.write(SmallTemplates.note("Гай"), "plans/a.yaml")
    try fixture.write(SmallTemplates.note("Дуб", unit: "Сектор"), "plans/b/c.yaml")
  }

  /// Puts something in a place.
  private func put(_ thing: Thing, _ inner: String) throws {
    try? fixture.remove(inner)
    switch thing {
    case .link: try fixture.link(inner, to: fixture.at("elsewhere"))
    case .danglingLink: try fixture.link(inner, to: fixture.at("nowhere"))
    case .loop: try fixture.link(inner, to: fixture.at(inner))
    case .pipe:
      guard unsafe mkfifo(fixture.at(inner), 0o644) == 0 else { throw SystemError(code: errno) }
    case .file: try fixture.write("чуже", inner)
    case .folder: try fixture.makeFolder(inner)
    }
  }

  enum Thing: CaseIterable { case link, danglingLink, loop, pipe, file, folder }

  @Test(arguments: Thing.allCases, ["a.html", "b/c.xml", "index.html", "manifest.jsonl"])
  func aDocumentReplacesWhatStandsInItsPlace(_ thing: Thing, _ path: String) async throws {
    try await fixture.build()
    let expected = try fixture.snapshot().bytes
    try fixture.write("чуже", "elsewhere")
    try put(thing, "out/" + path)
    if thing == .folder {
      let before = try fixture.snapshot()
      let status = (try? await fixture.build())?.status ?? 2
      #expect(status == 2)
      #expect(try fixture.leftovers() == [])
      let after = try fixture.snapshot()
      #expect(before.files.allSatisfy { after.files[$0.key] == $0.value || $0.key.contains("i") })
      try fixture.remove("out/" + path)
    }
    #expect(try await fixture.build().status == 0)
    #expect(try fixture.snapshot().bytes == expected)
    #expect(try fixture.bytes("elsewhere") == Array("чуже".utf8))
    #expect(try fixture.leftovers() == [])
  }

  @Test(arguments: Thing.allCases.filter { $0 != .folder })
  func theBatchsOwnFolderIsAFolder(_ thing: Thing) async throws {
    try fixture.makeFolder("out")
    try fixture.makeFolder("elsewhere")
    try put(thing, "out/.pysar")
    await #expect(throws: ProgramFault.self) { try await fixture.build() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.at("elsewhere")).isEmpty)
    #expect(try fixture.snapshot().files.count <= 1)
  }

  @Test(arguments: Thing.allCases.filter { $0 != .file })
  func theLockIsAFile(_ thing: Thing) async throws {
    try fixture.makeFolder("out/.pysar")
    try fixture.write("чуже", "elsewhere")
    try put(thing, "out/.pysar/lock")
    await #expect(throws: ProgramFault.self) { try await fixture.build() }
    #expect(try fixture.bytes("elsewhere") == Array("чуже".utf8))
    #expect(try fixture.snapshot().files.isEmpty)
  }

  @Test(arguments: Thing.allCases.filter { $0 != .folder }, ["state", "state-journal"])
  func aStateThatIsNoneIsReplaced(_ thing: Thing, _ name: String) async throws {
    try await fixture.build()
    let expected = try fixture.snapshot()
    try fixture.write("чуже", "elsewhere")
    try put(thing, "out/.pysar/" + name)
    try fixture.write(SmallTemplates.note("Клен"), "plans/d.yaml")
    #expect(try await fixture.build().written == 5)
    #expect(try fixture.bytes("elsewhere") == Array("чуже".utf8))
    let after = try fixture.snapshot()
    #expect(expected.files.allSatisfy { after.files[$0.key] == $0.value || !$0.key.contains("/c") })
    #expect(try fixture.leftovers() == [])
  }

  @Test(arguments: [Thing.danglingLink, .loop, .pipe, .file])
  func whatStandsInAFoldersPlaceHindersNoOther(_ thing: Thing) async throws {
    try fixture.makeFolder("out")
    try put(thing, "out/b")
    let result = try await fixture.build()
    #expect(result.status == 2 && result.written == 5 && result.totals.plans(.failed) == 1)
    #expect(try fixture.leftovers() == [])
    try fixture.remove("out/b")
    #expect(try await fixture.build().written == 5)
  }

  /// Two plans for one document, one of which is wrong beside a third plan.
  @Test(arguments: [true, false])
  func aDocumentOfTwoPlansInANewFolderIsThatOfTheSoundOne(_ isWrongFirst: Bool) async throws {
    let several = SmallTemplates.note("Клен") + "---\n" + SmallTemplates.note("Липа")
    let wrong = SmallTemplates.note("Гай")
    // A plan in `x.yaml` makes x-1 beside others; that of `x-1.yaml` comes before it.
    try fixture.write(isWrongFirst ? wrong : SmallTemplates.note("Клен"), "plans/new/x-1.yaml")
    try fixture.write(
      isWrongFirst ? several : wrong + "---\n" + SmallTemplates.note("Липа"), "plans/new/x.yaml")
    let result = try await fixture.build()
    #expect(result.status == 1 && result.written == 15)
    #expect(String(decoding: try fixture.bytes("out/new/x-1.xml"), as: UTF8.self).contains("Клен"))
    #expect(try fixture.leftovers() == [])
    #expect(try await fixture.build().written == 0)
  }

  @Test func anOutputFolderWithinThePlansHoldsNoPlans() async throws {
    var batch = fixture.batch("plans/out")
    let first = try await fixture.build(batch)
    try fixture.write(SmallTemplates.note("Клен"), "plans/out/left.yaml")
    #expect(try await fixture.build(batch).totals == first.totals)
    batch.output = fixture.at("plans")
    #expect(try await fixture.build(batch).totals.plans(.built) == 3)
    #expect(try fixture.bytes("plans/b/c.xml") == fixture.bytes("plans/out/b/c.xml"))
    #expect(try await fixture.build(batch).written == 0)
  }

  @Test func aRenditionIsNotOverwrittenByItself() async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    let batch = fixture.batch("out", plans: ["out/a.xml"])
    let result = try await fixture.build(batch)
    #expect(result.isRefused && result.faults.map(\.code) == ["same-output"])
    #expect(try fixture.snapshot() == before)
    #expect(try await fixture.build(fixture.batch("other", plans: ["out/a.xml"])).written == 5)
    #expect(try fixture.bytes("other/a.xml") == fixture.bytes("out/a.xml"))
  }

  @Test(arguments: ["index.yaml", "index/index.yaml", "index/plans-001.yml"])
  func aPlanDoesNotTakeAReportsPlace(_ path: String) async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    try fixture.write(SmallTemplates.note("Клен"), "plans/" + path)
    let result = try await fixture.build()
    let isTaken = path != "index/index.yaml"
    #expect(result.isRefused == isTaken)
    #expect(result.faults.map(\.code) == (isTaken ? ["same-output"] : []))
    if isTaken { #expect(try fixture.snapshot() == before) }
    #expect(try fixture.leftovers() == [])
  }

  @Test(arguments: ["index.html", "manifest.jsonl", "findings.json", "index/index.css"])
  func aFolderDoesNotTakeAReportsPlace(_ folder: String) async throws {
    try fixture.write(SmallTemplates.note("Клен"), "plans/\(folder)/d.yaml")
    let result = try await fixture.build()
    #expect(result.isRefused && result.faults.map(\.code) == ["same-output"])
    #expect(!FileManager.default.fileExists(atPath: fixture.at("out")))
  }

  @Test func aDocumentDoesNotTakeTheNameOfAFolder() async throws {
    try fixture.write(SmallTemplates.note("Клен"), "plans/a.html/d.yaml")
    let result = try await fixture.build()
    #expect(result.isRefused && result.faults.map(\.code) == ["same-output"])
    #expect(try fixture.snapshot().files.isEmpty)
    #expect(try fixture.leftovers() == [])
  }
}
