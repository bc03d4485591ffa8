import Batches
import Diagnostics
import Reports
import Testing

struct ProgressTextTests {
  @Test(arguments: [
    (12_000, 165_000, 2.926, "12 000 з 165 000, 4 101 за секунду, лишилося 38 с"),
    (0, 165_000, 5.0, "0 з 165 000"),
    (5, 100, 20.0, "5 з 100, 0,3 за секунду, лишилося 6 хв 20 с"),
    (1_000, 165_000, 60.0, "1 000 з 165 000, 17 за секунду, лишилося 2 год 44 хв"),
    (100, 100, 10.0, "100 з 100, 10 за секунду"),
    (0, 0, 0.0, "0 з 0"),
    (7, 5, 0.0, "5 з 5"),
  ])
  func aLogSaysHowFar(_ done: Int, _ total: Int, _ seconds: Double, _ expected: String) {
    #expect(ProgressText(done: done, total: total, elapsed: .seconds(seconds)).line == expected)
  }

  @Test func englishIsEnglish() {
    let text = ProgressText(done: 12_000, total: 165_000, elapsed: .seconds(90), language: .en)
    #expect(text.line == "12,000 of 165,000, 133 a second, 19 min 8 s left")
    #expect(
      text.bar(columns: 70) == "█░░░░░░░░░░░░░░░   7%  12,000 of 165,000  133/s  19 min 8 s left")
  }

  @Test(arguments: [
    (100, "████████████████░░░░░░░░░░░░░░░░░░░░░░░░  42 %  69 300 з 165 000  4 331/с  ще 23 с"),
    (70, "██████░░░░░░░░░░  42 %  69 300 з 165 000  4 331/с  ще 23 с"),
    (60, " 42 %  69 300 з 165 000  4 331/с  ще 23 с"),
    (50, " 42 %  69 300 з 165 000  4 331/с  ще 23 с"),
    (30, " 42 %  ще 23 с"),
    (10, " 42 %"),
    (3, ""),
    (0, ""),
  ])
  func aTerminalShowsWhatItHasRoomFor(_ columns: Int, _ expected: String) {
    let text = ProgressText(done: 69_300, total: 165_000, elapsed: .seconds(16))
    #expect(text.bar(columns: columns) == expected)
  }

  @Test func theBarKeepsItsLength() {
    let bars = (0...165).map { done in
      ProgressText(done: done * 1000, total: 165_000, elapsed: .seconds(done * done)).bar(
        columns: 80
      )
      .prefix { $0 == "█" || $0 == "░" }
    }
    #expect(Set(bars.map(\.count)) == [26])
    let filled = bars.map { bar in bar.count { $0 == "█" } }
    #expect(filled == filled.sorted())
    #expect(filled.first == 0 && filled.last == 26)
  }

  @Test func noLineReachesTheLastColumn() {
    for language in Language.allCases {
      for columns in 0...200 {
        for done in [0, 1, 99_999, 100_000] {
          let text = ProgressText(
            done: done, total: 100_000, elapsed: .seconds(1234), language: language)
          #expect(text.bar(columns: columns).count < max(columns, 1))
        }
      }
    }
  }
}
