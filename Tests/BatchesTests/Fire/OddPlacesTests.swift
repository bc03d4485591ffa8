import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Batches

/// What stands where it should not.
struct OddPlacesTests {
  private let yard: Yard

  init() throws {
    yard = try Yard()
    try yard.write(SmallTemplates.note("Гай"), "plans/a.yaml")
    try yard.write(SmallTemplates.note("Дуб", unit: "Сектор"), "plans/b/c.yaml")
  }

  /// Puts something in a place.
  private func put(_ thing: Thing, _ inner: String) throws {
    try? yard.remove(inner)
    switch thing {
    case .link: try yard.link(inner, to: yard.at("elsewhere"))
    case .danglingLink: try yard.link(inner, to: yard.at("nowhere"))
    case .loop: try yard.link(inner, to: yard.at(inner))
    case .pipe:
      guard unsafe mkfifo(yard.at(inner), 0o644) == 0 else { throw SystemError(code: errno) }
    case .file: try yard.write("чуже", inner)
    case .folder: try yard.makeFolder(inner)
    }
  }

  enum Thing: CaseIterable { case link, danglingLink, loop, pipe, file, folder }

  @Test(arguments: Thing.allCases, ["a.html", "b/c.xml", "index.html", "manifest.jsonl"])
  func aDocumentReplacesWhatStandsInItsPlace(_ thing: Thing, _ path: String) async throws {
    try await yard.build()
    let expected = try yard.snapshot().bytes
    try yard.write("чуже", "elsewhere")
    try put(thing, "out/" + path)
    if thing == .folder {
      let before = try yard.snapshot()
      let status = (try? await yard.build())?.status ?? 2
      #expect(status == 2)
      #expect(try yard.leftovers() == [])
      let after = try yard.snapshot()
      #expect(before.files.allSatisfy { after.files[$0.key] == $0.value || $0.key.contains("i") })
      try yard.remove("out/" + path)
    }
    #expect(try await yard.build().status == 0)
    #expect(try yard.snapshot().bytes == expected)
    #expect(try yard.bytes("elsewhere") == Array("чуже".utf8))
    #expect(try yard.leftovers() == [])
  }

  @Test(arguments: Thing.allCases.filter { $0 != .folder })
  func theBatchsOwnFolderIsAFolder(_ thing: Thing) async throws {
    try yard.makeFolder("out")
    try yard.makeFolder("elsewhere")
    try put(thing, "out/.pysar")
    await #expect(throws: ProgramFault.self) { try await yard.build() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: yard.at("elsewhere")).isEmpty)
    #expect(try yard.snapshot().files.count <= 1)
  }

  @Test(arguments: Thing.allCases.filter { $0 != .file })
  func theLockIsAFile(_ thing: Thing) async throws {
    try yard.makeFolder("out/.pysar")
    try yard.write("чуже", "elsewhere")
    try put(thing, "out/.pysar/lock")
    await #expect(throws: ProgramFault.self) { try await yard.build() }
    #expect(try yard.bytes("elsewhere") == Array("чуже".utf8))
    #expect(try yard.snapshot().files.isEmpty)
  }

  @Test(arguments: Thing.allCases.filter { $0 != .folder }, ["ledger", "ledger.next"])
  func aLedgerThatIsNoneIsReplaced(_ thing: Thing, _ name: String) async throws {
    try await yard.build()
    let expected = try yard.snapshot()
    try yard.write("чуже", "elsewhere")
    try put(thing, "out/.pysar/" + name)
    try yard.write(SmallTemplates.note("Клен"), "plans/d.yaml")
    #expect(try await yard.build().written == 5)
    #expect(try yard.bytes("elsewhere") == Array("чуже".utf8))
    let after = try yard.snapshot()
    #expect(expected.files.allSatisfy { after.files[$0.key] == $0.value || !$0.key.contains("/c") })
    #expect(try yard.leftovers() == [])
  }

