import Documents
import TestSupport
import Testing
import Word

struct WordTests {
  @Test func isTheSameEachTimeAndHoldsTogether() throws {
    var page = DocumentBuilder(language: "uk")
    page.document.title = page.plainText("Лист (зразок) & <інше>".utf8.span)
    page.add("Слово за словом; № 5 (п’ять) & <кінець>.")
    let plan = Array("<plan/>\n".utf8)
    let source = WordDocument(page.document, subject: "лист", plan: plan)
    let writer = WordWriter()
    let bytes = try writer.write(source)
    #expect(bytes == (try writer.write(source)))
    #expect(bytes == (try WordWriter().write(source)))
    let file = WordFile(bytes)
    #expect(file.faults == [])
    #expect(file.text == "Слово за словом; №\u{A0}5 (п’ять) & <кінець>.\n")
    #expect(file.part("customXml/item1.xml") == "<plan/>\n")
    let properties = file.part("docProps/core.xml")
    #expect(properties.contains("<dc:title>Лист (зразок) &amp; &lt;інше&gt;</dc:title>"))
    #expect(properties.contains("<dc:subject>лист</dc:subject>"))
    #expect(properties.contains("<dc:language>uk-UA</dc:language>"))
  }

  @Test func anAnnexIsASectionCountedByItself() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("Текст")
    for orientation in [Orientation.landscape, .portrait] {
      let place = page.beginGroup()
      page.add("Додаток")
      let sheet = Sheet().part(lying: orientation, isAnnex: true)
      page.endGroup(place, .section, on: sheet, style: PlainText())
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    #expect(
      file.sections == [
        "11906×16838 start=1 title", "16838×11906 landscape start=1 title",
        "11906×16838 start=1 title",
      ])
  }

  @Test func anAnnexSaysWhoseContinuationItsPagesAre() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("Текст")
    for (text, orientation) in [("Додатка <1>", Orientation.portrait), ("Додатка 2", .landscape)] {
      let place = page.beginGroup()
      page.add("Додаток")
      var sheet = Sheet().part(lying: orientation, isAnnex: true)
      sheet.continuation = page.plainText(text.utf8.span)
      page.endGroup(place, .section, on: sheet, style: PlainText())
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    #expect(file.part("word/header3.xml").contains("<w:tab/><w:t>Додатка &lt;1&gt;</w:t>"))
    #expect(file.part("word/header4.xml").contains("<w:tab w:val=\"right\" w:pos=\"14570\"/>"))
    let text = file.part("word/document.xml")
    for part in ["rId5", "continuation1", "continuation2"] {
      #expect(text.contains("<w:headerReference w:type=\"default\" r:id=\"\(part)\"/>"))
    }
  }

  @Test func aLandscapePartIsCountedWithTheText() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("Текст")
    let place = page.beginGroup()
    page.add("Таблиця")
    page.endGroup(
      place, .section, on: Sheet().part(lying: .landscape, isAnnex: false), style: PlainText())
    page.add("Далі")
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(
      file.sections == ["11906×16838 start=1 title", "16838×11906 landscape", "11906×16838"])
  }

  @Test func spansAreMergedCells() throws {
    var page = DocumentBuilder(language: "uk")
    page.table(["Перша", "Друга", "Третя"]) { page in
      page.row {
        $0.cell("Ширша", columns: 2)
        $0.cell("Вища", rows: 2)
      }
      page.row {
        $0.cell("1")
        $0.cell("2")
      }
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    #expect(
      file.rows == [
        "head: Перша | Друга | Третя", "Ширша ×2 | Вища ↓", "1 | 2 |  ↑",
      ])
  }

  @Test func moreColumnsThanWordHasStandBelowOneAnother() throws {
    var page = DocumentBuilder(language: "uk")
    page.table((1...64).map(String.init)) { page in
      page.row { page in for number in 1...64 { page.cell("к\(number)") } }
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [] && file.rows == [])
    #expect(file.text.split(separator: "\n").count == 128)
  }

  @Test func aHeadingInTheTextIsOneOfWordsOwn() throws {
    var page = DocumentBuilder(language: "uk")
    for (level, role) in [(1, Role.heading), (3, .subheading), (1, .actType)] {
      let paragraph = Paragraph(page.running("Пропозиції"), role)
      page.document.blocks.append(.heading(level: level, paragraph))
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    let paragraphs = file.part("word/document.xml").split(separator: "<w:pStyle w:val=\"")
      .dropFirst()
    #expect(paragraphs.map { $0.prefix { $0 != "\"" } } == ["Heading1", "Heading3", "ActType"])
    #expect(
      file.part("word/styles.xml").contains(
        "<w:name w:val=\"heading 3\"/><w:basedOn w:val=\"Subheading\"/>"))
  }

  @Test func marksStandSideBySide() throws {
    var page = DocumentBuilder(language: "uk")
    let place = page.beginGroup()
    for (text, kind) in [("ПОГОДЖЕНО", Group.Kind.section), ("ЗАТВЕРДЖУЮ", .stamp)] {
      let mark = page.beginGroup()
      page.add(text)
      page.endGroup(mark, kind, style: PlainText())
    }
    page.endGroup(place, .place, style: PlainText())
    page.add("План")
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    let cells = file.part("word/document.xml").split(separator: "<w:tc>").dropFirst()
    #expect(cells.map { $0.contains("ПОГОДЖЕНО") } == [true, false])
    #expect(cells.map { $0.contains("<w:tcW w:w=\"4139\"") } == [false, true])
  }

  @Test func aPageMayCutTheRowBehindTheHead() throws {
    var page = DocumentBuilder(language: "uk")
    page.table(["Строк"]) { page in
      for text in ["травень", "червень"] { page.row { $0.cell(text) } }
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    let rows = file.part("word/document.xml").split(separator: "<w:tr>").dropFirst()
    #expect(rows.map { $0.contains("<w:cantSplit/>") } == [true, false, true])
  }

  @Test func aLongDayOfSigningBeginsFurtherLeft() throws {
    var page = DocumentBuilder(language: "uk")
    let (caption, name) = (page.running("(підпис)"), page.running("Ім’я ПРІЗВИЩЕ"))
    for date in ["1 травня 2027 р.", "«__» ______________________ 20__ р."] {
      let date = page.running(date)
      page.document.blocks.append(
        .signature(Signature(layout: .stacked, caption: caption, name: name, date: date)))
    }
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    let rows = file.part("word/document.xml").split(separator: "<w:tr>").dropFirst()
    #expect(rows.map { $0.contains("ПРІЗВИЩЕ") } == [false, true, false, true, false])
    #expect(
      rows.map { $0.contains("2027") || $0.contains("20__") } == [false, true, false, false, true])
  }

  @Test func boxesAreControlsAndMarksStandAmongTheWords() throws {
    var page = DocumentBuilder(language: "uk")
    let start = page.beginText()
    for isChecked in [true, false] {
      let place = page.beginInline()
      page.add((isChecked ? "так" : "ні").utf8.span)
      page.endInline(place) { .checkBox(isChecked: isChecked, label: $0) }
    }
    page.document.blocks.append(.paragraph(Paragraph(page.endText(start))))
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    #expect(file.text == "☒\u{A0}так\u{2003}☐\u{A0}ні\u{2003}\n")
    #expect(file.part("word/document.xml").contains("<w14:checked w14:val=\"1\"/>"))
  }

  @Test func drawingsArePicturesWithWords() throws {
    var page = DocumentBuilder(language: "uk")
    let title = page.plainText("Код «контрольної суми»".utf8.span)
    page.add(
      [Drawing.Rectangle(x: 10, y: 20, width: 30, height: 40)], width: 100, height: 200,
      title: title)
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [] && file.text.isEmpty)
    let document = file.part("word/document.xml")
    #expect(document.contains("descr=\"Код «контрольної суми»\""))
    #expect(document.contains("<wp:extent cx=\"360000\" cy=\"720000\"/>"))
    #expect(file.part("word/media/image1.png").hasPrefix("\u{FFFD}PNG"))
  }

  @Test func whatXMLDoesNotHoldIsLeftOut() throws {
    var page = DocumentBuilder(language: "uk")
    page.add("а\u{1}б\u{7F}в\u{9F} 🙂 e\u{301} שלום עולם далі")
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [])
    #expect(file.text == "абв 🙂 e\u{301} שלום עולם далі\n")
    // Hebrew runs from right to left.
    #expect(
      file.part("word/document.xml").contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">ש"))
  }

  @Test func thousandsOfNotesAndALongWordAreWritten() throws {
    var page = DocumentBuilder(language: "uk")
    page.add(String(repeating: "довгеслово", count: 1_000))
    let first = page.document.paragraphs.count
    for number in 1...5_000 {
      let text = page.running("Примітка \(number)")
      page.document.paragraphs.append(Paragraph(text, .footnote))
    }
    page.document.blocks.append(.footnotes(first..<page.document.paragraphs.count))
    let file = WordFile(try WordWriter().write(WordDocument(page.document)))
    #expect(file.faults == [] && file.text.split(separator: "\n").count == 5_001)
  }

  @Test func documentsOfOtherLooksHaveStylesOfTheirOwn() throws {
    var first = DocumentBuilder(language: "uk")
    first.add("Перший", .heading)
    let style = PageStyle(changes: [.heading: RoleStyle(size: 18)])
    var second = DocumentBuilder(language: "uk", style: style)
    second.add("Другий", .heading)
    let file = WordFile(
      try WordWriter().write(
        WordDocument(first.document), followedBy: [WordDocument(second.document)]))
    #expect(file.faults == [] && file.text == "Перший\nДругий\n")
    #expect(file.sections.count == 2)
    #expect(file.part("word/document.xml").contains("<w:pStyle w:val=\"Heading-2\"/>"))
  }

  @Test func aDocumentWithoutTextIsOne() throws {
    let empty = DocumentBuilder(language: "uk").document
    let file = WordFile(try WordWriter().write(WordDocument(empty)))
    #expect(file.faults == [] && file.text.isEmpty && file.sections.count == 1)
  }
}
