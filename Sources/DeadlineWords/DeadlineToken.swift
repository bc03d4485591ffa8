internal import Deadlines

/// A piece of a deadline's text: a word by its meaning, a number, a written date or a mark.
package struct DeadlineToken: Equatable {
  /// What it is.
  package enum Kind: Equatable {
    case word(DeadlineWord)
    case unknownWord
    case number(Int)
    case date(day: Int, month: Int, year: Int?)
    /// «05.2027», a month of a year.
    case month(Int, year: Int)
    case clock(hour: Int, minute: Int)
    case comma, semicolon, slash, stop, colon, dash, open, close
    /// A mark that means nothing here.
    case mark

    /// Whether it names a part of the year.
    package var isPartOfYear: Bool {
      switch self {
      case .word(.month), .word(.unit(.quarter)), .word(.unit(.halfYear)), .date, .month: true
      default: false
      }
    }

    /// Whether it may name an event: a word that has no days in the calendar.
    package var isOfEvent: Bool {
      switch self {
      case .unknownWord, .word(.noun): true
      default: false
      }
    }
  }

  /// What it is.
  package var kind: Kind
  /// Where it begins, in Unicode scalars from the start of the text.
  package var start: Int
  /// Where it ends: the scalar behind its last one.
  package var end: Int
  /// Whether white space stands before it.
  package var hasSpaceBefore: Bool
  /// The letters of a word, or of a number’s ending.
  package var key = WordKey()

  /// Whether it is something that lasts: a period, «сезону», «роботи».
  package var isLasting: Bool {
    switch kind {
    case .word(.term), .word(.period), .word(.season): true
    default: DeadlineLexicon.isLasting(key)
    }
  }
}
