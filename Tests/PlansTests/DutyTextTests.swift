import Calendars
import Contents
import Deadlines
import Diagnostics
import Files
import Plans
import Schemas
import TestSupport
import Testing

@Suite struct DutyTextTests {
  private static let order = """
    вид: постанова
    акт:
      орган: Міністерство прикладів
      вид-акта: наказ
      дата: 03.02.2027
      номер: "45"
      назва: Про облік
      преамбула: "З метою обліку наказую:"
      пункти:
        - Відділу комплектування до 15.03.2027 описати фонд.
        - текст: Відділу обліку до 1 квітня 2027 р. звірити картки.
          строк: до 1 травня 2027 р.
        - текст: "Секторам:"
          пункти: ["скласти переліки щомісяця до 5 числа;", вести журнал.]
        - Затвердити порядок, що додається.
      підписувач: {посада: Міністр, піб: Петро ДУБ}
    """

  private static func plan(_ bytes: [UInt8]) -> PlanTree? {
    let kinds = KindLibrary(folders: TemplateFolders([Fixture.templates]))
    return PlanReader(kinds: kinds).read(SourceFile(name: "order", bytes: bytes)).first?.value
  }

  /// What was read from a text stands where the keys would, is marked, and is read from it again.
  @Test func areMarkedAndComeBack() throws {
    let plan = try #require(Self.plan(Array(Self.order.utf8)))
    let xml = plan.canonicalXML()
    let text = String(decoding: xml, as: UTF8.self)
    #expect(
      text.contains(
        """
        <deadlines read="text">
                  <deadline kind="day" to="2027-03-15">до 15.03.2027</deadline>
        """))
    #expect(text.contains("</deadlines>\n        <responsible read=\"text\">"))
    #expect(!text.contains("до 1 квітня 2027 р.</deadline>"))
    let again = try #require(Self.plan(xml))
    #expect(again.canonicalXML() == xml)
  }

  /// What a key says of a day, its text may say of the day of each month.
  @Test(arguments: [
    ("до 5 числа", "щомісяця до 5 числа скласти переліки", "every=\"P1M\""),
    ("до 15 січня", "щороку до 15 січня подавати звіт", "to=\"2028-01-15\""),
    ("до 15 травня", "до 15 травня подати звіт", "to=\"2027-05-15\""),
    ("до 5 числа", "скласти переліки", "<deadline>"),
    ("5 числа", "щомісяця до 15 числа скласти переліки", "<deadline>"),
    (
      "до 1 березня", "до 1 березня подати, а далі щороку до 1 березня звіряти",
      "to=\"2027-03-01\">"
    ),
  ])
  func aKeyMayBeAPartOfItsText(_ key: String, _ text: String, _ expected: String) throws {
    let order = Self.order.replacing(
      "Відділу обліку до 1 квітня 2027 р. звірити картки.", with: "Відділу обліку \(text)."
    ).replacing("до 1 травня 2027 р.", with: key)
    let xml = try #require(Self.plan(Array(order.utf8))).canonicalXML()
    let deadline = String(decoding: xml, as: UTF8.self).split(separator: "\n").first {
      $0.contains(">\(key)</deadline>")
    }
    #expect(try #require(deadline).contains(expected))
  }

  @Test(arguments: [
    ("Відділ обліку", true), ("відділу обліку", true), ("обліку", true), ("Відділ", true),
    ("Відділ облікових карток", false), ("Управління обліку", false), ("", true),
  ])
  func anExecutorIsFoundInAnyCase(_ wanted: String, _ isFound: Bool) {
    #expect(ExecutorName.holds("Відділу обліку стежок", wanted) == isFound)
    #expect(ExecutorName.holds("відділ у Сумській області", "Відділу в Сумській області"))
  }

  /// An act of March that wants something by February of every year first wants it in the next one.
  @Test func yearlyDutiesBeginBehindTheAct() throws {
    let text = Self.order.replacing("звірити картки.", with: "щороку до 1 лютого звітувати.")
      .replacing("      строк: до 1 травня 2027 р.\n", with: "")
      .replacing("до 1 квітня 2027 р. ", with: "")
    let plan = try #require(Self.plan(Array(text.utf8)))
    let xml = String(decoding: plan.canonicalXML(), as: UTF8.self)
    #expect(
      xml.contains(
        """
        from="2028-01-01" kind="recurrence" rules="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1" to="2028-02-01"
        """))
    let duties = DutyReader(folders: TemplateFolders([Fixture.templates])).duties(of: plan)
    #expect(duties[1].deadline?.end?.iso == "2028-02-01")
  }

  /// A key says it, else the text; a point that sets no duty is none.
  @Test func areListedWithTheOthers() throws {
    let plan = try #require(Self.plan(Array(Self.order.utf8)))
    let duties = DutyReader(folders: TemplateFolders([Fixture.templates])).duties(of: plan)
    #expect(
      duties.map { "\($0.who.joined()): \($0.words)\($0.isReadFromText ? " *" : "")" } == [
        "Відділу комплектування: до 15.03.2027 *", "Відділу обліку: до 1 травня 2027 р. *",
        "Секторам: щомісяця до 5 числа *", "Секторам:  *",
      ])
    #expect(duties[2].what == "Секторам: скласти переліки щомісяця до 5 числа;")
  }

  /// The texts of annexes are read as those of the act; what it gives to another act is not.
  @Test func areReadInAnnexes() throws {
    let annexes = """

        додатки:
          - назва: ПОРЯДОК обліку
            розділи:
              - назва: Облік
                абзаци: Відділу обліку до 1 березня 2027 р. звірити картки.
                пункти:
                  - текст: "Секторам:"
                    пункти: [до 5 березня 2027 р. скласти переліки.]
                  - текст: "У наказі № 3 викласти в такій редакції:"
                    редакція: Відділу обліку до 6 березня 2027 р. звірити картки.
      """
    let plan = try #require(Self.plan(Array((Self.order + annexes).utf8)))
    let duties = DutyReader(folders: TemplateFolders([Fixture.templates])).duties(of: plan)
    #expect(
      duties.dropFirst(4).map { "\($0.who.joined()): \($0.words)" } == [
        "Відділу обліку: до 1 березня 2027 р.", "Секторам: до 5 березня 2027 р.",
      ])
  }

  /// Neither a comment above nor another name of the file makes another duty of one.
  @Test func areKnownByThePlanAndThePlaceInIt() throws {
    let reader = DutyReader(folders: TemplateFolders([Fixture.templates]))
    let keys = { (text: String) in
      reader.duties(of: try #require(Self.plan(Array(text.utf8)))).map(\.key)
    }
    let first = try keys(Self.order)
    #expect(try keys("# коментар\n" + Self.order) == first)
    #expect(try keys(Self.order.replacing("15.03.2027", with: "16.03.2027")) == first)
    #expect(Set(first).count == first.count)
    #expect(try keys(Self.order.replacing("\"45\"", with: "\"46\"")) != first)
  }
}
