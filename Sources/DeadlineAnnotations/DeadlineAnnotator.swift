internal import Calendars
internal import DeadlineGrammar
package import Deadlines
package import Diagnostics
package import Files
package import Schemas
package import XML

/// Puts what the words for deadlines mean beside them in the tree: the attributes `kind`, `from`,
/// `to`, `every`, `times`, `rules` and `days`. Plans repeat their phrases, so what was read is
/// remembered.
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
    /// The last day of a yearly duty; nil for others.
    let yearlyEnd: LocalDate?
  }

  private let folders: TemplateFolders
  private let isStopped: @Sendable () -> Bool
  private var readings: [Phrase: Reading] = [:]
  private let events = EventReader()
  /// How many phrases are remembered before all are forgotten.
  private static let limit = 8192
  /// The working calendar, read when a phrase first needs it: few do.
  private lazy var calendar = CalendarReader.read(folders).value

  /// Makes an annotator that knows the calendar of these folders.
  ///
  /// - Parameter isStopped: is asked before each whether to give up.
  package init(folders: TemplateFolders, isStopped: @escaping @Sendable () -> Bool) {
    self.folders = folders
    self.isStopped = isStopped
  }

  /// Annotates the plan's own time and its deadlines; what is not understood is told at its place.
  package func annotate(
    _ root: XMLNode, _ kind: Kind, in source: SourceFile, range: (XMLNode) -> SourceRange
  ) -> [Diagnostic] {
    var told = annotateYears(of: root, kind, in: source, range: range)
    var deadlines: [XMLNode] = []
    findDeadlines(in: root, kind.deadlineNames, &deadlines)
    guard !deadlines.isEmpty else { return told }
    let year = root.year(of: kind.schema)
    let span = root.span(of: kind.schema)
    lazy var times = events.times(of: root, kind)
    for node in deadlines where !isStopped() {
      let own = node.year(below: kind.tableNames)
      var reading: Reading
      if let span, own == nil {
        reading = self.reading(read(node.stringValue, within: span, root, kind))
      } else {
        let words = node.recurrenceOfPoint(kind)
        let text = words.map { Array($0.utf8) } ?? node.textBytes
        reading = self.reading(of: Phrase(text: text, year: own ?? year))
        if reading.countsFromAct { reading = self.reading(of: node, times) }
        if own == nil, let later = times.yearBehind(reading.yearlyEnd) {
          reading = self.reading(of: Phrase(text: text, year: later))
        }
      }
      for (name, value) in reading.attributes { node.setAttribute(name, value.span) }
      if reading.unread.isEmpty || node.attribute("ditto") != nil { continue }
      let count = told.count
      for unread in reading.unread {
        let warning = DeadlineFaults.warning(
          of: unread, in: node.stringValue, source, at: range(node),
          isHelping: told.count < [Diagnostic].planLimit)
        // Two parts of one date are told of as one.
        if told.count == count || told.last != warning { told.append(warning) }
      }
    }
    return told
  }

  /// Puts the days that a plan is for beside its years, where it is not one year.
  private func annotateYears(
    of root: XMLNode, _ kind: Kind, in source: SourceFile, range: (XMLNode) -> SourceRange
  ) -> [Diagnostic] {
    var told: [Diagnostic] = []
    for path in kind.schema.yearPaths {
      root.forEach(at: path[...]) { node in
        guard !node.isPlainYear else { return }
        let text = node.stringValue
        let read = DeadlineReader(year: nil).read(text)
        guard read.isKnown, let from = read.deadlines.compactMap(\.from).min(),
          let to = read.deadlines.compactMap(\.end).max()
        else {
          told.append(DeadlineFaults.unknownYears(text, source, at: range(node)))
          return
        }
        node.setAttribute("from", Array(from.iso.utf8).span)
        node.setAttribute("to", Array(to.iso.utf8).span)
      }
    }
    return told
  }

  /// What the words of a deadline mean in a plan, for who lists its duties.
  package func read(_ node: XMLNode, in root: XMLNode, _ kind: Kind) -> ReadDeadline {
    var times = events.times(of: root, kind)
    if let year = node.year(below: kind.tableNames) {
      times.year = year
      return read(node.stringValue, times)
    }
    if let span = root.span(of: kind.schema) {
      return read(node.stringValue, within: span, root, kind)
    }
    let words = node.recurrenceOfPoint(kind) ?? node.stringValue
    let read = read(words, times)
    guard let later = times.yearBehind(read.yearlyEnd) else { return read }
    times.year = later
    return self.read(words, times)
  }

  private func read(_ text: String, _ times: PlanTimes) -> ReadDeadline {
    let read = DeadlineReader(times, calendar: nil).read(text)
    guard read.mayNameHoliday || read.countsFromAct else { return read }
    return DeadlineReader(times, calendar: calendar).read(text)
  }

  /// What a text means in a plan for several years: one that names no year belongs to the one year in
  /// which it lies within the plan's time, and to none where there are several.
  private func read(
    _ text: String, within span: ClosedRange<LocalDate>, _ root: XMLNode, _ kind: Kind
  ) -> ReadDeadline {
    var times = events.times(of: root, kind)
    times.period = span
    let read = read(text, times)
    guard read.isKnown, read.deadlines.contains(where: \.lacksYear) else { return read }
    let candidates = (span.lowerBound.year...span.upperBound.year).compactMap { year in
      times.year = year
      let read = self.read(text, times)
      let lies = read.deadlines.allSatisfy { deadline in
        [deadline.from, deadline.end].allSatisfy { $0.map(span.contains) ?? true }
      }
      return read.isKnown && lies ? read : nil
    }
    return candidates.count == 1 ? candidates[0] : .lackingYear(text)
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
    let reading = self.reading(read)
    readings[phrase] = reading
    return reading
  }

  private func reading(of node: XMLNode, _ times: PlanTimes) -> Reading {
    reading(DeadlineReader(times, calendar: calendar).read(node.stringValue))
  }

  private func reading(_ read: ReadDeadline) -> Reading {
    Reading(
      attributes: attributes(of: read.deadlines), unread: read.unread,
      countsFromAct: read.countsFromAct, yearlyEnd: read.yearlyEnd)
  }

  /// The attributes of one deadline, or of several: from the first day to the last, and every day
  /// where there are more than one.
  private func attributes(of deadlines: [Deadline]) -> [(name: XMLName, value: [UInt8])] {
    guard let first = deadlines.first else { return [] }
    let isMixed = deadlines.contains { $0.kind != first.kind }
    var result = [("kind", isMixed ? "several" : first.kind.rawValue)]
    if let from = deadlines.compactMap(\.from).min() { result.append(("from", from.iso)) }
    if let to = deadlines.compactMap(\.end).max() { result.append(("to", to.iso)) }
    if let every = deadlines.compactMap(\.every).first {
      result.append(("every", every.duration))
      if every.timesInEach > 1 { result.append(("times", String(every.timesInEach))) }
    }
    let rules = deadlines.flatMap { $0.every?.rules ?? [] }
    if !rules.isEmpty { result.append(("rules", rules.joined(separator: " "))) }
    let days = Set(deadlines.flatMap { $0.namedDays { calendar } }).sorted()
    if days.count > 1 || isMixed && deadlines.contains(where: \.isDay) {
      result.append(("days", days.map(\.iso).joined(separator: " ")))
    }
    return result.map { (XMLName($0), Array($1.utf8)) }
  }
}

