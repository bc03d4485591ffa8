internal import Deadlines

/// What a word means in the grammar of deadlines, whatever its case.
enum DeadlineWord: Equatable {
  /// After which prepositions a noun opens a condition: «за потреби», «у разі …».
  struct Prepositions: OptionSet {
    let rawValue: UInt8
    static let za = Self(rawValue: 1)
    static let u = Self(rawValue: 2)
    static let na = Self(rawValue: 4)
    static let `do` = Self(rawValue: 8)
    static let z = Self(rawValue: 16)
    static let po = Self(rawValue: 32)
    static let during = Self(rawValue: 64)
  }

  /// «і», or the Roman numeral.
  case loneI
  case roman(Int), ordinal(Int), cardinal(Int)
  /// What is left of «15-го» behind the hyphen.
  case ordinalSuffix
  case month(Int), unit(TimeUnit), half
  case dayOfMonth, decade, period, yearMark
  case every(TimeUnit), weekday(Int), each, time, times(Int)
  /// «вівторок», the day of the week itself.
  case dayName(Int)
  case until, by, since, from, into, on, `in`, about, through
  /// «о» before the hour, and «хв» behind the minutes.
  case at, minute
  case during, course
  case not, later, earlier, rarer, than, atLeast
  /// «більше», «може», «перевищувати»: «не більш як 10 днів», «не може перевищувати місяця».
  case more, may, exceeds
  case inclusive, starting, begin, end, whole, last
  case current, next, previous, coming, precedes, that, thisMark
  case standing, permanent, basis
  case and, but
  case working, calendar
  /// «д.» and «к.» of «5 р. д.», «10 к. д.».
  case dayMark, calendarMark
  /// «бюджетний», said of a year that is the calendar's.
  case ofBudget
  /// «навчальний», and «н.» of «н. р.».
  case school, schoolMark
  /// «семестр», «сезон», «опалювальний»: stretches that no calendar knows.
  case season
  case daysLong(TimeUnit)
  case long(Int, TimeUnit)
  case term
  /// A word that opens a condition by itself: «після», «відповідно».
  case opener
  case after, before
  /// «планово», which says nothing beside the parenthesis that follows it.
  case manner
  /// «негайно», «поетапно»: a condition, unless days follow.
  case promptly, gradually
  /// «крім», «орієнтовно»: what makes the words beside it say something else.
  case doubt
  case noun(Prepositions)
}
