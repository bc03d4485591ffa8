import Calendars
import DeadlineGrammar
import Deadlines
import TestSupport
import Testing

/// `phrases.txt`: each phrase with its plan's year, and below it what is understood of it.
@Suite struct PhraseTests {
  struct Case: CustomTestStringConvertible {
    var line: String
    var expected: [String]
    var testDescription: String { line }

    /// What is understood, a line each.
    var actual: [String] {
      let phrase = line.dropFirst(5).replacing("\\n", with: "\n")
        .replacing("\\_", with: "\u{A0}").replacing("\\-", with: "\u{AD}")
      return DeadlineReader(year: Int(line.prefix(4))).read(String(phrase))
        .lines(of: String(phrase)).map { "  " + $0.replacing("\n", with: "\\n") }
    }
  }

  static let path = "Tests/Expected/Deadlines/phrases.txt"

  /// The lines of the file; each phrase with the lines that say what it means.
  static let cases: [Case] = {
    let bytes = (try? Fixture(path).bytes()) ?? []
    var cases: [Case] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("  ") {
        cases[cases.count - 1].expected.append(String(line))
      } else if !line.hasPrefix("#") {
        cases.append(Case(line: String(line), expected: []))
      }
    }
    return cases
  }()

  @Test(arguments: cases) func isUnderstood(_ sample: Case) {
    #expect(sample.actual == sample.expected)
  }

  /// The same as a whole, so that `make accept` can rewrite the file.
  @Test func fileIsAsExpected() throws {
    var result = ""
    let text = String(decoding: try Fixture(Self.path).bytes(), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    where !line.hasPrefix("  ") {
      result += line + "\n"
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      for meaning in Case(line: String(line), expected: []).actual { result += meaning + "\n" }
    }
    expectFile(result, matches: Self.path)
  }

  @Test func withoutThePlansYearDatesWithoutAYearHaveNoDays() {
    let reader = DeadlineReader(year: nil)
    #expect(reader.read("до 15 листопада").lines(of: "до 15 листопада") == ["day"])
    #expect(reader.read("I квартал").deadlines.map(\.line) == ["interval"])
    #expect(reader.read("до 15 листопада 2021 р.").end?.iso == "2021-11-15")
    #expect(reader.read("31 листопада").isKnown == false)
  }

  @Test func theReportingPeriodMayBeOtherThanTheYear() throws {
    let start = try #require(LocalDate(year: 2021, month: 4, day: 12))
    let end = try #require(LocalDate(year: 2021, month: 12, day: 31))
    let reader = DeadlineReader(year: 2021, period: start...end)
    #expect(
      reader.read("протягом звітного періоду").deadlines.map(\.line)
        == ["interval 2021-04-12..2021-12-31"])
    #expect(
      reader.read("щокварталу").deadlines.map(\.line)
        == ["recurrence 2021-04-12..2021-12-31 P3M"])
  }

  @Test func placesAreCountedInScalars() {
    let reader = DeadlineReader(year: 2021)
    #expect(reader.read("🖋 навесні; до\u{A0}1 травня").unknown == [0..<9])
    #expect(reader.read("🖋: до\u{A0}1 травня").deadlines.map(\.range) == [3..<14])
  }

  @Test func textThatIsNoDeadlineIsReadQuickly() {
    let reader = DeadlineReader(year: 2021)
    for part in ["після, ", "х - після, ", "у разі та ", "(", "1, ", "і ", "до 1 - ", "раз на "] {
      let text = String(repeating: part, count: 20_000)
      #expect(!reader.read(text).isKnown)
    }
  }
}
