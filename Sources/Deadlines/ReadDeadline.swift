package import Calendars

/// What was made of a text, and what was not.
package struct ReadDeadline: Sendable, Equatable {
  /// Why a part of a text says no time.
  package enum Fault: Sendable, Equatable {
    /// Its words are not of the grammar, or not in this order.
    case words
    /// The calendar has no such day; of which month and year the day was to be, where that much is
    /// clear.
    case noSuchDay(month: Int?, year: Int?)
    /// The day falls on another day of the week than the words say; which one, Monday being 1.
    case otherWeekday(Int)
    /// It may end with what it names or before it: «до квітня».
    case unclearEnd
    /// The stretch ends before it begins, or its year cannot be told.
    case unclearYear
    /// It names no year, and the plan is for several.
    case noYear
  }

  /// A part that was not understood.
  package struct Unread: Sendable, Equatable {
    /// Its place: offsets in Unicode scalars.
    package var range: Range<Int>
    /// Why.
    package var fault: Fault

    /// Makes a part.
    package init(range: Range<Int>, fault: Fault) {
      self.range = range
      self.fault = fault
    }
  }

  /// The deadlines that were understood, in the order of the text; none where a part of it was
  /// not: a word more may change what the others mean.
  package var deadlines: [Deadline] = []
  /// The parts that were not understood, in order.
  package var unread: [Unread] = []
  /// Whether a calendar's holidays could say more of the text.
  package var mayNameHoliday = false
  /// Whether it counts from a day of the act that it stands in.
  package var countsFromAct = false

  /// Makes the reading of a text that says nothing.
  package init() {}

  /// What a text says that names a time of no year, where there are several.
  package static func lackingYear(_ text: String) -> ReadDeadline {
    var result = ReadDeadline()
    result.unread = [Unread(range: 0..<text.unicodeScalars.count, fault: .noYear)]
    return result
  }

  /// Puts the parts that were not understood in order, and makes one of those between which only a
  /// separator stands.
  package mutating func mergeUnread() {
    guard unread.count > 1 else { return }
    var merged: [Unread] = []
    for part in unread.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = merged.last, last.fault == part.fault || last.range.overlaps(part.range),
        part.range.lowerBound <= last.range.upperBound + 2
      {
        let end = max(last.range.upperBound, part.range.upperBound)
        merged[merged.count - 1].range = last.range.lowerBound..<end
      } else {
        merged.append(part)
      }
    }
    unread = merged
  }

  /// The places of what was not understood.
  package var unknown: [Range<Int>] { unread.map(\.range) }

  /// Whether all of the text was understood, and there was something to understand.
  package var isKnown: Bool { unread.isEmpty && !deadlines.isEmpty }

  /// The last permitted day of all deadlines; nil where none names one, or not all is understood.
  package var end: LocalDate? { isKnown ? deadlines.compactMap(\.end).max() : nil }
}
