import Foundation
import TestSupport
import Testing

@testable import CommandHelp

/// Every sentence that the program says of its commands has a Ukrainian one.
struct HelpTests {
  @Test func everySentenceOfTheHelpIsTranslated() throws {
    let shown = try Scenario("% pysar --experimental-dump-help").run()
    let dump = shown.split(separator: "\n").dropFirst().joined(separator: "\n")
    let page = HelpPage(try CommandDescription(dump), Self.translations)
    #expect(page.untranslated == [])
  }

  @Test func everyComplaintOfTheCommandsIsTranslated() throws {
    let folder = Fixture.repository + "/Sources/pysar/"
    let complaint = #/ValidationError\(\s*"((?:[^"\\]|\\\([^)]*\)+|\\.)*)"/#
    var found = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let text = try String(contentsOfFile: folder + file, encoding: .utf8)
      for match in text.matches(of: complaint) {
        found += 1
        let sentence = match.1.replacing(#/\\\((?:[^()]|\([^()]*\))*\)/#, with: "x")
        #expect(Self.translations.sentence(String(sentence)) != nil, "\(file): \(sentence)")
      }
    }
    #expect(found > 10)
  }

  private static let translations = Translations(
    ["commands", "usage-errors"].map { name in
      (try? String(
        contentsOfFile: Fixture.repository + "/Templates/help/\(name).uk.txt", encoding: .utf8))
        ?? ""
    })
}