  @Test func foldersThatAreLinksAreWrittenThrough() async throws {
    try yard.makeFolder("out")
    try yard.makeFolder("archive")
    try yard.link("out/b", to: yard.at("archive"))
    #expect(try await yard.build().status == 0)
    let token = String(repeating: "0a", count: 16)
    try yard.write("1 \(token)\n", "out/.pysar/lock")
    try yard.write("", "archive/.pysar-\(token)-1")
    try yard.link("archive/round", to: yard.at("out"))
    #expect(try await yard.build().status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: yard.at("archive")).sorted()
        == ["c.html", "c.slip.html", "c.slip.txt", "c.txt", "c.xml", "round"])
  }

  @Test(arguments: [Thing.danglingLink, .loop, .pipe, .file])
  func whatStandsInAFoldersPlaceHindersNoOther(_ thing: Thing) async throws {
    try yard.makeFolder("out")
    try put(thing, "out/b")
    let result = try await yard.build()
    #expect(result.status == 2 && result.written == 5 && result.totals.plans(.failed) == 1)
    #expect(try yard.leftovers() == [])
    try yard.remove("out/b")
    #expect(try await yard.build().written == 5)
  }

  /// Two plans for one document, one of which is wrong beside a third plan.
  @Test(arguments: [true, false])
  func aDocumentOfTwoPlansInANewFolderIsThatOfTheSoundOne(_ isWrongFirst: Bool) async throws {
    let several = SmallTemplates.note("Клен") + "---\n" + SmallTemplates.note("Липа")
    let wrong = SmallTemplates.note("Гай")
    // A plan in `x.yaml` makes x-1 beside others; that of `x-1.yaml` comes before it.
    try yard.write(isWrongFirst ? wrong : SmallTemplates.note("Клен"), "plans/new/x-1.yaml")
    try yard.write(
      isWrongFirst ? several : wrong + "---\n" + SmallTemplates.note("Липа"), "plans/new/x.yaml")
    let result = try await yard.build()
    #expect(result.status == 1 && result.written == 15)
    #expect(String(decoding: try yard.bytes("out/new/x-1.xml"), as: UTF8.self).contains("Клен"))
    #expect(try yard.leftovers() == [])
    #expect(try await yard.build().written == 0)
  }

  @Test func anOutputFolderWithinThePlansHoldsNoPlans() async throws {
    var batch = yard.batch("plans/out")
    let first = try await yard.build(batch)
    try yard.write(SmallTemplates.note("Клен"), "plans/out/left.yaml")
    #expect(try await yard.build(batch).totals == first.totals)
    batch.output = yard.at("plans")
    #expect(try await yard.build(batch).totals.plans(.built) == 3)
    #expect(try yard.bytes("plans/b/c.xml") == yard.bytes("plans/out/b/c.xml"))
    #expect(try await yard.build(batch).written == 0)
  }

  @Test func aRenditionIsNotOverwrittenByItself() async throws {
    try await yard.build()
    let before = try yard.snapshot()
    let batch = yard.batch("out", plans: ["out/a.xml"])
    let result = try await yard.build(batch)
    #expect(result.isRefused && result.faults.map(\.code) == ["same-output"])
    #expect(try yard.snapshot() == before)
    #expect(try await yard.build(yard.batch("other", plans: ["out/a.xml"])).written == 5)
    #expect(try yard.bytes("other/a.xml") == yard.bytes("out/a.xml"))
  }

  @Test(arguments: ["index.yaml", "index/index.yaml", "index/plans-001.yml"])
  func aPlanDoesNotTakeAReportsPlace(_ path: String) async throws {
    try await yard.build()
    let before = try yard.snapshot()
    try yard.write(SmallTemplates.note("Клен"), "plans/" + path)
    let result = try await yard.build()
    let isTaken = path != "index/index.yaml"
    #expect(result.isRefused == isTaken)
    #expect(result.faults.map(\.code) == (isTaken ? ["same-output"] : []))
    if isTaken { #expect(try yard.snapshot() == before) }
    #expect(try yard.leftovers() == [])
  }

  @Test func aDocumentDoesNotTakeTheNameOfAFolder() async throws {
    try yard.write(SmallTemplates.note("Клен"), "plans/a.html/d.yaml")
    let result = try await yard.build()
    #expect(result.isRefused && result.faults.map(\.code) == ["same-output"])
    #expect(try yard.snapshot().files.isEmpty)
    #expect(try yard.leftovers() == [])
  }
}
