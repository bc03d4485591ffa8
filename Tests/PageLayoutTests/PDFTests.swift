import Documents
import PageLayout
import TestSupport
import Testing

struct PDFTests {
  @Test func isTheSameEachTimeAndHoldsTogether() throws {
    var page = DocumentBuilder(language: "uk")
    page.document.title = page.plainText("Лист (зразок) & \\ <інше>".utf8.span)
    for _ in 1...200 { page.add("Слово за словом, рядок за рядком; № 5 (п’ять) \\ кінець.") }
    let writer = PDFWriter()
    let bytes = try writer.write(page.document)
    #expect(bytes == (try writer.write(page.document)))
    #expect(bytes == (try PDFWriter().write(page.document)))
    let file = PDFFile(bytes)
    #expect(file.faults == [])
    #expect(file.pages.count == 7)
    #expect(file.pages[0].width == 595.28 && file.pages[0].height == 841.89)
    // The first page has no number, the others theirs.
    #expect(!(file.pages[0].runs[0].isArtifact) && file.pages[1].runs[0].text == "2")
  }

  @Test func anAnnexLiesOnItsSideAndIsCountedByItself() throws {
    var page = DocumentBuilder(language: "uk")
    let text = String(repeating: "Текст за текстом. ", count: 300)
    page.add(text)
    let place = page.beginGroup()
    page.add(text)
    let sheet = Sheet().part(lying: .landscape, isAnnex: true)
    page.endGroup(place, .section, on: sheet, style: PlainText())
    page.add(text)
    let file = PDFFile(try PDFWriter().write(page.document))
    let numbers = file.pages.map { page in
      (page.width > page.height ? "landscape" : "portrait")
        + (page.runs[0].isArtifact ? " " + page.runs[0].text : "")
    }
    #expect(
      numbers == [
        "portrait", "portrait 2", "landscape", "landscape 2", "portrait 3", "portrait 4",
      ])
  }

  @Test func anAnnexSaysWhoseContinuationItsPagesAreAndRepeatsTheNumbersOfColumns() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("Наказ")
    var sheet = Sheet().part(lying: .portrait, isAnnex: true)
    sheet.continuation = page.plainText("Продовження додатка Ž".utf8.span)
    let place = page.beginGroup()
    page.table(
      ["Захід", "Строк"], numbers: ["1", "2"],
      groups: (1...120).map { number in
        { $0.row { page in ["захід \(number)", "квартал"].forEach { page.cell($0) } } }
      })
    page.endGroup(place, .section, on: sheet, style: PlainText())
    page.add("Далі")
    let file = PDFFile(try PDFWriter().write(page.document))
    #expect(file.faults == [])
    #expect(
      file.text.split(separator: "\n").prefix(6) == [
        "Наказ", "Захід", "Строк", "1", "2", "захід 1",
      ])
    let repeated = file.pages.map { $0.runs.filter(\.isArtifact).map(\.text) }
    #expect(
      repeated == [
        [], [], ["2", "Продовження додатка Ž", "1", "2"], ["3", "Продовження додатка Ž", "1", "2"],
        ["4", "Продовження додатка Ž", "1", "2"], ["2"],
      ])
    let runs = file.pages[2].runs
    #expect(runs[0].y == runs[1].y && runs[1].x > 400)
  }

  @Test func aDocumentBehindAnotherBeginsAPageAndIsCountedByItself() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("Один аркуш")
    let bytes = try PDFWriter().write(page.document, followedBy: [page.document, page.document])
    let file = PDFFile(bytes)
    #expect(file.faults == [] && file.pages.map(\.text) == Array(repeating: "Один аркуш", count: 3))
  }

  @Test func whatStandsWithOthersIsOnTheirPage() throws {
    for lines in 20...48 {
      var page = DocumentBuilder(language: "uk")
      for _ in 1...lines { page.add("Рядок") }
      page.add("Заголовок", .heading)
      page.add("Під ним")
      let (position, name) = (page.running("Голова"), page.running("Ім’я ПРІЗВИЩЕ"))
      page.document.blocks.append(
        .signature(Signature(layout: .line, position: position, name: name)))
      let pages = PDFFile(try PDFWriter().write(page.document)).pages
      let last = try #require(pages.last { $0.text.contains("ПРІЗВИЩЕ") })
      #expect(last.text.contains("Заголовок") && last.text.contains("Під ним"))
    }
  }

  @Test func aDrawingIsAFigureAndSaysWhatItShows() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("Над ним")
    let rectangles = [
      Drawing.Rectangle(x: 0, y: 0, width: 254, height: 127),
      Drawing.Rectangle(x: 0, y: 0, width: 127, height: 127),
      Drawing.Rectangle(x: 127, y: 0, width: 127, height: 127, lightness: 75),
    ]
    page.add(rectangles, width: 254, height: 127, title: page.plainText("Ї".utf8.span))
    page.add("Під ним")
    let bytes = try PDFWriter().write(page.document)
    let file = PDFFile(bytes)
    #expect(file.faults == [] && file.pages[0].text == "Над ним Під ним")
    #expect(String(decoding: bytes, as: UTF8.self).contains("/S/Figure"))
    #expect(String(decoding: bytes, as: UTF8.self).contains("/Alt<FEFF0407>"))
  }

  @Test func aSignatureStandsWithATableThatEndsThePartAbove() throws {
    for rows in 28...40 {
      var page = DocumentBuilder(language: "uk")
      let place = page.beginGroup()
      page.table(
        ["Захід"],
        groups: (1...rows).map { number in { $0.row { $0.cell("Рядок \(number)") } } })
      page.endGroup(place, .section, style: PlainText())
      let (position, name) = (page.running("Голова"), page.running("Ім’я ПРІЗВИЩЕ"))
      page.document.blocks.append(
        .signature(Signature(layout: .line, position: position, name: name)))
      let file = PDFFile(try PDFWriter().write(page.document))
      let last = try #require(file.pages.last)
      #expect(last.text.contains("Рядок \(rows)") && last.text.contains("ПРІЗВИЩЕ"))
      #expect(file.faults == [] && file.text.hasSuffix("ПРІЗВИЩЕ"))
    }
  }

  @Test func aWholeStandsWithWhatIsAboveIt() throws {
    for rows in 20...48 {
      var page = DocumentBuilder(language: "uk")
      for row in 1...rows { page.add("Рядок \(row)") }
      for text in ["Підписано", "Скріплено"] {
        let place = page.beginGroup()
        for line in 1...3 { page.add("\(text) \(line)") }
        page.endGroup(place, .whole, style: PlainText())
      }
      let pages = PDFFile(try PDFWriter().write(page.document)).pages
      let last = try #require(pages.last?.text)
      #expect(["Рядок \(rows)", "Підписано 1", "Скріплено 3"].allSatisfy(last.contains))
    }
  }

  @Test func notesStandWithWhatIsAboveThem() throws {
    for rows in 28...40 {
      var page = DocumentBuilder(language: "uk")
      page.table(
        ["Захід"],
        groups: (1...rows).map { number in { $0.row { $0.cell("Рядок \(number)") } } })
      let first = page.document.paragraphs.count
      page.document.paragraphs.append(Paragraph(page.running("* Примітка"), .footnote))
      page.document.blocks.append(.footnotes(first..<first + 1))
      let pages = PDFFile(try PDFWriter().write(page.document)).pages
      let last = try #require(pages.last?.text)
      #expect(last.contains("Рядок \(rows)") && last.contains("Примітка"))
    }
  }

  @Test func marksStandSideBySide() throws {
    var page = DocumentBuilder(language: "uk")
    let place = page.beginGroup()
    for (text, kind) in [("ПОГОДЖЕНО", Group.Kind.section), ("ЗАТВЕРДЖУЮ", .stamp)] {
      let mark = page.beginGroup()
      for text in [text, "Директор"] { page.add(text) }
      page.endGroup(mark, kind, style: PlainText())
    }
    page.endGroup(place, .place, style: PlainText())
    page.add("План")
    let file = PDFFile(try PDFWriter().write(page.document))
    let runs = file.pages[0].runs
    #expect(file.faults == [])
    #expect(runs.map(\.text) == ["ПОГОДЖЕНО", "Директор", "ЗАТВЕРДЖУЮ", "Директор", "План"])
    let lines = runs.map { Int($0.y) }
    #expect(lines[0] == lines[2] && lines[0] > lines[1] && lines[1] > lines[4])
    #expect(runs[0].x == runs[4].x && runs[2].x > 350)
  }

  @Test func aBlankLineParts() throws {
    func distance(_ texts: [String]) throws -> Double {
      var page = DocumentBuilder(language: "uk")
      for text in texts { page.add(text) }
      let runs = PDFFile(try PDFWriter().write(page.document)).pages[0].runs
      return runs[0].y - (runs.last?.y ?? 0)
    }
    #expect(try distance(["а", "\u{A0}", "б"]) == distance(["а", "в", "б"]))
  }

  @Test func aNumberInAColumnIsWhole() throws {
    var page = DocumentBuilder(language: "uk")
    let text = String(repeating: "слово ", count: 200)
    page.table(
      ["Тека", "Зміст"], widths: [5, 95],
      groups: [
        {
          $0.row {
            $0.cell("90-1280424351573039998"); $0.cell(text)
          }
        }
      ])
    let file = PDFFile(try PDFWriter().write(page.document))
    #expect(file.pages[0].runs.contains { $0.text == "90-1280424351573039998" })
  }

  @Test func aDocumentWithoutTextIsAPage() throws {
    let file = PDFFile(try PDFWriter().write(DocumentBuilder(language: "uk").document))
    #expect(file.faults == [] && file.pages.count == 1 && file.pages[0].runs.isEmpty)
  }
}

