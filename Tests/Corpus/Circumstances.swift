/// When and why the tasks of a plan were set, and how the one who typed it writes.
struct Circumstances {
  enum Occasion { case december, review, arrival(reason: (uk: String, en: String), Day) }

  static let year = 2026

  let occasion: Occasion
  let approved: Day
  let acknowledged: Day
  let slip: Slip?
  let isEnglish: Bool
  let isQuoted: Bool
  let isFolded: Bool
  let isFlow: Bool
  let hasComment: Bool
  let dates: Int

  init(_ servant: Servant, _ dice: inout Dice) {
    let chance = dice.roll(1000)
    let isOrdinary = servant.role != .specialist || servant.isTwin
    if !isOrdinary, chance < 40 {
      occasion = .review
      approved = Day(year: Self.year, month: 4, day: dice.pick([2, 3, 6, 7, 8, 9]))
    } else if !isOrdinary, chance < 70 {
      let day = Day(year: Self.year, month: dice.roll(1...5), day: dice.roll(9...20))
      occasion = .arrival(reason: dice.pick(Self.reasons), day)
      approved = day.adding(dice.roll(1...7)).workday(1)
    } else {
      occasion = .december
      approved = Day(year: Self.year - 1, month: 12, day: Self.december(servant, &dice))
    }
    let slip = dice.happens(380) && !servant.isTwin ? dice.pick(Slip.allCases) : nil
    self.slip = slip
    acknowledged =
      slip == .signedTooEarly
      ? approved.adding(-1).workday(-1) : approved.adding(dice.roll(2)).workday(1)
    isEnglish = dice.happens(125)
    isQuoted = dice.happens(100)
    isFolded = dice.happens(125)
    isFlow = dice.happens(200)
    hasComment = dice.happens(250)
    dates = dice.roll(3)
  }

  /// Whether the tasks were set or changed in the course of the year.
  var isLate: Bool {
    if case .december = occasion { false } else { true }
  }

  private static let reasons = [
    ("призначення", "appointment"), ("призначення", "appointment"), ("переведення", "transfer"),
    ("поновлення", "reinstatement"), ("відсутність", "absence"),
  ]

  /// The day in December: heads first, then their deputies, then everyone else.
  private static func december(_ servant: Servant, _ dice: inout Dice) -> Int {
    switch (servant.role, servant.unit) {
    case (.head, nil): dice.pick([9, 10, 11])
    case (.deputy, nil): dice.pick([12, 15])
    case (.head, _): dice.pick([16, 17])
    case (.deputy, _): dice.pick([18, 19])
    case (.specialist, _): dice.pick([22, 23, 24, 26, 29, 30])
    }
  }
}

/// A day, as plans write it.
struct Day {
  let year: Int
  let month: Int
  let day: Int

  /// The day so many days later, in the same month.
  func adding(_ days: Int) -> Day {
    Day(year: year, month: month, day: day + days)
  }

  /// The day, or the nearest one in a direction that is no Saturday or Sunday.
  func workday(_ direction: Int) -> Day {
    // Zeller's congruence; 0 is Saturday.
    let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
    let weekday = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return weekday < 2 ? adding(direction).workday(direction) : self
  }

  /// `2025-12-22`, `22.12.2025` or `22 грудня 2025 р.`
  func written(_ style: Int) -> String {
    let (day, month) = (Self.two(day), Self.two(month))
    return switch style {
    case 0: "\(year)-\(month)-\(day)"
    case 1: "\(day).\(month).\(year)"
    default: "\(self.day) \(Self.months[self.month - 1]) \(year) р."
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let months = [
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
    "жовтня", "листопада", "грудня",
  ]
}
