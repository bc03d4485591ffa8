internal import Deadlines
internal import Diagnostics
internal import XML

/// Puts what the words for deadlines mean beside them in the tree: the attributes `kind`, `from`,
/// `to` and `every`. Plans repeat their phrases, so what was read is remembered.
final class DeadlineAnnotator {
  private struct Phrase: Hashable {
    let text: [UInt8]
    let year: Int?

    func hash(into hasher: inout Hasher) {
      unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private struct Reading {
    let attributes: [(name: XMLName, value: [UInt8])]
    let unknown: [Range<Int>]
  }

  private var readings: [Phrase: Reading] = [:]
  /// How many phrases are remembered before all are forgotten.
  private static let limit = 8192

  /// Annotates the deadlines of a plan; what is not understood is a warning at its place.
  func annotate(
    _ root: XMLNode, _ names: XMLNames, year: Int?, in source: SourceFile,
    range: (XMLNode) -> SourceRange
  ) -> [Diagnostic] {
    var deadlines: [XMLNode] = []
    findDeadlines(in: root, names, &deadlines)
    var warnings: [Diagnostic] = []
    for node in deadlines {
      let reading = reading(of: Phrase(text: node.textBytes, year: year))
      for (name, value) in reading.attributes { node.setAttribute(name, value.span) }
      if reading.unknown.isEmpty || node.attribute("ditto") != nil { continue }
      for unknown in reading.unknown {
        warnings.append(warning(node.stringValue, unknown, in: source, at: range(node)))
      }
    }
    return warnings
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
    let read = DeadlineReader(year: phrase.year).read(String(decoding: phrase.text, as: UTF8.self))
    let reading = Reading(
      attributes: Self.attributes(of: read.deadlines), unknown: read.unknown)
    readings[phrase] = reading
    return reading
  }

  /// The attributes of one deadline, or of several: from the first day to the last.
  private static func attributes(of deadlines: [Deadline]) -> [(name: XMLName, value: [UInt8])] {
    guard let first = deadlines.first else { return [] }
    let isMixed = deadlines.contains { $0.kind != first.kind }
    var result = [("kind", isMixed ? "several" : first.kind.rawValue)]
    if let from = deadlines.compactMap(\.from).min() { result.append(("from", from.iso)) }
    if let to = deadlines.compactMap(\.to).max() { result.append(("to", to.iso)) }
    if let every = deadlines.compactMap(\.every).first { result.append(("every", every.duration)) }
    return result.map { (XMLName($0), Array($1.utf8)) }
  }

  private func warning(
    _ text: String, _ unknown: Range<Int>, in source: SourceFile, at range: SourceRange
  ) -> Diagnostic {
    let words = String(
      String.UnicodeScalarView(
        text.unicodeScalars.dropFirst(unknown.lowerBound).prefix(unknown.count)))
    let isOneLine =
      range.start.line == range.end.line
      && range.end.column - range.start.column == text.unicodeScalars.count
    return Diagnostic(
      .warning, code: "unknown-deadline", in: source,
      at: isOneLine ? range.shifted(by: unknown.lowerBound, length: unknown.count) : range,
      Message(
        uk: "строк «\(words)» незрозумілий, дат у ньому не знайдено",
        en: "the deadline '\(words)' is not understood, no date was found in it"),
      help: Message(
        uk:
          "назвіть день, місяць, квартал або як часто: «до 15 листопада», «II квартал», «щокварталу»",
        en:
          "name a day, a month, a quarter or how often: «до 15 листопада», «II квартал», «щокварталу»"
      ))
  }
}
