import Diagnostics
import Files
import Testing
import TestSupport

@Suite struct SourceFileTests {
  static let endings = ["\n", "\r\n"]

  @Test(arguments: endings, ["", "\u{FEFF}"])
  func linesEndAsEditorsEndThem(_ ending: String, _ mark: String) {
    let file = SourceFile(
      name: "f", bytes: Array((mark + "пéрший" + ending + ending + "третій").utf8))
    #expect(file.line(1) == "пéрший")
    #expect(file.line(2) == "")
    #expect(file.line(3) == "третій")
    #expect(file.line(4) == "" && file.line(0) == "")
    let offset = mark.utf8.count + "пéрший".utf8.count + 2 * ending.utf8.count
    #expect(file.position(ofByte: offset) == SourcePosition(line: 3, column: 1))
    #expect(file.position(ofByte: offset + 2) == SourcePosition(line: 3, column: 2))
    #expect(file.position(ofByte: mark.utf8.count) == SourcePosition(line: 1, column: 1))
  }

  @Test(arguments: endings) func largeFilesHaveTheSameLinesAsSmallOnes(_ ending: String) {
    let lines = (0..<4000).map { "\($0): " + String(repeating: "ї", count: $0 % 30) }
    let file = SourceFile(name: "f", bytes: Array(lines.joined(separator: ending).utf8))
    #expect(file.bytes.count > 1 << 16)
    #expect(lines.indices.allSatisfy { file.line($0 + 1) == lines[$0] })
    #expect(file.line(4001) == "")
  }

  @Test(arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"])
  func otherCharactersEndNoLine(_ character: String) {
    let file = SourceFile(name: "f", bytes: Array("a\(character)b\nc".utf8))
    #expect(file.line(1) == "a\(character)b" && file.line(2) == "c")
    #expect(file.position(ofByte: 2 + character.utf8.count) == SourcePosition(line: 1, column: 4))
  }

  @Test(arguments: [
    ("a\nbc\n", 3, "2:3"), ("a\nbc\n", 9, "2:3"), ("a\nbc", 3, "2:3"), ("a\r\nbc\r\n", 3, "2:3"),
    ("a\nbc\n", 2, "2:1"), ("", 2, "2:1"), ("\n\n", 3, "2:1"), ("a", 1, "1:1"),
  ])
  func aPlaceBehindTheLastLineIsItsEnd(_ text: String, _ line: Int, _ place: String) {
    let file = SourceFile(name: "f", bytes: Array(text.utf8))
    let start = file.within(SourceRange(line: line, column: 1)).start
    #expect("\(start.line):\(start.column)" == place)
  }

  @Test func aLongLineIsCutBetweenCharacters() {
    let file = SourceFile(name: "f", bytes: Array(("a" + String(repeating: "ї", count: 9000)).utf8))
    #expect(file.line(1) == "a" + String(repeating: "ї", count: 2047))
  }

  @Test func brokenTextIsShownAndCounted() {
    let file = SourceFile(name: "f", bytes: [0x61, 0xFF, 0xC3, 0x0A, 0x62])
    #expect(file.line(1) == "a\u{FFFD}\u{FFFD}")
    #expect(file.position(ofByte: 1) == SourcePosition(line: 1, column: 2))
    #expect(file.position(ofByte: 4) == SourcePosition(line: 2, column: 1))
    #expect(
      SourceFile(name: "f", bytes: []).position(ofByte: 0) == SourcePosition(line: 1, column: 1))
  }

  @Test func filesThatCannotBeReadSayWhy() throws {
    let folder = Fixture.repository
    #expect(throws: FileFault.missing) { try SourceFile(at: folder + "/немає.yaml") }
    #expect(throws: FileFault.missing) { try SourceFile(at: folder + "/Package.swift/x") }
    #expect(throws: FileFault.isFolder) { try SourceFile(at: folder) }
    #expect(throws: FileFault.isNoFile) { try SourceFile(at: "/dev/null") }
    let bytes = try SourceFile(at: folder + "/Package.swift").bytes
    #expect(bytes == (try Fixture("Package.swift").bytes()))
  }
}
