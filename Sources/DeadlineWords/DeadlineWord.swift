package import Deadlines

/// What a word means in the grammar of deadlines, whatever its case.
package enum DeadlineWord: Equatable, Sendable {
  /// After which prepositions a noun opens a condition: «за потреби», «у разі …».
  package struct Prepositions: OptionSet, Sendable {
    /// A bit for each preposition.
    package let rawValue: UInt8

    /// Makes a set of its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// «за».
    package static let za = Self(rawValue: 1)
    /// «у», «в».
    package static let u = Self(rawValue: 2)
    /// «на».
    package static let na = Self(rawValue: 4)
    /// «до».
    package static let `do` = Self(rawValue: 8)
    /// «з», «із», «зі».
    package static let z = Self(rawValue: 16)
    /// «по».
    package static let po = Self(rawValue: 32)
    /// «протягом», «упродовж».
    package static let during = Self(rawValue: 64)
  }

  /// «і», or the Roman numeral.
  case loneI
  case roman(Int), ordinal(Int), cardinal(Int)
  /// What is left of «15-го» behind the hyphen.
  case ordinalSuffix
  case month(Int), unit(TimeUnit), half
  case dayOfMonth, decade, period, yearMark
  case every(TimeUnit), weekday(Int), each, time, times(Int)
  /// «щодекади».
  case everyDecade
  /// «вівторок», the day of the week itself.
  case dayName(Int)
  case until, by, since, from, into, on, `in`, about, through, between
  /// «о» before the hour.
  case at
  case during, course
  case not, later, earlier, rarer, than, atLeast
  /// «більше», «може», «перевищувати»: «не більш як 10 днів», «не може перевищувати місяця».
  case more, may, exceeds
  case inclusive, starting, begin, end, whole, last
  case current, next, previous, coming, precedes, that, thisMark
  case standing, permanent, basis
  case and, or, but
  case working, calendar
  /// «вихідних», «святкових»: days without work.
  case dayOff
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
  /// «звіт», «інформація»: papers that are due.
  case paper
  /// «планово», which says nothing beside the parenthesis that follows it.
  case manner
  /// «негайно», «поетапно»: a condition, unless days follow.
  case promptly, gradually
  /// «крім», «орієнтовно»: what makes the words beside it say something else.
  case doubt
  case noun(Prepositions)
}
