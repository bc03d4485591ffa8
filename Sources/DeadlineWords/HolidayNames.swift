package import Calendars

/// The names of public holidays as words may speak of them, with their days in each year.
package struct HolidayNames: Sendable {
  /// One name: the keys of its words, and its days.
  private struct Name {
    var words: [WordKey]
    var days: [Int: LocalDate]
  }

  private var names: [Name] = []

  /// No names at all.
  package init() {}

  /// The names in a calendar. New Year's Day is left out: «до Нового року» means the next year's.
  package init(_ calendar: WorkingCalendar) {
    for holiday in calendar.years.flatMap(\.holidays)
    where holiday.date.month != 1 || holiday.date.day != 1 {
      for spelling in holiday.name.split(whereSeparator: { $0 == "(" || $0 == ")" }) {
        let words = spelling.split(separator: " ").map { WordKey($0) }.filter { $0 != WordKey() }
        if let index = names.firstIndex(where: { $0.words == words }) {
          if let known = names[index].days[holiday.date.year], known != holiday.date {
            names[index].days[holiday.date.year] = nil
          } else {
            names[index].days[holiday.date.year] = holiday.date
          }
        } else if !words.isEmpty {
          names.append(Name(words: words, days: [holiday.date.year: holiday.date]))
        }
      }
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { names.isEmpty }

  /// The name whose words stand at the beginning of others in any case form, and how many they are;
  /// the longest of those that do. What a name ends with may be missing: «України».
  package func match(_ words: ArraySlice<DeadlineToken>) -> (number: Int, count: Int)? {
    var best: (number: Int, count: Int)?
    for (number, name) in names.enumerated() {
      let isDay = name.words[0] == Self.day
      let least = isDay ? 2 : name.words.last == Self.day ? name.words.count : 1
      var count = 0
      for (word, token) in zip(name.words, words) {
        guard Self.isForm(token.key, of: word) else { break }
        count += 1
      }
      // Another word of a name would make it another day: «День перемоги над …» is matched whole
      // or up to its second word.
      if count >= least, count > best?.count ?? 0 { best = (number, count) }
    }
    return best
  }

  /// The day of a name in a year, where the calendar knows it.
  package func day(_ number: Int, in year: Int) -> LocalDate? { names[number].days[year] }

  /// Whether a word may begin the name of a holiday that is not called a day.
  package static func mayBegin(_ key: WordKey) -> Bool {
    begins.contains { $0.sharesStem(with: key) }
  }

  private static let begins = ["великдень", "різдво", "трійця", "пасха", "міжнародний"].map {
    WordKey($0)
  }
  private static let day = WordKey("день")
  private static let dayForms = Set(["день", "дня", "дню", "днем"].map { WordKey($0) })

  private static func isForm(_ key: WordKey, of word: WordKey) -> Bool {
    if key == word { return true }
    if word == day { return dayForms.contains(key) }
    return word.sharesStem(with: key)
  }
}

extension HolidayNames {
  /// Whether a holiday falls on a day of the month in some year.
  package func falls(_ number: Int, onDay day: Int, month: Int) -> Bool {
    names[number].days.values.contains { $0.day == day && $0.month == month }
  }
}
