import Documents
import Testing

@Suite struct TextBlockTests {
  static let cases: [(String, [Block], String)] = [
    (
      "headings and paragraphs",
      [
        .heading(level: 1, Paragraph([.text("ПОСТАНОВА")])),
        .paragraph(Paragraph([.text("від 1 січня")], alignment: .center)),
        .paragraph(Paragraph([.text("Перше слово тексту і ще кілька слів.")], .indented)),
        .paragraph(Paragraph([.text("Друге.")], .indented)),
        .paragraph(Paragraph([.text("Інше.")])),
      ],
      """
                ПОСТАНОВА
               від 1 січня

          Перше слово тексту і ще
      кілька слів.
          Друге.

      Інше.
      """
    ),
    (
      "fields",
      [
        .fields([
          Field(
            label: [.text("Найменування державного органу")],
            values: [Field.Value([.text("Міністерство")])]),
          Field(
            label: [.text("Посада")],
            values: [Field.Value([.text("Спеціаліст")], caption: [.text("(посада)")])]),
          Field(label: [.text("Дата")], values: [Field.Value([])]),
          Field(label: [.text("Без місця")], values: []),
        ])
      ],
      """
      Найменування
      державного
      органу        Міністерство
      Посада        Спеціаліст
                    (посада)
      Дата          ________________
      Без місця
      """
    ),
    (
      "check boxes and lines to write on",
      [
        .paragraph(Paragraph([.checkBox(isChecked: true, label: [.text("так")])])),
        .paragraph(Paragraph([.checkBox(isChecked: false, label: [.text("ні")])])),
        .paragraph(Paragraph([.text("Дата "), .underline([]), .text(".")])),
      ],
      """
      [x] так
      [ ] ні

      Дата __________.
      """
    ),
    (
      "lists",
      [
        .list(ordered: true, items: [Paragraph([.text("раз")]), Paragraph([.text("два")])]),
        .list(ordered: false, items: [Paragraph([.text("довгий рядок, що не вміщується")])]),
      ],
      """
      1. раз
      2. два

      • довгий рядок, що не
        вміщується
      """
    ),
    (
      "signatures",
      [
        .signature(
          Signature(
            layout: .stacked, position: [.text("Начальник")], caption: [.text("(підпис)")],
            name: [.text("П. П. Петренко")], date: [.text("20 грудня")])),
        .signature(
          Signature(
            layout: .line, position: [.text("Прем’єр-міністр України")],
            name: [.text("Д. ШМИГАЛЬ")])),
      ],
      """
      Начальник
      ____________
        (підпис)      П. П. Петренко
      20 грудня

      Прем’єр-міністр
      України             Д. ШМИГАЛЬ
      """
    ),
    (
      "a stamp, footnotes and a new page",
      [
        .group(
          Group(
            .stamp,
            blocks: [
              .paragraph(Paragraph([.text("ЗАТВЕРДЖЕНО")])),
              .paragraph(Paragraph([.text("наказом")])),
            ])),
        .paragraph(Paragraph([.text("Текст")])),
        .drawing(title: "Не для тексту", [Drawing.Rectangle(x: 0, y: 0, width: 9, height: 9)]),
        .footnotes([Paragraph([.text("* Примітка")])]),
        .pageBreak,
        .paragraph(Paragraph([.text("Кінець")])),
      ],
      """
                                    ЗАТВЕРДЖЕНО
                                    наказом

      Текст

      ────────────────────
      * Примітка



      Кінець
      """
    ),
  ]

  @Test(arguments: cases)
  func isWritten(_ name: String, _ blocks: [Block], _ expected: String) {
    let bytes = TextWriter(width: name.hasPrefix("a stamp") ? 60 : 30).write(
      Document(title: "", blocks: blocks))
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
  }

  @Test(arguments: [20, 25, 80])
  func controlCharactersAreNotWritten(_ width: Int) {
    let text = text(
      .paragraph(Paragraph([.text("а\u{1B}[31m\u{0}\u{9B}б\tв\r\nг")])), width: width)
    #expect(text == "а[31mб в  г")
  }
}
