import NoteTemplates
import Diagnostics
import Files
import Foundation
import Glibc
import Reports
import Testing
import TestSupport

@testable import Batches

/// Plans with odd names and of odd sorts, and plans that cannot be seen.
struct OddPlansTests {
  private let fixture: BatchFixture

  init() throws {
    fixture = try BatchFixture()
    try fixture.write(SmallTemplates.note("Гай"), "plans/a.yaml")
  }

  @Test(arguments: [
    " .yaml", "-rf.yaml", "a b.yaml", "a\nb.yaml", "a\u{1B}[31m.yml", "'\"`$(x)*?.yaml", "\\.yaml",
    "й.yaml", "и\u{306}.yaml", "\u{306}a.yaml", "теки/й/и\u{306}/\u{301}.yaml", "a\u{202E}b.yaml",
    "..yaml".replacingOccurrences(of: "..", with: "a.."),
    String(repeating: "х", count: 122) + ".yaml",
    String(repeating: "т", count: 127) + "/x.yaml", "😀.yaml",
  ])
  func aNameIsKept(_ name: String) async throws {
    try fixture.write(SmallTemplates.note("Дуб"), "plans/" + name)
    let result = try await fixture.build()
    #expect(result.status == 0 && result.written == 10)
    let stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    #expect(try !fixture.bytes("out/" + stem + ".html").isEmpty)
    #expect(try fixture.manifest().contains { $0.source.utf8.elementsEqual(name.utf8) })
    #expect(try await fixture.build().written == 0)
    let named = fixture.batch("named", plans: ["plans/" + name])
    #expect(try await fixture.build(named).written == 5)
    try fixture.remove("plans/" + name)
    #expect(try await fixture.build { $0.isPruning = true }.removed == 5)
    #expect(try fixture.leftovers() == [])
  }

  @Test func twoSpellingsOfALetterAreTwoFiles() async throws {
    try fixture.write(SmallTemplates.note("Дуб"), "plans/й.yaml")
    try fixture.write(SmallTemplates.note("Клен"), "plans/и\u{306}.yaml")
    #expect(try await fixture.build().written == 15)
    try fixture.remove("plans/й.yaml")
    let result = try await fixture.build { $0.isPruning = true }
    #expect(result.removed == 5 && result.totals.plans(.built) == 2)
    #expect(try await fixture.build().written == 0)
  }

  @Test func twoSpellingsOfAFolderAreTwoFolders() async throws {
    for jobs in [1, 2] {
      for (name, author) in [("й", "Дуб"), ("и\u{306}", "Клен")] {
        try fixture.write(SmallTemplates.note(author), "plans/\(name)/\(name)/1.yaml")
      }
      #expect(try await fixture.build { $0.jobs = jobs }.written == 15)
      for (name, author) in [("й", "Дуб"), ("и\u{306}", "Клен")] {
        let document = String(
          decoding: try fixture.bytes("out/\(name)/\(name)/1.txt"), as: UTF8.self)
        #expect(document.contains(author))
        try fixture.write(SmallTemplates.note(author + " Г."), "plans/\(name)/\(name)/1.yaml")
      }
      #expect(try await fixture.build { $0.jobs = jobs }.written == 10)
      for (name, author) in [("й", "Дуб Г."), ("и\u{306}", "Клен Г.")] {
        let document = String(
          decoding: try fixture.bytes("out/\(name)/\(name)/1.txt"), as: UTF8.self)
        #expect(document.contains(author))
      }
      #expect(try fixture.leftovers() == [])
      try fixture.remove("out")
    }
  }

  @Test(arguments: ["fresh/", ""]) func aNameTooLongForItsDocumentsHarmsNoOther(_ folder: String)
    async throws
  {
    try fixture.write(
      SmallTemplates.note("Дуб"), "plans/\(folder)\(String(repeating: "x", count: 251)).yml")
    let result = try await fixture.build()
    #expect(result.status == 2 && result.totals.plans(.failed) == 1 && result.written == 5)
    #expect(result.faulty.told.flatMap(\.findings).map(\.code) == ["unwritable-output"])
    #expect(try fixture.leftovers() == [])
  }