extension DocumentBuilder {
  /// Adds a paragraph.
  mutating func add(_ text: String, _ role: Role = .body) {
    let paragraph = Paragraph(running(text), role)
    document.blocks.append(.paragraph(paragraph))
  }

  /// Adds running text.
  mutating func running(_ text: String) -> RunningText {
    let start = beginText()
    add(text.utf8.span)
    return endText(start)
  }

  /// Adds a cell's only paragraph.
  mutating func cell(
    _ text: String, _ role: Role = .cell, scope: Table.Scope? = nil, rows: Int = 1
  ) {
    let running = self.running(text)
    let first = document.paragraphs.count
    if !text.isEmpty { document.paragraphs.append(Paragraph(running, role)) }
    document.cells.append(
      Table.Cell(first..<document.paragraphs.count, role, scope: scope, rowSpan: rows))
  }

  /// Adds a row of the cells that a closure adds.
  mutating func row(_ cells: (inout DocumentBuilder) -> Void) {
    let first = document.cells.count
    cells(&self)
    document.rows.append(Table.Row(first..<document.cells.count))
  }

  /// Adds a table: a row of heads, then groups of rows that closures add.
  mutating func table(
    _ heads: [String], widths: [Int] = [], numbers: [String] = [],
    groups: [(inout DocumentBuilder) -> Void]
  ) {
    let columns = document.columns.count
    for index in heads.indices {
      document.columns.append(
        Table.Column(width: index < widths.count ? widths[index] : nil))
    }
    let head = document.rows.count
    row { page in
      for text in heads { page.cell(text, .columnHead, scope: .col) }
    }
    if !numbers.isEmpty {
      row { page in
        for text in numbers { page.cell(text, .columnHead, scope: .col) }
      }
      document.rows[document.rows.count - 1].isOfNumbers = true
    }
    let header = head..<document.rows.count
    let first = document.rowGroups.count
    for group in groups {
      let start = document.rows.count
      group(&self)
      document.rowGroups.append(start..<document.rows.count)
    }
    document.blocks.append(
      .table(
        Table(
          columns: columns..<document.columns.count, header: header,
          groups: first..<document.rowGroups.count)))
  }
}
