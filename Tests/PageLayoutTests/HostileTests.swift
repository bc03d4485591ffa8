import Documents
import PageLayout
import TestSupport
import Testing

/// Whatever a document holds, it is laid out within the margins, or refused.
struct HostileTests {
  /// Writes a document, and reads it back.
  private func pages(_ make: (inout DocumentBuilder) -> Void) throws -> PDFFile {
    var page = DocumentBuilder(language: "uk")
    make(&page)
    let file = PDFFile(try PDFWriter().write(page.document))
    #expect(file.faults == [])
    for page in file.pages {
      #expect(page.bottom >= 56, "nothing stands in the lower margin")
      #expect(page.runs.allSatisfy { $0.x >= 85 && $0.x < page.width - 28 })
    }
    return file
  }

  @Test func aWordWiderThanAColumnIsCutBetweenLetters() throws {
    let word = String(repeating: "найнеймовірніше", count: 40)
    let file = try pages { page in
      page.add(word)
      page.table(["а", "б", "в"], widths: [10, 10, 80], groups: [{ $0.row { $0.cell(word) } }])
    }
    #expect(file.text.split(separator: "\n").filter { $0 == word }.count == 2)
  }

  @Test(arguments: ["\u{301}", "\u{301}\u{316}", "\u{200D}"])
  func aLetterWithVeryManyMarksIsSetAndReadBack(_ mark: String) throws {
    let word = "а" + String(repeating: mark, count: 40_000) + "б"
    let file = try pages { $0.add(word) }
    let read = file.text.unicodeScalars.filter { "абв".unicodeScalars.contains($0) }
    #expect(String(String.UnicodeScalarView(read)) == "аб")
  }

  @Test func aCellTallerThanThreePagesIsCutBetweenItsLines() throws {
    let words = (1...3000).map { "слово\($0)" }
    let file = try pages { page in
      page.table(
        ["№", "Зміст"], widths: [10, 90],
        groups: [
          { page in
            page.row {
              $0.cell("1.", rows: 2)
              $0.cell(words.joined(separator: " "))
            }
            page.row { $0.cell("другий рядок") }
          }
        ])
    }
    #expect(file.pages.count >= 4)
    #expect(file.text.contains(words.joined(separator: " ")), "no word is lost or said twice")
    #expect(file.pages.allSatisfy { $0.text.contains("Зміст") }, "each page has the head")
  }

  @Test func aSpanningCellTallerThanAPageGoesOn() throws {
    let words = (1...1500).map { "слово\($0)" }.joined(separator: " ")
    let file = try pages { page in
      page.table(
        ["Завдання", "Захід"], widths: [40, 60],
        groups: [
          { page in
            page.row {
              $0.cell(words, scope: .rowgroup, rows: 3)
              $0.cell("перший")
            }
            for text in ["другий", "третій"] { page.row { $0.cell(text) } }
          }
        ])
    }
    #expect(file.text.contains(words) && file.text.contains("третій"))
  }

  @Test(arguments: [30, 200]) func manyColumnsAreNarrowOrStandBelowEachOther(_ count: Int) throws {
    let texts = (1...count).map { "графа\($0)" }
    let file = try pages { page in
      page.table(texts, groups: [{ page in page.row { for text in texts { $0.cell(text) } } }])
    }
    let words = file.text.split { $0.isWhitespace }.map(String.init)
    #expect(words == texts + texts)
  }

  @Test func aHeadTallerThanAPageStandsOnce() throws {
    let head = (1...2000).map { "назва\($0)" }.joined(separator: " ")
    let file = try pages { page in
      page.table([head], groups: [{ $0.row { $0.cell("рядок") } }])
    }
    #expect(file.text.contains(head) && file.text.contains("рядок"))
  }

  @Test func thousandsOfNotesAndLongTextsOfEveryRole() throws {
    let long = (1...1200).map { "мова\($0)" }.joined(separator: " ")
    let file = try pages { page in
      let first = page.document.paragraphs.count
      for index in 1...2000 {
        let text = page.running("* примітка \(index)")
        page.document.paragraphs.append(Paragraph(text, .footnote))
      }
      page.document.blocks.append(.footnotes(first..<page.document.paragraphs.count))
      for role in Role.allCases { page.add(long, role) }
      let running = page.running(long)
      page.document.values.append(Field.Value(running, caption: running))
      page.document.fields.append(
        Field(label: running, values: 0..<page.document.values.count))
      page.document.blocks.append(.fields(0..<1))
      for layout in [Signature.Layout.line, .stacked] {
        page.document.blocks.append(
          .signature(
            Signature(
              layout: layout, position: running, caption: running, name: running, date: running)))
      }
    }
    #expect(file.text.contains("примітка 2000"))
    // Roles, the label, the value with its caption, and two signatures of four parts.
    let said = file.text.split(separator: "\n").filter { $0.hasSuffix("мова1200") }.count
    #expect(said == Role.allCases.count + 3 + 8)
  }

  @Test func wordsFromRightToLeftStandSo() throws {
    let file = try pages { $0.add("текст שלום עולם далі") }
    let runs = file.pages[0].runs
    func x(_ text: String) throws -> Double {
      try #require(runs.first { $0.text.contains(text) }?.x)
    }
    // The letters are in the order in which they are seen.
    #expect(try x("םלוע") < x("םולש") && x("םולש") < x("далі"))
  }

  @Test func signsAboveLettersAreReadBack() throws {
    let file = try pages { $0.add("за́мок і замо́к, й і ї") }
    #expect(file.text.contains("за́мок і замо́к, й і ї"))
  }

  @Test func whatTheFontLacksIsRefused() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("добре 😀 і 漢字 😀")
    let error = #expect(throws: PDFWriter.Fault.self) { try PDFWriter().write(page.document) }
    guard case .letters(let letters) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(letters == ["😀", "漢", "字"])
  }
}