extension PlanTimes {
  /// The year behind that of the act, where a yearly duty is over before the act is made: «щороку до
  /// 1 лютого» of an act of March is first due in the next year.
  fileprivate func yearBehind(_ end: LocalDate?) -> Int? {
    guard let end, let year, let madeOn, madeOn.year == year, end <= madeOn else { return nil }
    return year + 1
  }
}

extension ReadDeadline {
  /// The last day of a yearly duty; nil for others.
  fileprivate var yearlyEnd: LocalDate? {
    guard deadlines.count == 1, let every = deadlines[0].every, every.unit == .year else {
      return nil
    }
    return deadlines[0].end
  }
}

extension Deadline {
  /// Whether it names a day.
  fileprivate var isDay: Bool { kind == .day && end != nil }

  /// Whether its words name a time without the year that it lies in.
  fileprivate var lacksYear: Bool {
    (kind == .day || kind == .interval) && from == nil && end == nil
  }

  /// The last permitted days that its words name: of a recurrence only where they name its days
  /// within the months.
  fileprivate func namedDays(_ calendar: () -> WorkingCalendar?) -> [LocalDate] {
    guard let every else { return kind == .day || kind == .interval ? [end].compactMap { $0 } : [] }
    guard !every.due.isEmpty, every.unit.months != nil, let to, let limit = to.adding(months: 24)
    else { return [] }
    guard every.countsWorkingDays else { return occurrences(until: limit) }
    let calendar = calendar()
    // Some of its days would be taken for all of them.
    return outlasts(calendar) ? [] : occurrences(until: limit, calendar)
  }
}
