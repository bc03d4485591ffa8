import Discovery
import NoteTemplates
import Diagnostics
import Files
import Foundation
import Glibc
import RunState
import Testing
import TestSupport

@testable import Batches

/// Two runs on one folder, and what killed ones leave.
struct LockTests {
  private let fixture: BatchFixture

  init() throws {
    fixture = try BatchFixture()
    for number in 1...6 {
      try fixture.write(SmallTemplates.note("Автор \(number)"), "plans/\(number).yaml")
    }
  }

  private static let token = String(repeating: "0123456789abcdef", count: 2)

  @Test(arguments: [nil, Shard(number: 1, of: 2)], [nil, Shard(number: 2, of: 2)])
  func aSecondRunIsRefusedAndSaysWhoIsThere(_ first: Shard?, _ second: Shard?)
    async throws
  {
    try fixture.makeFolder("out")
    let lock = try BatchLock.take(OutputFolder(path: fixture.at("out")), first)
    do {
      try await fixture.build { $0.shard = second }
      #expect(first != nil && second != nil)
    } catch let fault as ProgramFault {
      #expect(first == nil || second == nil)
      #expect(fault.message.en.contains("(process \(getpid()))"))
      #expect(fault.message.uk.contains("(процес \(getpid()))"))
      #expect(try fixture.snapshot().files.isEmpty)
    }
    lock.lift()
  }

  /// Who is refused says who is there without touching the locks of others, so that a shard may begin
  /// meanwhile; what killed runs have left names nobody.
  @Test func whoIsRefusedTouchesNoOtherLock() throws {
    try fixture.makeFolder("out")
    let output = OutputFolder(path: fixture.at("out"))
    let running = try BatchLock.take(output, Shard(number: 1, of: 3))
    try fixture.write("\(Int32.max) \(Self.token)\n", "out/.pysar/lock.2-of-3")
    let free = try Folder(at: fixture.at("out/.pysar")).openOrCreate("lock.3-of-3")
    #expect(try free.lock(isShared: false))
    do {
      _ = try BatchLock.take(output, nil)
      Issue.record("a run of everything began beside a shard")
    } catch {
      #expect(error.message.en.contains("(process \(getpid()))"))
    }
    running.lift()
  }

  @Test func aShardBesideItselfIsRefused() async throws {
    try fixture.makeFolder("out")
    let shard = Shard(number: 1, of: 2)
    let lock = try BatchLock.take(OutputFolder(path: fixture.at("out")), shard)
    await #expect(throws: ProgramFault.self) { try await fixture.build { $0.shard = shard } }
    lock.lift()
  }

  @Test func shardsBuildAtOnceWhatOneRunBuilds() async throws {
    try await fixture.build { $0.output = fixture.at("whole") }
    let runners = (1...2).map { number in
      var batch = fixture.batch()
      batch.shard = Shard(number: number, of: 2)
      return BatchRunner(batch, progress: { _, _ in }, isStopped: { false })
    }
    async let first = runners[0].run()
    async let second = runners[1].run()
    let written = try await [first.written, second.written]
    #expect(written.reduce(0, +) == 30)
    _ = try await BatchRunner(fixture.batch(), progress: { _, _ in }, isStopped: { false })
      .mergeShards()
    let whole = try fixture.snapshot("whole").bytes
    let merged = try fixture.snapshot().bytes
    #expect(whole.allSatisfy { merged[$0.key] == $0.value })
    #expect(try fixture.leftovers() == [])
  }

  @Test(arguments: ["lock", "lock.1-of-2"])
  func whatAKilledRunHasLeftIsSweptByTheNext(_ name: String) async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    try fixture.write("1 \(Self.token)\n", "out/.pysar/" + name)
    for path in ["out/", "out/new/folder/", "out/.pysar/"] {
      try fixture.write("", path + ".pysar-\(Self.token)-1a")
    }
    try fixture.write("", "out/.pysar-\(Self.token.reversed())-1a")
    #expect(try await fixture.build().status == 0)
    #expect(try fixture.leftovers() == [".pysar-\(Self.token.reversed())-1a"])
    #expect(!FileManager.default.fileExists(atPath: fixture.at("out/new")))
    try fixture.remove("out/.pysar-\(Self.token.reversed())-1a")
    #expect(try fixture.snapshot() == before)
  }

  @Test func aTokenIsKeptUntilItsFilesAreSwept() throws {
    try fixture.makeFolder("out/.pysar")
    try fixture.write("1 \(Self.token)\n", "out/.pysar/lock")
    let output = OutputFolder(path: fixture.at("out"))
    do {
      let killed = try BatchLock.take(output, nil)
      #expect(killed.leftTokens == [Self.token])
    }
    do {
      let killed = try BatchLock.take(output, nil)
      #expect(killed.leftTokens == [Self.token])
      _ = try killed.sign([output.token, Self.token], isSynchronizing: false)
    }
    let next = try BatchLock.take(output, nil)
    #expect(next.leftTokens == [output.token, Self.token])
    next.lift()
    #expect(try fixture.bytes("out/.pysar/lock").isEmpty)
  }

  @Test func aRunThatIsToldToStopChangesNothing() async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    for number in 1...6 {
      try fixture.write(SmallTemplates.note("Інший \(number)"), "plans/new/\(number).yaml")
    }
    let runner = BatchRunner(fixture.batch(), progress: { _, _ in }, isStopped: { true })
    let fault = await #expect(throws: ProgramFault.self) { try await runner.run() }
    #expect(fault?.message.en == "stopped, nothing was changed")
    #expect(try fixture.snapshot() == before)
    #expect(try fixture.leftovers() == [])
    #expect(!FileManager.default.fileExists(atPath: fixture.at("out/new")))
  }

  @Test func failingFastWritesNothing() async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    try fixture.write(SmallTemplates.note("Автор 1"), "plans/7.yaml")
    let across = try await fixture.build { $0.isFailFast = true }
    #expect(across.isRefused && across.faults.map(\.code) == ["small/one-note"])
    #expect(try fixture.snapshot() == before)
    try fixture.write(SmallTemplates.note("Автор 7") + "nosuch: 1\n", "plans/7.yaml")
    try await fixture.build()
    try fixture.write(SmallTemplates.note("Автор 8"), "plans/8.yaml")
    let known = try await fixture.build { $0.isFailFast = true }
    #expect(known.isRefused && known.faults.map(\.code) == ["unknown-key"])
    #expect(try fixture.snapshot().files.count == before.files.count)
  }
}
