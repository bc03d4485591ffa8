package import Calendars

/// What a plan knows of time that the words of its deadlines refer to.
package struct PlanTimes: Sendable, Hashable {
  /// The plan's year, which dates without one belong to; without it they have no days.
  package var year: Int?
  /// The «звітний період» of the plan where it is not the whole year.
  package var period: ClosedRange<LocalDate>?
  /// The day on which its act was made.
  package var madeOn: LocalDate?
  /// The day on which its act came into force.
  package var inForceOn: LocalDate?

  /// Makes what is known.
  package init(
    year: Int?, period: ClosedRange<LocalDate>? = nil, madeOn: LocalDate? = nil,
    inForceOn: LocalDate? = nil
  ) {
    self.year = year
    self.period = period
    self.madeOn = madeOn
    self.inForceOn = inForceOn
  }
}
