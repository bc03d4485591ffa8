import Calendars
import Diagnostics
import Files
import Functions
import TestSupport
import Testing
import XML
import XPathLanguage

@Suite struct DeadlineFunctionTests {
  static func call(_ name: String, _ arguments: XPathValue...) -> String? {
    let calendar = CalendarReader.read(TemplateFolders([Fixture.templates])).value
    let functions =
      XPathFunction.deadlines + (calendar.map { XPathFunction.workingDays(in: $0) } ?? [])
    let words = arguments.map { argument in
      switch argument {
      case .string(let text): "'\(text)'"
      case .number(let number): number.isNaN ? "(0 div 0)" : "\(Int(number))"
      default: argument.string
      }
    }
    let tree = XMLTree(rootName: "plan")
    let evaluator = XPathEvaluator(functions: functions)
    guard
      let expression = try? XPathExpression("\(name)(\(words.joined(separator: ", ")))"),
      let xpath = try? evaluator.compile(expression)
    else { return nil }
    return evaluator.string(xpath, at: tree.root)
  }

  @Test func daysAreCounted() {
    #expect(Self.call("days-between", .string("2021-02-28"), .string("2021-03-01")) == "1")
    #expect(Self.call("days-between", .string("1 березня 2021 р."), .string("28.02.2021")) == "-1")
    #expect(Self.call("days-between", .string("?"), .string("2021-03-01")) == "NaN")
    #expect(Self.call("quarter", .string("2021-05-01")) == "2")
    #expect(Self.call("quarter", .string("")) == "NaN")
    #expect(
      Self.call("working-days-between", .string("2021-04-30"), .string("2021-05-11")) == "4")
    #expect(
      Self.call("working-days-between", .string("2021-04-30"), .string("2031-05-11")) == "NaN")
  }

  @Test(arguments: [
    ("2027-06-30", 5, "working", "2027-07-07"), ("2027-06-30", 1, "working", "2027-07-01"),
    ("2027-07-02", 1, "working", "2027-07-05"), ("2027-06-30", 5, "calendar", "2027-07-05"),
    ("2027-06-30", 3, "calendar", "2027-07-05"), ("2027-06-30", 0, "calendar", "2027-06-30"),
    ("", 5, "working", ""), ("2090-06-30", 5, "working", ""), ("2090-06-30", 5, "calendar", ""),
  ])
  func termsEnd(_ start: String, _ days: Int, _ count: String, _ end: String) {
    let found = Self.call("term-end", .string(start), .number(Double(days)), .string(count))
    #expect(found == end)
  }

  @Test(
    arguments: [
      "до 15 листопада", "IV квартал", "до 15 січня року, що настає за звітним", "щороку",
    ],
    [9e18, -9e18, 9_007_199_254_740_992])
  func aYearOfNoCalendarHasNoDays(_ words: String, _ year: Double) {
    #expect(Self.call("deadline-end", .string(words), .number(year)) == "")
  }

  @Test func deadlinesEnd() {
    #expect(Self.call("deadline-end", .string("до 15 листопада"), .number(2018)) == "2018-11-15")
    #expect(
      Self.call("deadline-end", .string("Червень-серпень / постійно"), .string("2021"))
        == "2021-08-31")
    #expect(Self.call("deadline-end", .string("постійно"), .number(2021)) == "")
    #expect(Self.call("deadline-end", .string("навесні, до 1 травня"), .number(2021)) == "")
    #expect(Self.call("deadline-end", .string("II квартал"), .number(.nan)) == "")
    #expect(Self.call("deadline-is-known", .string("II квартал"), .number(2021)) == "true")
    #expect(Self.call("deadline-is-known", .string("навесні"), .number(2021)) == "false")
    #expect(Self.call("deadline-is-known", .string(""), .number(2021)) == "false")
  }

  @Test(arguments: [
    ("Відділу зв’язку 28.03.2027 перевести годинники", true),
    ("забезпечити видатки у 2027 році", true), ("поліпшити взаємодію протягом 2027 року", true),
    ("подавати звіт щокварталу", true), ("подати звіт у десятиденний строк", true),
    ("звітувати у разі зміни показників", true), ("провести огляд під час свята", true),
    ("подати звіт за 2026 рік", false), ("взяти під особистий контроль звітність", false),
    ("передбачити у бюджеті на 2028 рік кошти", false),
    ("виконати наказ від 28.03.2027 № 5", false), ("скласти перелік п’яти доріг", false),
    ("розглянути до 5 заяв", false), ("діяти відповідно до плану", false),
    ("забезпечити роботу в межах кошторису на рік", false),
    ("відповідати за виконання плану", false), ("доповісти після завершення робіт", true),
  ])
  func sentencesSayWhen(_ text: String, _ isSaid: Bool) {
    #expect(Self.call("says-when", .string(text)) == String(isSaid))
  }
}
