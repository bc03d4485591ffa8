internal import Calendars
package import Deadlines
package import Diagnostics
package import Files
package import Schemas
package import XML

/// Puts what the words for deadlines mean beside them in the tree: the attributes `kind`, `from`,
/// `to`, `every`, `times` and `days`. Plans repeat their phrases, so what was read is remembered.
package final class DeadlineAnnotator {
  private struct Phrase: Hashable {
    let text: [UInt8]
    let year: Int?

    func hash(into hasher: inout Hasher) {
      unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private struct Reading {
    let attributes: [(name: XMLName, value: [UInt8])]
    let unread: [ReadDeadline.Unread]
    let countsFromAct: Bool
  }

  private let folders: TemplateFolders
  private var readings: [Phrase: Reading] = [:]
  private let events = EventReader()
  /// How many phrases are remembered before all are forgotten.
  private static let limit = 8192
  /// The working calendar, read when a phrase first needs it: few do.
  private lazy var calendar = CalendarReader.read(folders).value

  /// Makes an annotator that knows the calendar of these folders.
  package init(folders: TemplateFolders) {
    self.folders = folders
  }

  /// Annotates the deadlines of a plan; what is not understood is a warning at its place.
  package func annotate(
    _ root: XMLNode, _ kind: Kind, in source: SourceFile, range: (XMLNode) -> SourceRange
  ) -> [Diagnostic] {
    var deadlines: [XMLNode] = []
    findDeadlines(in: root, kind.deadlineNames, &deadlines)
    guard !deadlines.isEmpty else { return [] }
    let year = root.year(of: kind.schema)
    var warnings: [Diagnostic] = []
    for node in deadlines {
      var reading = reading(of: Phrase(text: node.textBytes, year: year))
      if reading.countsFromAct { reading = self.reading(of: node, events.times(of: root, kind)) }
      for (name, value) in reading.attributes { node.setAttribute(name, value.span) }
      if reading.unread.isEmpty || node.attribute("ditto") != nil { continue }
      for unread in reading.unread {
        warnings.append(
          DeadlineFaults.warning(of: unread, in: node.stringValue, source, at: range(node)))
      }
    }
    return warnings
  }

  /// What a text means in a plan, for who lists its duties.
  package func read(_ text: String, in root: XMLNode, _ kind: Kind) -> ReadDeadline {
    let times = events.times(of: root, kind)
    let read = DeadlineReader(times, calendar: nil).read(text)
    guard read.mayNameHoliday || read.countsFromAct else { return read }
    return DeadlineReader(times, calendar: calendar).read(text)
  }

  private func findDeadlines(in node: XMLNode, _ names: XMLNames, _ found: inout [XMLNode]) {
    var next = node.firstChild
    if next?.isText ?? false, names.hold(node) { found.append(node) }
    while let child = next {
      if child.isElement { findDeadlines(in: child, names, &found) }
      next = child.nextSibling
    }
  }

  private func reading(of phrase: Phrase) -> Reading {
    if let known = readings[phrase] { return known }
    if readings.count > Self.limit { readings.removeAll(keepingCapacity: true) }
    let text = String(decoding: phrase.text, as: UTF8.self)
    var read = DeadlineReader(year: phrase.year).read(text)
    if read.mayNameHoliday, let calendar {
      read = DeadlineReader(PlanTimes(year: phrase.year), calendar: calendar).read(text)
    }
    let reading = Self.reading(read)
    readings[phrase] = reading
    return reading
  }

  private func reading(of node: XMLNode, _ times: PlanTimes) -> Reading {
    Self.reading(DeadlineReader(times, calendar: calendar).read(node.stringValue))
  }

  private static func reading(_ read: ReadDeadline) -> Reading {
    Reading(
      attributes: attributes(of: read.deadlines), unread: read.unread,
      countsFromAct: read.countsFromAct)
  }

  /// The attributes of one deadline, or of several: from the first day to the last, and every day
  /// where there are more than one.
  private static func attributes(of deadlines: [Deadline]) -> [(name: XMLName, value: [UInt8])] {
    guard let first = deadlines.first else { return [] }
    let isMixed = deadlines.contains { $0.kind != first.kind }
    var result = [("kind", isMixed ? "several" : first.kind.rawValue)]
    if let from = deadlines.compactMap(\.from).min() { result.append(("from", from.iso)) }
    if let to = deadlines.compactMap(\.end).max() { result.append(("to", to.iso)) }
    if let every = deadlines.compactMap(\.every).first {
      result.append(("every", every.duration))
      if every.timesInEach > 1 { result.append(("times", String(every.timesInEach))) }
    }
    let days = Set(deadlines.flatMap(\.namedDays)).sorted()
    if days.count > 1 { result.append(("days", days.map(\.iso).joined(separator: " "))) }
    return result.map { (XMLName($0), Array($1.utf8)) }
  }
}

extension Deadline {
  /// The last permitted days that its words name: of a recurrence only where they name its days
  /// within the months.
  fileprivate var namedDays: [LocalDate] {
    guard let every else { return kind == .day || kind == .interval ? [end].compactMap { $0 } : [] }
    guard !every.due.isEmpty, every.unit.months != nil, let to, let limit = to.adding(months: 24)
    else { return [] }
    return occurrences(until: limit)
  }
}
