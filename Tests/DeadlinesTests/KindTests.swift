import Calendars
import DeadlineGrammar
import Deadlines
import Diagnostics
import Files
import TestSupport
import Testing

/// `kinds.txt` and `kinds-aside.txt`: phrases by kind with what each must mean.
@Suite struct KindTests {
  struct Case: CustomTestStringConvertible {
    var phrase: String
    var expected: String
    var testDescription: String { phrase }
  }

  static let cases: [Case] = ["kinds.txt", "kinds-aside.txt"].flatMap(cases)

  private static func cases(of name: String) -> [Case] {
    let bytes = (try? Fixture("Tests/Expected/Deadlines/" + name).bytes()) ?? []
    var cases: [Case] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard !line.hasPrefix("#"), let arrow = line.firstRange(of: " => ") else { continue }
      cases.append(
        Case(
          phrase: String(line[..<arrow.lowerBound]), expected: String(line[arrow.upperBound...])))
    }
    return cases
  }

  static let reader: DeadlineReader = {
    let day = LocalDate(year: 2027, month: 1, day: 20)
    let folders = TemplateFolders([Fixture.templates])
    return DeadlineReader(
      PlanTimes(year: 2027, madeOn: day, inForceOn: day),
      calendar: CalendarReader.read(folders).value)
  }()

  @Test(arguments: cases) func means(_ sample: Case) {
    #expect(Self.reader.read(sample.phrase).meaning == sample.expected)
  }

  @Test func allAreThere() {
    #expect(Self.cases.count > 400)
  }
}

extension ReadDeadline {
  /// What it means, as `kinds.txt` writes it.
  var meaning: String {
    isKnown ? deadlines.map(\.meaning).joined(separator: "; ") : "?"
  }
}

extension Deadline {
  fileprivate var meaning: String {
    let stretch = "\(from?.iso ?? "")..\(to?.iso ?? "")"
    return switch kind {
    case .day: from == nil ? to?.iso ?? "" : stretch
    case .interval: stretch
    case .standing: from == nil ? "standing" : "standing " + stretch
    case .condition: "condition"
    case .relative: to.map { "relative " + $0.iso } ?? "relative"
    case .recurrence: recurrenceMeaning
    }
  }

  private var recurrenceMeaning: String {
    guard let every, let limit = LocalDate(year: 2035, month: 12, day: 31) else { return "" }
    let days = occurrences(until: limit)
    let times = every.timesInEach > 1 ? "×\(every.timesInEach)" : ""
    let ends = [days.first?.iso ?? "", days.count > 1 ? days.last?.iso ?? "" : nil]
    return every.duration + times + " " + ends.compactMap { $0 }.joined(separator: "~")
  }
}
