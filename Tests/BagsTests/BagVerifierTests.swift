import Bags
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

/// The cases of the public conformance suite of BagIt, and others, in `Fixtures/bags`: what is said of
/// each stands beside it.
struct BagVerifierTests {
  @Test(arguments: Fixture.list("bags", suffix: ".bag")) func isJudgedRightly(_ fixture: Fixture)
    throws
  {
    let folder = try TemporaryFolder()
    try BagFixture(String(decoding: try fixture.bytes(), as: UTF8.self)).write(to: folder.url)
    let outcome = try BagVerifier.verify(Folder(at: folder.path), name: "пакет")
    let worst = outcome.diagnostics.map(\.severity).max() ?? .note
    let expected: Severity =
      fixture.name.hasPrefix("invalid")
      ? .error : fixture.name.hasPrefix("warning") ? .warning : .note
    #expect(worst == expected)
    let report = TextReporter(language: .uk).report(outcome.diagnostics)
    expectFile(report.isEmpty ? "усе гаразд\n" : report, matches: fixture.stem + ".txt")
  }

  /// What is written is read, and every damage to every file is told.
  @Test func everyDamageIsTold() throws {
    let folder = try TemporaryFolder()
    let files = ["data/1.txt": "перший", "data/тека/2 %.txt": "другий", "about/x.xml": "<x/>"]
    var writer = try BagWriter(in: Folder(at: folder.path))
    for (path, text) in files { try writer.write(BagFile(Array(text.utf8)), to: path) }
    _ = try writer.finish([("Source-Organization", "Управління\nсправами")])
    #expect(try faults(folder).isEmpty)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + $0)
        return attributes[.type] as? FileAttributeType == .typeRegular
      }
    #expect(names.count == 9)
    for name in names {
      let url = URL(filePath: folder.path + "/" + name)
      let bytes = try Data(contentsOf: url)
      for index in stride(from: 0, to: bytes.count, by: 13) {
        var flipped = bytes
        flipped[index] ^= 1
        try flipped.write(to: url)
        #expect(try !faults(folder).isEmpty, "\(name): byte \(index) flipped")
      }
      try bytes.dropLast().write(to: url)
      if !name.hasPrefix("tagmanifest") {
        // The line end of the last line is no part of what a manifest says.
        #expect(try !faults(folder).isEmpty, "\(name) cut")
        try FileManager.default.removeItem(at: url)
        #expect(try !faults(folder).isEmpty, "\(name) removed")
        try bytes.write(to: URL(filePath: url.path + ".old"))
        #expect(try !faults(folder).isEmpty, "\(name) renamed")
        try FileManager.default.removeItem(atPath: url.path + ".old")
      }
      try bytes.write(to: url)
    }
    #expect(try faults(folder).isEmpty)
    try Data("зайвий".utf8).write(to: URL(filePath: folder.path + "/data/3.txt"))
    #expect(try faults(folder).map(\.code) == ["bag-info", "bag-extra"])
  }

  /// The same files make the same bytes, in whatever order they come.
  @Test func isReproducible() throws {
    let bags = try [["b", "a", "c"], ["c", "b", "a"]].map { names in
      let folder = try TemporaryFolder()
      var writer = try BagWriter(in: Folder(at: folder.path))
      for name in names { try writer.write(BagFile(Array(name.utf8)), to: "data/\(name)") }
      _ = try writer.finish([("Bagging-Date", "2026-12-20")])
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().map {
        [$0, (try? String(contentsOfFile: folder.path + "/" + $0, encoding: .utf8)) ?? ""]
      }
    }
    #expect(bags[0] == bags[1])
  }

  /// The errors and warnings of the bag in a folder.
  private func faults(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    try BagVerifier.verify(Folder(at: folder.path), name: "пакет").diagnostics.filter {
      $0.severity > .note
    }
  }
}
