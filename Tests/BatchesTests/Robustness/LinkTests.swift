import Diagnostics
import Digests
import Files
import Foundation
import NoteTemplates
import Glibc
import Reports
import RunState
import Testing
import TestSupport

@testable import Batches

/// Links, and states that lead out of the folders that were given.
struct LinkTests {
  private let fixture: BatchFixture

  init() throws {
    fixture = try BatchFixture()
    try fixture.write(SmallTemplates.note("Гай"), "plans/a.yaml")
    try fixture.write(SmallTemplates.note("Дуб", unit: "Сектор"), "plans/b/c.yaml")
    try fixture.write("чуже", "elsewhere/c.html")
    try fixture.write("чуже", "elsewhere/x.html")
  }

  private func elsewhere() throws -> [String: [UInt8]] {
    try fixture.snapshot("elsewhere").bytes
  }

  @Test(arguments: ["b", "index"]) func nothingIsWrittenThroughALink(_ name: String) async throws {
    try fixture.makeFolder("out")
    try fixture.link("out/" + name, to: fixture.at("elsewhere"))
    let before = try elsewhere()
    let result = try? await fixture.build()
    #expect((result?.status ?? 2) == 2)
    if name == "b" {
      #expect(result?.written == 5)
      #expect(result?.faulty.told.flatMap(\.findings).map(\.code) == ["unwritable-output"])
    }
    #expect(try elsewhere() == before)
    #expect(try fixture.leftovers() == [])
    try fixture.remove("out/" + name)
    #expect(try await fixture.build().status == 0)
  }

  @Test(arguments: [true, false]) func nothingIsRemovedBehindALink(_ isGone: Bool) async throws {
    try await fixture.build()
    try fixture.remove("out/b")
    try fixture.link("out/b", to: fixture.at("elsewhere"))
    let before = try elsewhere()
    if isGone { try fixture.remove("plans/b") }
    let result = try await fixture.build { $0.isPruning = true }
    #expect(result.status == (isGone ? 0 : 2))
    #expect(result.removed == 0)
    #expect(result.remarks.map(\.code).contains("link-in-output"))
    #expect(try elsewhere() == before)
    #expect(try fixture.leftovers() == [])
  }

  @Test func nothingIsSweptBehindALink() async throws {
    try await fixture.build()
    let token = String(repeating: "0a", count: 16)
    try fixture.write("1 \(token)\n", "out/.pysar/lock")
    try fixture.write("", "elsewhere/.pysar-\(token)-1")
    try fixture.link("out/round", to: fixture.at("elsewhere"))
    let before = try elsewhere()
    #expect(try await fixture.build().status == 0)
    #expect(try elsewhere() == before)
  }

  @Test func theOutputFolderItselfMayBeALink() async throws {
    try fixture.makeFolder("documents")
    try fixture.link("out", to: fixture.at("documents"))
    #expect(try await fixture.build().status == 0)
    #expect(try !fixture.bytes("documents/b/c.html").isEmpty)
    #expect(try await fixture.build().written == 0)
  }

  @Test(arguments: [true, false]) func aPlanThatIsALinkOutOfTheFoldersIsSkipped(
    _ isFollowing: Bool
  ) async throws {
    try fixture.write(SmallTemplates.note("Клен") + "secret: слово\n", "private")
    try fixture.link("plans/l.yaml", to: "../private")
    try fixture.write(SmallTemplates.note("Липа"), "plans/b/m.txt")
    try fixture.link("plans/m.yaml", to: "b/m.txt")
    let result = try await fixture.build { $0.isFollowingLinks = isFollowing }
    #expect(result.remarks.map(\.code) == (isFollowing ? [] : ["link-outside"]))
    let findings = String(decoding: try fixture.bytes("out/findings.json"), as: UTF8.self)
    #expect(findings.contains("слово") == isFollowing)
    #expect(FileManager.default.fileExists(atPath: fixture.at("out/m.html")))
    let again = try await fixture.build { $0.isFollowingLinks = isFollowing }
    #expect(again.remarks == result.remarks && again.written == 0)
  }

  @Test(arguments: [
    "../elsewhere/x.html", "b/../../elsewhere/x.html", "/etc/hostname", "b//c.html", "./a.html",
    "b/\0/c.html", "",
  ])
  func aStateLeadsNowhereElse(_ path: String) async throws {
    try await fixture.build()
    try fixture.remove("plans/b/c.yaml")
    let before = try elsewhere()
    let output = OutputFolder(path: fixture.at("out"))
    let file = BuildStateFile(output, nil)
    let state = try #require(try file.state())
    var record = FileRecord(
      source: "b/c.yaml", root: 0, stamp: .none, digest: Digest(of: []), plans: [])
    var plan = PlanRecord(number: 1, outcome: .sound)
    plan.former = [path]
    plan.removed = [path]
    record.plans = [plan]
    let writer = try BuildStateWriter(file, state.header, isNew: false, isSynchronizing: false)
    try writer.put(record.encoded(), path: record.source, isPending: true)
    var trailer = state.trailer
    trailer.removed = [path]
    trailer.newFolders = [path]
    try writer.commit(trailer)
    let result = try? await fixture.build { $0.isPruning = true }
    #expect(result?.removed ?? 0 == 0)
    #expect(try elsewhere() == before)
  }

  @Test(.enabled(if: geteuid() == 0, "needs to be the superuser"))
  func aStateOfSomebodyElseIsNotTrustedByTheSuperuser() async throws {
    try await fixture.build()
    #expect(unsafe chown(fixture.at("out/.pysar/state"), 65534, 65534) == 0)
    let result = try await fixture.build()
    #expect(result.remarks.map(\.code) == ["foreign-state"] && result.written == 0)
    #expect(try await fixture.build().remarks == [])
  }
}
