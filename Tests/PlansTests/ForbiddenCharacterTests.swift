import Diagnostics
import Testing

/// A file is looked through several bytes at a time; what it must not hold is found wherever it stands.
@Suite struct ForbiddenCharacterTests {
  /// The place of the character that the reader refuses in a file of one line; nil if it takes all.
  static func refused(_ line: String) -> String? {
    read("# " + line + "\n" + shortPlan).flatMap(\.diagnostics)
      .first { $0.severity == .error }.map(place)
  }

  @Test(arguments: [
    "\u{7}", "\u{7F}", "\u{80}", "\u{9F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
    "\u{FEFF}", "\u{FFFE}", "\u{85}", "\u{2028}", "\u{2029}",
  ])
  func isFoundWhereverItStands(_ character: String) {
    for letter in ["a", "ї", "№"] {
      for count in 0...17 {
        let before = String(repeating: letter, count: count)
        #expect(Self.refused(before + character + "їжак") == "1:\(count + 3)")
      }
    }
  }

  @Test(arguments: ["\u{A0}", "«", "’", "\u{202F}", "\u{2065}", "\u{206A}", "漢", "😀"])
  func neighboursAreTaken(_ character: String) {
    for count in 0...9 {
      #expect(Self.refused(String(repeating: "ї", count: count) + character + "# їжак") == nil)
    }
  }
}
