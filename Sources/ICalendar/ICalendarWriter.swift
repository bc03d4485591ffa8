package import Calendars
package import Deadlines

/// Writes deadlines as an iCalendar (RFC 5545) for calendar programs.
///
/// A deadline stands in it as a whole-day event on its last permitted day, which takes no time
/// from anybody's day; a recurrence as one event with its rule. What has no day (a standing duty,
/// a condition, a term counted from an event that nobody knows the day of) is left out.
package struct ICalendarWriter: Sendable {
  /// What one event says.
  package struct Entry: Sendable {
    /// The event's title.
    package var summary: String
    /// What else there is to say; empty where there is nothing.
    package var description: String
    /// Words to sort by, such as who owes it.
    package var categories: [String]
    /// When it is due.
    package var deadline: Deadline
    /// What tells it from all others and stays when its words or its day change.
    package var key: String

    /// Makes an entry.
    package init(
      _ summary: String, description: String = "", categories: [String] = [], deadline: Deadline,
      key: String
    ) {
      self.summary = summary
      self.description = description
      self.categories = categories
      self.deadline = deadline
      self.key = key
    }
  }

  private let asOf: LocalDate
  private let until: LocalDate?
  private let calendar: WorkingCalendar?

  /// Makes a writer for the day that the calendar is written as of.
  ///
  /// - Parameters:
  ///   - until: the last day that gets into it; nil for all days.
  ///   - calendar: what knows working days, of which a deadline may speak.
  package init(asOf: LocalDate, until: LocalDate? = nil, calendar: WorkingCalendar? = nil) {
    self.asOf = asOf
    self.until = until
    self.calendar = calendar
  }

  /// The calendar's bytes, or nil where no entry has a day: a calendar without events is none.
  ///
  /// The same entries give the same bytes, and an entry keeps its UID as long as its key stays.
  package func write(_ entries: [Entry]) -> [UInt8]? {
    var lines = ICalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Pysar//Deadlines//UK")
    lines.add("CALSCALE", "GREGORIAN")
    var identifiers: [String: Int] = [:]
    for entry in entries {
      guard let times = ICalendarTimes(entry.deadline, until: until, calendar) else { continue }
      let identifier = Self.identifier(of: entry.key)
      let count = identifiers[identifier, default: 0]
      identifiers[identifier] = count + 1
      lines.add("BEGIN", "VEVENT")
      lines.add("UID", identifier + (count > 0 ? "-\(count + 1)" : "") + "@pysar")
      lines.add("DTSTAMP", asOf.basic + "T000000Z")
      lines.add("DTSTART;VALUE=DATE", times.first.basic)
      if let rule = times.rule { lines.add("RRULE", rule) }
      if !times.others.isEmpty {
        lines.add("RDATE;VALUE=DATE", times.others.map(\.basic).joined(separator: ","))
      }
      lines.add("SUMMARY", text: [entry.summary])
      if !entry.description.isEmpty { lines.add("DESCRIPTION", text: [entry.description]) }
      if !entry.categories.isEmpty { lines.add("CATEGORIES", text: entry.categories) }
      lines.add("TRANSP", "TRANSPARENT")
      lines.add("END", "VEVENT")
    }
    lines.add("END", "VCALENDAR")
    return identifiers.isEmpty ? nil : lines.bytes
  }

  /// 128 bits of FNV-1a over a key.
  package static func identifier(of key: String) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in key.utf8 {
      hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