  @Test func whatIsNoFileIsToldAndTheOthersAreBuilt() async throws {
    guard unsafe mkfifo(fixture.at("plans/pipe.yaml"), 0o644) == 0 else {
      throw SystemError(code: errno)
    }
    try fixture.link("plans/loop.yaml", to: "loop.yaml")
    try fixture.link("plans/dangling.yml", to: "nowhere")
    try fixture.link("plans/folder.yaml", to: ".")
    try fixture.link("plans/round", to: ".")
    try fixture.link("plans/device.yaml", to: "/dev/tty")
    try fixture.makeFolder("plans/empty.yaml")
    let result = try await fixture.build { $0.isFollowingLinks = true }
    #expect(result.status == 2 && result.written == 5)
    #expect(
      result.faulty.told.map(\.source)
        == ["dangling.yml", "device.yaml", "folder.yaml", "loop.yaml", "pipe.yaml"])
    for name in ["dangling.yml", "device.yaml", "folder.yaml", "loop.yaml", "pipe.yaml"] {
      try fixture.remove("plans/" + name)
    }
    #expect(try await fixture.build().status == 0)
  }

  /// Of faulty plans only the first are kept to be told of; the status is that of all.
  @Test(arguments: [(0, 1), (12, 1), (12, 4)]) func aRuleWithoutEndKeepsFromWorkBehindAnyFaults(
    _ faults: Int, _ jobs: Int
  ) async throws {
    let all = (0..<12).reduce("//@*") { path, _ in "//@*[count(\(path)) < 0]" }
    try fixture.write(
      """
      clause: п. 1
      force: binding
      kind: note
      scope: batch
      key: unit
      this: text = 'ланка'
      other: text = 'ланка'
      facts: {name: author, text: text, date: date}
      assert: count(\(all)) = 0
      at: text
      message: {uk: не те, en: wrong}
      """, "templates/acts/small/endless.yaml")
    for number in 0..<faults {
      try fixture.write("kind: note\nauthor: Дуб\n", "plans/f\(10 + number).yaml")
    }
    for name in ["y", "z"] {
      try fixture.write(SmallTemplates.note(name, text: "ланка"), "plans/\(name).yaml")
    }
    for _ in 0..<2 {
      let result = try await fixture.build { $0.jobs = jobs }
      #expect(result.status == 2 && result.totals.plans(.faulty) == faults + 1)
      #expect(result.faulty.told.count == min(faults + 1, 10))
    }
    try fixture.remove("plans/z.yaml")
    #expect(try await fixture.build().status == (faults > 0 ? 1 : 0))
  }

  @Test func aNameThatIsNoTextIsTold() async throws {
    let name: [CChar] = [0x2F, 0x66, -1, 0x2E, 0x79, 0x61, 0x6D, 0x6C, 0]
    let path = fixture.at("plans").utf8CString.dropLast() + name
    let file = unsafe Array(path).withUnsafeBufferPointer { path in
      guard let path = path.baseAddress else { return Int32(-1) }
      return unsafe open(path, O_WRONLY | O_CREAT, 0o644)
    }
    close(file)
    let result = try await fixture.build()
    #expect(result.status == 2 && result.written == 5)
    #expect(result.faults.map(\.code) == ["unreadable-name"])
  }

  @Test func whatIsNamedTwiceIsBuiltOnce() async throws {
    let twice = ["plans", "plans/", "plans/../plans"]
    #expect(try await fixture.build(fixture.batch("out", plans: twice)).written == 5)
    let files = ["plans/a.yaml", "plans/../plans/a.yaml"]
    #expect(try await fixture.build(fixture.batch("other", plans: files)).written == 5)
  }

  @Test func twoFoldersWithOnePathAreRefused() async throws {
    try fixture.write(SmallTemplates.note("Дуб"), "more/a.yaml")
    let result = try await fixture.build(fixture.batch("out", plans: ["plans", "more"]))
    #expect(result.isRefused && result.faults.map(\.code) == ["same-output"])
    #expect(!FileManager.default.fileExists(atPath: fixture.at("out")))
  }

  @Test(arguments: ["plans", "plans/b.yaml", "plans/.pysarignore"])
  func whatCannotBeSeenIsNotGone(_ hidden: String) async throws {
    try fixture.write(SmallTemplates.note("Дуб"), "plans/b.yaml")
    try fixture.write(SmallTemplates.note("Клен"), "more/c.yaml")
    var batch = fixture.batch("out", plans: ["plans", "more"])
    if hidden.hasSuffix(".yaml") { batch.plans = [fixture.at("plans/b.yaml"), fixture.at("more")] }
    #expect(try await fixture.build(batch).status == 0)
    let before = try fixture.snapshot()
    if hidden.hasSuffix("ignore") {
      try fixture.makeFolder(hidden)
    } else {
      try FileManager.default.moveItem(atPath: fixture.at(hidden), toPath: fixture.at("away"))
    }
    batch.isPruning = true
    let result = try await fixture.build(batch)
    #expect(result.status == 2 && result.removed == 0 && result.totals.plans(.gone) == 0)
    #expect(result.totals.plans(.failed) == (hidden.hasSuffix(".yaml") ? 1 : 2))
    let blind = try fixture.snapshot()
    for (path, file) in before.files where path.hasSuffix(".xml") || path.hasSuffix(".txt") {
      #expect(blind.files[path] == file, "\(path)")
    }
    if hidden.hasSuffix("ignore") {
      try fixture.remove(hidden)
    } else {
      try FileManager.default.moveItem(atPath: fixture.at("away"), toPath: fixture.at(hidden))
    }
    #expect(try await fixture.build(batch).written == 0)
    #expect(try fixture.snapshot().bytes == before.bytes)
  }
}
