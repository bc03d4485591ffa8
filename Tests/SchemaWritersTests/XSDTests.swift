import Diagnostics
import Foundation
import Plans
import TestSupport
import Testing

/// The XSD of a kind holds of its renditions and of nothing else, as libxml2's `xmllint` judges.
@Suite struct XSDTests {
  @Test(arguments: SchemaCase.all)
  func renditionsSatisfyIt(of schema: SchemaCase) throws {
    for rendition in try renditions(of: schema) {
      let isValid = try isValid(rendition, by: schema)
      #expect(isValid)
    }
  }

  @Test(arguments: SchemaCase.all)
  func misspeltElementFails(of schema: SchemaCase) throws {
    for rendition in try renditions(of: schema) {
      let name = try #require(rendition.split(separator: "\n").first(where: isWhole)).drop {
        $0 != "<"
      }.dropFirst().prefix { $0 != ">" }
      let misspelt = rendition.replacing("<\(name)>", with: "<\(name)s>", maxReplacements: 1)
        .replacing("</\(name)>", with: "</\(name)s>", maxReplacements: 1)
      let isValid = try isValid(misspelt, by: schema)
      #expect(!isValid)
    }
  }

  @Test(arguments: SchemaCase.all)
  func misplacedElementFails(of schema: SchemaCase) throws {
    for rendition in try renditions(of: schema) {
      var lines = rendition.split(separator: "\n")
      let index = try #require(lines.firstIndex(where: isWhole))
      lines.insert(lines.remove(at: index), at: lines.count - 1)
      let isValid = try isValid(lines.joined(separator: "\n"), by: schema)
      #expect(!isValid)
    }
  }

  /// Whether a line is an element from its start to its end.
  private func isWhole(_ line: Substring) -> Bool {
    line.contains(/^ *<[a-z-]+>[^<]*<\//)
  }

  private func renditions(of schema: SchemaCase) throws -> [String] {
    try schema.plans.map { fixture in
      let source = SourceFile(name: fixture.path, bytes: try fixture.bytes())
      let plans = PlanReader(kinds: schema.kinds).read(source)
      #expect(plans.flatMap { $0.diagnostics }.isEmpty)
      return String(decoding: try #require(plans.first?.value).canonicalXML(), as: UTF8.self)
    }
  }

  private func isValid(_ xml: String, by schema: SchemaCase) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "xmllint", "--nonet", "--noout", "--schema", Fixture(schema.expected + ".xsd").absolutePath,
      "-",
    ]
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(xml.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect([0, 3].contains(process.terminationStatus), "xmllint could not judge")
    return process.terminationStatus == 0
  }
}
