import Documents
import TestSupport
import Testing

@Suite struct TextPropertyTests {
  /// A table of short words, each of them unlike all others, and the words in reading order.
  static func sample(_ seed: UInt64) -> (table: Table, words: [String]) {
    var random = Seeded(seed)
    var words: [String] = []
    let count = Int.random(in: 1...5, using: &random)
    func row() -> Table.Row {
      Table.Row(
        (0..<Int.random(in: 0...count + 1, using: &random)).map { _ in
          let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
            words.append("ї\(words.count)")
            return words[words.count - 1]
          }
          return cell(
            text.joined(separator: " "), Bool.random(using: &random) ? .col : nil,
            columns: Int.random(in: 0...3, using: &random),
            rows: Int.random(in: 0...3, using: &random),
            alignment: [.start, .center, .end].randomElement(using: &random) ?? .start)
        })
    }
    let header = (0..<Int.random(in: 0...2, using: &random)).map { _ in row() }
    let groups = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in row() }
    }
    return (Table(columns: columns(count), header: header, groups: groups), words)
  }

  static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  @Test(arguments: [CellLayout.stepped, .sideBySide], [20, 33, 40, 80, 100, 200])
  func tablesKeepTheirShapeAndTheirWords(_ layout: CellLayout, _ width: Int) {
    for seed in 0..<150 as Range<UInt64> {
      let (table, expected) = Self.sample(seed)
      let text = text(.table(table), width: width, isASCII: seed % 2 == 0, cells: layout)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.first?.first == "┌" || lines.first?.first == "+" {
        #expect(lines.allSatisfy { $0.unicodeScalars.count == width }, "seed \(seed)\n\(text)")
      } else {
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= width }, "seed \(seed)\n\(text)")
      }
      #expect(lines.allSatisfy { $0.last != " " })
      let found = Self.words(text)
      if width < 80 {
        // A crowded table parts words: what is left is that no letter is lost.
        #expect(found.joined().count == expected.joined().count, "seed \(seed)\n\(text)")
      } else if layout == .stepped {
        #expect(found == expected, "seed \(seed)\n\(text)")
      } else {
        #expect(found.sorted() == expected.sorted(), "seed \(seed)\n\(text)")
      }
    }
  }
}
