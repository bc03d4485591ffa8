import Foundation
import TestSupport
import Testing

/// The documentation leads nowhere but to what is there.
struct LinkTests {
  private static let pages: [String] = {
    let docs = try? FileManager.default.subpathsOfDirectory(atPath: Fixture.repository + "/docs")
    return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + (docs ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  /// What else stands behind `](` is a pattern in a text.
  private static func isOfPath(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "./#-_".contains(character)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Fixture(path).bytes(), as: UTF8.self)
  }

  /// A page without its code.
  private static func prose(_ path: String) throws -> String {
    let blocks = try text(path).components(separatedBy: "```").enumerated()
    return blocks.filter { $0.offset.isMultiple(of: 2) }
      .flatMap { $0.element.split(separator: "`", omittingEmptySubsequences: false).enumerated() }
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
  }

  /// The anchors of a page, as hosts of repositories make them of its headings.
  private static func anchors(of path: String) throws -> Set<String> {
    Set(
      try text(path).split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        let words = line.drop { $0 == "#" }.dropFirst().lowercased()
        return words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
          .replacingOccurrences(of: " ", with: "-")
      })
  }

  @Test(arguments: pages) func everyLinkLeadsSomewhere(_ page: String) throws {
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for part in try Self.prose(page).components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "\n" }
      guard !target.contains("://"), !target.isEmpty, target.allSatisfy(Self.isOfPath) else {
        continue
      }
      let pieces = target.split(separator: "#", omittingEmptySubsequences: false)
      let file =
        pieces[0].isEmpty ? page : URL(filePath: "/" + folder + pieces[0]).standardized.path
      let path = Fixture.repository + "/" + file
      #expect(FileManager.default.fileExists(atPath: path), "\(page): \(target)")
      if pieces.count > 1, file.hasSuffix(".md") {
        let anchors = try Self.anchors(of: String(file.drop { $0 == "/" }))
        #expect(anchors.contains(String(pieces[1])), "\(page): \(target)")
      }
    }
  }
}
