import Diagnostics
import Foundation
import TestSupport
import Testing

/// The table of codes is that of the program: what is found has an explanation, what is explained
/// can be found, and some test sees it.
struct CodeTests {
  private static let table = "Sources/Diagnostics/Codes/"

  /// The codes that stand in the program where findings are made.
  private static func used() throws -> Set<String> {
    var codes: Set<String> = []
    for source in try SourceCode.sources.get() where !source.path.hasPrefix(table) {
      var isFirst = false
      for line in source.lines {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let isNamed = line.contains("code: ") || line.contains("code = ")
        for index in parts.indices where index % 2 == 1 {
          // `code: "x"`, `code: condition ? "x" : "y"`; or "x" alone where a list begins.
          let isCode = isNamed && [": ", "= ", "? "].contains(where: parts[index - 1].hasSuffix)
          let isAlone = isFirst && index == 1 && parts[0].allSatisfy { $0 == " " }
          if isCode || isAlone { codes.insert(String(parts[index])) }
        }
        isFirst =
          line.hasSuffix("report(") || line.hasSuffix(" (") && source.path.contains("References/")
      }
    }
    return codes
  }

  @Test func everyCodeIsExplained() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz-0123456789"
    let unknown = try Self.used().filter { name in
      name.count > 1 && name.allSatisfy(letters.contains) && DiagnosticCode.named(name) == nil
    }
    #expect(unknown.isEmpty, "not in Sources/Diagnostics/Codes: \(unknown)")
  }

  @Test func everyExplainedCodeIsUsed() throws {
    let quoted = try SourceCode.sources.get().filter { !$0.path.hasPrefix(Self.table) }
      .flatMap { $0.lines }.flatMap { $0.split(separator: "\"") }.map(String.init)
    let idle = Set(DiagnosticCode.all.map(\.name)).subtracting(quoted).sorted()
    #expect(idle.isEmpty, "explained, but never told: \(idle)")
  }

  @Test func everyCodeIsExplainedOnce() {
    let names = DiagnosticCode.all.map(\.name)
    #expect(names.count == Set(names).count)
  }

  @Test func everyCodeIsExpectedByATest() throws {
    var texts: [String] = []
    for folder in ["Fixtures/bad", "Fixtures/bags", "Fixtures/commands", "Tests"] {
      let root = Fixture.repository + "/" + folder
      for name in try FileManager.default.subpathsOfDirectory(atPath: root)
      where name.hasSuffix(".swift") || name.hasSuffix(".txt") {
        texts.append(String(decoding: try Fixture("\(folder)/\(name)").bytes(), as: UTF8.self))
      }
    }
    let all = texts.joined(separator: "\n")
    let unseen = DiagnosticCode.all.map(\.name).filter { name in
      !all.contains("[\(name)]") && !all.contains("\"\(name)\"")
    }
    #expect(unseen.isEmpty, "no test expects \(unseen)")
  }
}
