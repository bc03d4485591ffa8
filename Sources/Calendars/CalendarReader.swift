package import Diagnostics
package import Files
internal import YAML

/// Reads the working calendar from the files of `calendars/`: one for each year, and
/// `regimes.yaml`.
package struct CalendarReader {
  private let source: SourceFile
  private var diagnostics: [Diagnostic] = []
  /// The year that the file is of, and where it says so.
  private var year: (number: Int, place: SourceRange)?

  /// The calendar that the data folders hold, with everything wrong in its files. A folder that cannot
  /// be read is told of, and the calendar is that of the others.
  package static func read(_ folders: TemplateFolders) -> Diagnosed<WorkingCalendar> {
    var sources: [SourceFile] = []
    let list = folders.list("calendars")
    for name in list.names
    where TemplateName.stem(of: name, ending: ".yaml") != nil {
      do throws(FileFault) {
        if let source = try list.folders.read("calendars/" + name) { sources.append(source) }
      } catch .isFolder {
        continue
      } catch {
        return Diagnosed(nil, list.diagnostics + [error.diagnostic(file: "calendars/" + name)])
      }
    }
    let read = read(sources)
    return Diagnosed(read.value, list.diagnostics + read.diagnostics)
  }

  /// The calendar in some files, with everything wrong in them; none where there are errors.
  package static func read(_ sources: [SourceFile]) -> Diagnosed<WorkingCalendar> {
    var years: [CalendarYear] = []
    var regimes: [CalendarRegime] = []
    var readers: [CalendarReader] = []
    for source in sources {
      var reader = CalendarReader(source: source)
      reader.readFile(&years, &regimes)
      readers.append(reader)
    }
    var diagnostics = readers.flatMap(\.diagnostics)
    if let gap = gap(in: readers) { diagnostics.append(gap) }
    guard diagnostics.isEmpty else { return Diagnosed(nil, diagnostics) }
    return Diagnosed(WorkingCalendar(years: years, regimes: regimes), [])
  }

  /// That a year has no calendar, told of the file of the next one that has.
  private static func gap(in readers: [CalendarReader]) -> Diagnostic? {
    let years = readers.compactMap { reader in reader.year.map { ($0.number, $0.place, reader) } }
      .sorted { $0.0 < $1.0 }
    guard
      let (former, next) = zip(years, years.dropFirst()).first(where: { $0.0 + 1 < $1.0 })
    else { return nil }
    let year = former.0 + 1
    return Diagnostic(
      code: "broken-calendar", in: next.2.source, at: next.1,
      Message(uk: "бракує календаря \(year) року", en: "no calendar of \(year)"),
      help: Message(
        uk: "календарі йдуть рік за роком: додайте calendars/\(year).yaml",
        en: "calendars follow one another year by year: add calendars/\(year).yaml"))
  }

  private init(source: SourceFile) {
    self.source = source
  }

  private mutating func readFile(_ years: inout [CalendarYear], _ regimes: inout [CalendarRegime]) {
    do throws(YAMLFault) {
      let root = try YAMLNode(reading: source)
      if root["regimes"] != nil {
        check(root, keys: ["regimes"])
        regimes += list(root, "regimes") { $0.readRegime($1) }
      } else if let year = readYear(root) {
        if years.contains(where: { $0.year == year.year }) {
          report(
            root["year"] ?? root, "рік \(year.year) має ще один файл",
            "the year \(year.year) has another file")
        }
        years.append(year)
      }
    } catch {
      diagnostics.append(
        Diagnostic(
          code: "broken-calendar", in: source, at: SourceRange(error.position, error.position),
          Message(uk: "календар не читається: \(error.problem)", en: error.problem)))
    }
  }

  // MARK: A year

  private mutating func readYear(_ root: YAMLNode) -> CalendarYear? {
    check(root, keys: ["year", "confidence", "holidays", "transfers", "recommended"])
    guard let node = root["year"], let number = node.text.flatMap({ Int($0) }),
      (1000...9998).contains(number)
    else {
      report(root["year"] ?? root, "year – це число", "year is a number")
      return nil
    }
    year = (number, node.range)
    let sureness = confidence(root) ?? .medium
    let holidays = list(root, "holidays") { $0.readHoliday($1, in: number, sureness) }
    return CalendarYear(
      year: number, confidence: sureness, holidays: holidays,
      transfers: list(root, "transfers") { $0.readTransfer($1, of: holidays, sureness) },
      recommended: list(root, "recommended") { $0.readSwap($1, in: number, sureness) })
  }

  private mutating func readHoliday(_ node: YAMLNode, in year: Int, _ sureness: Confidence)
    -> Holiday?
  {
    check(node, keys: ["date", "name", "act", "confidence", "note"])
    guard let date = date(node, "date"), let name = text(node, "name"), let act = text(node, "act")
    else { return nil }
    if date.year != year {
      report(node["date"] ?? node, "день іншого року", "a day of another year")
    }
    return Holiday(date: date, name: name, act: act, confidence: confidence(node) ?? sureness)
  }

  private mutating func readTransfer(
    _ node: YAMLNode, of holidays: [Holiday], _ sureness: Confidence
  ) -> MovedDayOff? {
    check(node, keys: ["from", "to", "act", "confidence", "note"])
    guard let from = date(node, "from"), let to = date(node, "to"), let act = text(node, "act")
    else { return nil }
    if from.weekday < 6 || !holidays.contains(where: { $0.date == from }) {
      report(
        node["from"] ?? node, "переносять вихідний, на який припало свято",
        "what is moved is a weekend day with a holiday on it")
    }
    if to.weekday > 5 || to <= from {
      report(
        node["to"] ?? node, "переносять на пізніший будній день", "it is moved to a later weekday")
    }
    return MovedDayOff(date: to, origin: from, act: act, confidence: confidence(node) ?? sureness)
  }

  private mutating func readSwap(_ node: YAMLNode, in year: Int, _ sureness: Confidence)
    -> MovedDayOff?
  {
    check(node, keys: ["day-off", "worked", "act", "confidence", "note"])
    guard let off = date(node, "day-off"), let worked = date(node, "worked"),
      let act = text(node, "act")
    else { return nil }
    if off.weekday > 5 {
      report(node["day-off"] ?? node, "це й так вихідний", "this is a day off already")
    }
    if worked.weekday < 6 {
      report(node["worked"] ?? node, "це й так робочий день", "this is a working day already")
    }
    return MovedDayOff(
      date: off, origin: worked, act: act, confidence: confidence(node) ?? sureness)
  }

  private mutating func readRegime(_ node: YAMLNode) -> CalendarRegime? {
    check(node, keys: ["name", "from", "until", "suspends", "act", "confidence", "note"])
    let until = node["until"] == nil ? nil : date(node, "until")
    let parts = list(node, "suspends") { reader, part -> CalendarRegime.Part? in
      let known = CalendarRegime.Part.allCases.map(\.rawValue)
      let result = part.text.flatMap(CalendarRegime.Part.init(rawValue:))
      if result == nil { reader.reportUnknown(part, among: known) }
      return result
    }
    guard let from = date(node, "from"), let name = text(node, "name"), let act = text(node, "act")
    else { return nil }
    return CalendarRegime(
      name: name, from: from, until: until, suspends: parts, act: act,
      confidence: confidence(node) ?? .medium)
  }

  // MARK: Values

  private mutating func list<Item>(
    _ node: YAMLNode, _ key: String, _ read: (inout Self, YAMLNode) -> Item?
  ) -> [Item] {
    guard let value = node[key] else { return [] }
    guard let items = value.items else {
      report(value, "\(key) – це список", "\(key) is a list")
      return []
    }
    return items.compactMap { read(&self, $0) }
  }

  private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    if let text = node[key]?.text, !text.isEmpty { return text }
    report(node[key] ?? node, "немає тексту \(key)", "the text \(key) is missing")
    return nil
  }

  private mutating func date(_ node: YAMLNode, _ key: String) -> LocalDate? {
    if let text = node[key]?.text, let date = try? DateReader.read(Array(text.utf8)) {
      return date
    }
    report(node[key] ?? node, "\(key) – це дата: 2021-05-03", "\(key) is a date: 2021-05-03")
    return nil
  }

  private mutating func confidence(_ node: YAMLNode) -> Confidence? {
    guard let value = node["confidence"] else { return nil }
    let result = value.text.flatMap(Confidence.init(rawValue:))
    if result == nil { reportUnknown(value, among: Confidence.allCases.map(\.rawValue)) }
    return result
  }

  private mutating func check(_ node: YAMLNode, keys: [String]) {
    guard let members = node.members else {
      return report(node, "тут має бути відображення", "a mapping is wanted here")
    }
    for (key, _) in members where !keys.contains(key.text ?? "") {
      reportUnknown(key, among: keys)
    }
  }

  private mutating func reportUnknown(_ node: YAMLNode, among names: [String]) {
    let text = node.text ?? ""
    let near = nearestName(to: text, among: names)
    report(
      node, "невідоме слово «\(text)»", "unknown word '\(text)'",
      help: near.map { Message(uk: "можливо, «\($0)»", en: "perhaps '\($0)'") })
  }

  private mutating func report(_ node: YAMLNode, _ uk: String, _ en: String, help: Message? = nil) {
    diagnostics.append(
      Diagnostic(
        code: "broken-calendar", in: source, at: node.range, Message(uk: uk, en: en), help: help))
  }
}
