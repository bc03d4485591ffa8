import Documents
import PageLayout
import TestSupport
import Testing

/// Long plans, laid out and read back page by page.
struct LongPlanTests {
  private static let heads = ["Номер", "Завдання", "Показники", "Строк"]

  /// A plan of some dozen tasks with more or fewer rows, with signatures below or none.
  private func plan(_ seed: UInt64) throws -> PDFFile {
    var random = Seeded(seed)
    func words(_ range: ClosedRange<Int>) -> String {
      let count = Int.random(in: range, using: &random)
      return (0..<count).map { _ in
        random.pick(["звіт", "підготовлено", "проаналізовано", "та", "щодо", "громадськість"])
      }.joined(separator: " ")
    }
    var page = DocumentBuilder(
      language: "uk",
      style: PageStyle(sheet: Sheet(orientation: seed % 2 == 0 ? .portrait : .landscape)))
    page.add("Назва плану", .heading)
    let tasks = Int.random(in: 4...12, using: &random)
    page.table(
      Self.heads, widths: [10, 30, 40, 20],
      groups: (1...tasks).map { task in
        let rows = random.pick([1, 2, 3, 5, 9, 40])
        let (title, texts) = (words(2...40), (1...rows).map { _ in words(1...60) })
        return { page in
          for (index, text) in texts.enumerated() {
            page.row { page in
              if index == 0 {
                page.cell("\(task).", rows: rows)
                page.cell("завдання-\(task) \(title)", scope: .rowgroup, rows: rows)
              }
              page.cell("показник-\(task)-\(index) \(text)")
              page.cell("квартал")
            }
          }
        }
      })
    for _ in 0..<seed % 3 {
      let (position, name) = (page.running("посада-підпису"), page.running("Власне ІМ’Я"))
      let caption = page.running("(підпис)")
      page.document.blocks.append(
        .signature(
          Signature(layout: .stacked, position: position, caption: caption, name: name)))
    }
    return PDFFile(try PDFWriter().write(page.document))
  }

  @Test func aTaskOfManyPagesIsNamedOnEach() throws {
    var page = DocumentBuilder(language: "uk")
    page.table(
      Self.heads,
      groups: [
        { page in
          for row in 1...700 {
            page.row { page in
              if row == 1 {
                page.cell("1.", rows: 700)
                page.cell("завдання", scope: .rowgroup, rows: 700)
              }
              page.cell("показник \(row)")
              page.cell("квартал")
            }
          }
        }
      ])
    let file = PDFFile(try PDFWriter().write(page.document))
    #expect(file.faults == [] && file.pages.count > 10)
    #expect(file.pages.allSatisfy { $0.text.contains("завдання") })
    #expect(file.pages.dropFirst().allSatisfy { $0.text.contains("(продовження)") })
    let rows = file.text.matches(of: /показник (\d+)/).map { Int($0.1) }
    #expect(rows == Array(1...700))
  }

  @Test(arguments: 0..<65 as Range<UInt64>) func everyPageSaysWhatItsRowsAre(_ seed: UInt64) throws
  {
    let file = try plan(seed)
    #expect(file.faults == [] && file.pages.count > 1)
    for (index, page) in file.pages.enumerated() {
      let text = page.text
      let isLast = index + 1 == file.pages.count
      // The number of the page, from the second one.
      if index > 0 { #expect(page.runs.first?.text == String(index + 1)) }
      let tasks = text.matches(of: /показник-(\d+)-/).map { String($0.1) }
      #expect(!tasks.isEmpty || !text.contains("(підпис)"), "\(seed): a signature stands alone")
      for task in Set(tasks) {
        #expect(text.contains("завдання-\(task) "), "\(seed): page \(index + 1) names task \(task)")
      }
      if !tasks.isEmpty {
        #expect(Self.heads.allSatisfy(text.contains), "\(seed): page \(index + 1) has the head")
      }
      let filled = (page.height - 56.7 - page.bottom) / (page.height - 113.4)
      #expect(isLast || filled > 1.0 / 3, "\(seed): page \(index + 1) is filled")
      #expect(page.bottom >= 56, "\(seed): page \(index + 1) ends above the margin")
    }
    // What is repeated is no part of the text.
    #expect(!file.text.contains("продовження"))
  }
}
