internal import Bytes
package import Calendars
internal import Markup
package import Plans

/// How far plans have come, by unit, as a plan of the kind `plans-status`.
package struct StatusReport {
  private struct Line {
    let title: String
    let year: Int?
    let standing: PlanStanding
    let isSealed: Bool
    let file: String
  }

  private let day: LocalDate
  private var units: [String: [Line]] = [:]
  private var faulty = 0
  /// How many plans there were of kinds that know no such states.
  package private(set) var passedBy = 0
  /// How many signatures bear a later day, and the first file that has one.
  package private(set) var later: (count: Int, file: String)?

  /// Makes a report of no plans.
  ///
  /// - Parameter day: the day that it speaks of.
  package init(on day: LocalDate) {
    self.day = day
  }

  /// Adds a plan, or counts one that cannot be read.
  package mutating func add(_ plan: PlanTree?, from file: String) {
    guard let plan, plan.isWhole else {
      faulty += 1
      return
    }
    guard let standing = PlanStanding(of: plan, on: day) else {
      passedBy += 1
      return
    }
    if standing.later > 0 {
      later = ((later?.count ?? 0) + standing.later, later?.file ?? file)
    }
    units[plan.unit, default: []].append(
      Line(
        title: plan.title, year: plan.year, standing: standing, isSealed: plan.isSealed, file: file)
    )
  }

  /// The report as a plan in JSON.
  package func json() -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.beginObject()
    writer.member("kind", "plans-status")
    writer.member("day", day.iso)
    writer.key("totals")
    writer.beginObject()
    let lines = units.values.joined()
    writer.member("plans", lines.count + faulty)
    for state in PlanState.allCases {
      writer.member(state.rawValue, lines.count { $0.standing.state == state })
    }
    writer.member("faulty", faulty)
    writer.endObject()
    if !units.isEmpty {
      writer.key("units")
      writer.beginArray()
      for unit in UkrainianOrder.sorted(units.keys) { write(unit, units[unit] ?? [], &writer) }
      writer.endArray()
    }
    writer.endObject()
    writer.endLine()
    return writer.take()
  }

  private func write(_ unit: String, _ lines: [Line], _ writer: inout JSONWriter) {
    writer.beginObject()
    if !unit.isEmpty { writer.member("name", unit) }
    writer.key("plans")
    writer.beginArray()
    let byTitle = Dictionary(grouping: lines, by: \.title)
    let ordered = UkrainianOrder.sorted(byTitle.keys).flatMap { title in
      (byTitle[title] ?? []).sorted { $0.file < $1.file }
    }
    for line in ordered {
      writer.beginObject()
      writer.member("title", line.title.isEmpty ? line.file : line.title)
      if let year = line.year { writer.member("year", year) }
      writer.member("state", line.standing.state.rawValue)
      if let awaited = line.standing.awaited {
        writer.member("awaited", awaited)
        if let since = line.standing.since { writer.member("since", since.iso) }
      }
      writer.key("sealed")
      writer.write(line.isSealed)
      writer.member("file", line.file)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes a key and its text.
  mutating func member(_ name: String, _ text: String) {
    key(named: name)
    write(text)
  }

  /// Writes a key and its number.
  mutating func member(_ name: String, _ number: Int) {
    key(named: name)
    write(number)
  }
}
