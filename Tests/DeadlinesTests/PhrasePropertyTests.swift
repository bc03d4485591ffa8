import Deadlines
import TestSupport
import Testing

@Suite struct PhrasePropertyTests {
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
