import Calendars
import DeadlineGrammar
import Deadlines
import TestSupport
import Testing

@Suite struct PhrasePropertyTests {
  /// A piece of a phrase and the years that its dates may lie in, the plan's being 2027.
  private struct Piece {
    var text: String
    var years: Set<Int>
  }

  private static let months = [
    "січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень",
    "вересень", "жовтень", "листопад", "грудень",
  ]
  private static let romans = ["I", "II", "III", "IV", "І", "ІІ", "ІІІ", "ІV"]
  private static let dashes = ["-", " - ", "–", " – ", " — ", "—"]

  /// A piece with a year of its own, or with the plan's.
  private static func piece(_ random: inout Seeded) -> Piece {
    let year = Int.random(in: 2024...2031, using: &random)
    let isStated = Bool.random(using: &random)
    let month = Int.random(in: 0..<12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    let later = Int.random(in: month..<12, using: &random)
    let dash = random.pick(dashes)
    let genitive = LocalDate.genitiveMonths[month]
    let ofYear = isStated ? random.pick([" \(year) року", " \(year) р.", " \(year)"]) : ""
    let years: Set<Int> = [isStated ? year : 2027]
    let two = "\(year)\(dash)\(year + 2)"
    let span: Set<Int> = [year, year + 1, year + 2]
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return Piece(text: "до \(day) \(genitive)" + ofYear, years: years)
    case 1: return Piece(text: months[month] + ofYear, years: years)
    case 2: return Piece(text: random.pick(romans) + " квартал" + ofYear, years: years)
    case 3: return Piece(text: "\(months[month])\(dash)\(months[later])" + ofYear, years: years)
    case 4: return Piece(text: "I\(dash)IV квартали \(two) років", years: span)
    case 5: return Piece(text: "\(day) \(genitive) \(year) і \(year + 2) років", years: span)
    case 6: return Piece(text: "\(year) рік, II квартал", years: [year])
    case 7: return Piece(text: "протягом \(two) років", years: span)
    case 8: return Piece(text: "до \(day).0\(month % 9 + 1).\(year)", years: [year])
    case 9: return Piece(text: "щокварталу" + (isStated ? " \(year) року" : ""), years: years)
    case 10: return Piece(text: "щокварталу до \(day) числа", years: [2027, 2028])
    case 11: return Piece(text: "щороку до \(day) \(genitive)", years: [2027])
    case 12: return Piece(text: "до кінця \(genitive)" + ofYear, years: years)
    case 13: return Piece(text: "друга половина \(genitive)" + ofYear, years: years)
    case 14: return Piece(text: "\(random.pick(romans)), IV квартали" + ofYear, years: years)
    default: return Piece(text: "\(year)/\(year + 1) навчальний рік", years: [year, year + 1])
    }
  }

  private static func composition(_ random: inout Seeded) -> Piece {
    var result = piece(&random)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let next = piece(&random)
      result.text += random.pick(["; ", ", ", " та ", " / ", ": ", " "]) + next.text
      result.years.formUnion(next.years)
    }
    return result
  }

  private static func days(of deadline: Deadline) -> [LocalDate] {
    guard let limit = LocalDate(year: 2040, month: 12, day: 31) else { return [] }
    return [deadline.from, deadline.to, deadline.end].compactMap { $0 }
      + deadline.occurrences(until: limit)
  }

  /// Whatever is put beside whatever: no date lies in a year that the words do not name.
  @Test func noDateLiesOutsideTheYearsNamed() {
    var random = Seeded(11)
    var known = 0
    for _ in 0..<20_000 {
      let phrase = Self.composition(&random)
      let read = DeadlineReader(year: 2027).read(phrase.text)
      known += read.isKnown ? 1 : 0
      // What recurs goes on from the plan's year to the last named, and a report on the last
      // quarter is of the year behind it.
      let recurring = (phrase.years.union([2027]).min() ?? 0)...(phrase.years.max() ?? 0) + 1
      let strange = read.deadlines.flatMap { deadline in
        Self.days(of: deadline).filter { day in
          deadline.every == nil
            ? !phrase.years.contains(day.year) : !recurring.contains(day.year)
        }
      }
      #expect(strange.isEmpty, "\(phrase.text): \(strange.map(\.iso))")
    }
    #expect(known > 10_000)
  }

  /// A word that is not known, wherever it stands, leaves no date.
  @Test func anUnknownWordLeavesNoDate() {
    var random = Seeded(12)
    for _ in 0..<20_000 {
      let phrase = Self.composition(&random).text
      guard DeadlineReader(year: 2027).read(phrase).isKnown else { continue }
      var words = phrase.split(separator: " ")
      let place = Int.random(in: 0...words.count, using: &random)
      words.insert(random.pick(["тарам", "осіб", "бібліотечного", "крім", "Ґедз"]), at: place)
      let text = words.joined(separator: " ")
      let read = DeadlineReader(year: 2027).read(text)
      // A colon behind nothing but the word makes it what the deadline is for.
      if place == 0, words.count > 1, words[1] == ":" { continue }
      #expect(read.deadlines.flatMap(Self.days).isEmpty, "\(text)")
    }
  }

  /// Any words in any order: nothing crashes, and every place lies within the text.
  @Test func anyWordsHavePlacesWithinTheText() {
    let words = PhraseTests.cases.flatMap { $0.line.dropFirst(5).split(separator: " ") }
    let marks = [" ", " ", " ", ", ", "; ", " - ", "-", " (", ") ", "/", ".", " і ", " та "]
    var random = Seeded(20)
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += random.pick(words) + random.pick(marks)
      }
      let read = DeadlineReader(year: random.pick([2021, 1000, 9999, nil])).read(text)
      let whole = 0..<text.unicodeScalars.count
      let places = read.unknown + read.deadlines.map(\.range)
      #expect(
        places.allSatisfy { whole.contains($0.lowerBound) && $0.upperBound <= whole.upperBound })
      #expect(
        zip(read.unknown, read.unknown.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(!read.deadlines.isEmpty || !read.unknown.isEmpty)
      for deadline in read.deadlines {
        if let from = deadline.from, let to = deadline.to { #expect(from <= to) }
        guard let limit = LocalDate(year: 2022, month: 1, day: 1) else { continue }
        let days = deadline.occurrences(until: limit)
        #expect(days == days.sorted())
      }
    }
  }
}
