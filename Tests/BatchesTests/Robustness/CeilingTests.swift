import Foundation
import NoteTemplates
import Glibc
import Reports
import Testing
import TestSupport

@testable import Diagnostics
@testable import Batches

/// How much a run removes, finds and keeps at most, and what it holds against its digest.
struct CeilingTests {
  private let fixture: BatchFixture

  init() throws {
    fixture = try BatchFixture()
    for number in 1...6 {
      try fixture.write(SmallTemplates.note("Автор \(number)"), "plans/\(number).yaml")
    }
  }

  @Test func pruningHasACeiling() async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    for number in 2...6 { try fixture.remove("plans/\(number).yaml") }
    let refused = try await fixture.build { $0.isPruning = true }
    #expect(refused.status == 2 && refused.removed == 0)
    #expect(refused.faults.map(\.code) == ["too-many-removals"])
    #expect(refused.faults.first?.help?.en == "if that is what is meant: --max-prune 25")
    #expect(try fixture.leftovers() == [])
    let documents = before.files.filter { $0.key.hasSuffix(".xml") }
    let after = try fixture.snapshot()
    #expect(documents.allSatisfy { after.files[$0.key] == $0.value })
    let again = try await fixture.build { $0.isPruning = true }
    #expect(again.faults.map(\.code) == ["too-many-removals"])
    let allowed = try await fixture.build {
      $0.isPruning = true
      $0.pruneLimit = 25
    }
    #expect(allowed.status == 0 && allowed.removed == 25)
    #expect(try fixture.snapshot().files.keys.count { $0.hasSuffix(".xml") } == 1)
  }

  @Test func aDocumentThatWasAlteredUnseenIsToldAndBuiltAnew() async throws {
    try await fixture.build()
    let before = try fixture.snapshot()
    let path = fixture.at("out/3.txt")
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    let date = try #require(
      FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    try file.write(contentsOf: Data([0x58]))
    try file.close()
    // To the nanosecond, as a forger would.
    let stamp = before.files["3.txt"]?.modified ?? 0
    var times = [timespec(), timespec()]
    times[1] = timespec(tv_sec: stamp / 1_000_000_000, tv_nsec: stamp % 1_000_000_000)
    times[0] = times[1]
    #expect(unsafe utimensat(AT_FDCWD, path, times, 0) == 0 && date.timeIntervalSince1970 > 0)
    #expect(try await fixture.build().written == 0)
    let verified = try await fixture.build { $0.isVerifying = true }
    #expect(verified.written == 1 && verified.remarks.map(\.code) == ["altered-document"])
    #expect(verified.remarks.first?.file == path)
    #expect(try fixture.snapshot().bytes == before.bytes)
    #expect(try await fixture.build { $0.isVerifying = true }.remarks == [])
  }

  @Test func aFileOfWhichTooMuchWouldBeKeptFailsAlone() async throws {
    try fixture.write(
      SmallTemplates.note(String(repeating: "Довгий ", count: 900)), "plans/3.yaml")
    let result = try await fixture.build { $0.keptLimit = 10_000 }
    #expect(result.status == 2 && result.written == 25)
    #expect(result.faulty.told.flatMap(\.findings).map(\.code) == ["too-much-to-keep"])
    #expect(try fixture.leftovers() == [])
    #expect(!FileManager.default.fileExists(atPath: fixture.at("out/3.html")))
    #expect(try await fixture.build().written == 5)
  }

  @Test func findingsAreToldToALimit() {
    let source = SourceFile(name: "a.yaml", bytes: Array("a".utf8))
    func finding(_ code: String, _ severity: Severity) -> Diagnostic {
      Diagnostic(severity, code: code, in: source, at: nil, Message(uk: "", en: ""))
    }
    let many = (0..<3000).map { finding("many-\($0 % 2)", .warning) }
    let told = (many + [finding("last", .error)]).limited()
    #expect(told.count == 400 + 1 + 2)
    #expect(told.hasErrors)
    #expect(told.suffix(2).map(\.code) == ["more-findings", "more-findings"])
    #expect(told.last?.message.en == "more such findings are not shown: 1300 [many-1]")
    #expect(Array(many.prefix(200)).limited() == Array(many.prefix(200)))
  }

  @Test func findingsOfARunAreToldToALimit() async throws {
    for number in 1...6 {
      let text = String(repeating: "довгий текст ", count: 9)
      try fixture.write(SmallTemplates.note("Автор \(number)", text: text), "plans/\(number).yaml")
    }
    let all = try await fixture.build()
    #expect(all.totals.plans(.faulty) == 6 && all.remarks.isEmpty)
    let found = try fixture.manifestFindings()
    #expect(found.count { $0.contains("small/short") } == 6)
    let few = try await fixture.build {
      $0.findingLimit = 2
      $0.isForced = true
    }
    #expect(few.totals.plans(.faulty) == 6)
    #expect(few.remarks.map(\.code) == (found.count > 6 ? ["more-findings"] : []))
    // Every plan that is wrong is named.
    #expect(try fixture.manifestFindings().count { $0.contains("small/short") } == 6)
  }

  @Test func behindTheLimitOfARunFirstErrorsAreTold() {
    func finding(_ file: String, _ severity: Severity, _ code: String) -> Diagnostic {
      Diagnostic(
        severity, code: code, file: file,
        Message(uk: code, en: code))
    }
    let findings = (0..<4).flatMap { number in
      [("a", Severity.warning), ("b", .error), ("c", .error)].map {
        finding("\(number).yaml", $0.1, $0.0)
      }
    }
    let told = findings.limitedByFile(ofRun: 4)
    #expect(
      told.map { $0.file + $0.code } == [
        "0.yamla", "0.yamlb", "0.yamlc", "1.yamla", "1.yamlb", "2.yamlb", "3.yamlb",
        "more-findings",
      ])
    #expect(told.last?.message.en == "there are more than 4 findings, 5 more are not shown")
    #expect(findings.limitedByFile() == findings)
  }

  @Test(arguments: [(10, 10, 0), (3000, 1200, 1152), (9000, 8990, 0)])
  func anExcerptIsShort(_ length: Int, _ column: Int, _ start: Int) {
    let line = String(repeating: "я", count: length)
    let source = SourceFile(name: "a.yaml", bytes: Array(line.utf8))
    let excerpt = source.excerpt(at: SourcePosition(line: 1, column: column))
    #expect(excerpt.text.unicodeScalars.count <= SourceFile.excerptLimit)
    #expect(excerpt.start == (start == 0 ? 0 : start - 1))
  }
}

extension BatchFixture {
  /// The lines of `findings.json` with a code.
  fileprivate func manifestFindings() throws -> [String] {
    String(decoding: try bytes("out/findings.json"), as: UTF8.self).split(separator: "\n")
      .map(String.init).filter { $0.contains("\"code\"") }
  }
}
