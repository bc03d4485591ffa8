internal import Deadlines
internal import Diagnostics
internal import XML

/// Puts what the words for deadlines mean beside them in the tree: the attributes `kind`, `from`,
/// `to` and `every`. Plans repeat their phrases, so what was read is remembered.
final class DeadlineAnnotator {
  private struct Reading {
    let attributes: [(name: String, value: [UInt8])]
    let unknown: [Range<Int>]
  }

  private var readings: [Int: [String: Reading]] = [:]
  private var count = 0
  /// How many phrases are remembered before all are forgotten.
  private static let limit = 8192

  /// Annotates the deadlines of a plan; what is not understood is a warning at its place.
  func annotate(
    _ root: XMLNode, _ names: Set<String>, year: Int?, in source: SourceFile,
    range: (XMLNode) -> SourceRange
  ) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    visit(root) { node in
      guard names.contains(node.name), node.firstChild?.isText ?? false else { return }
      let text = node.stringValue
      let reading = reading(of: text, year)
      for (name, value) in reading.attributes { node.setAttribute(name, value) }
      guard node.attribute("ditto") == nil else { return }
      for unknown in reading.unknown {
        warnings.append(warning(text, unknown, in: source, at: range(node)))
      }
    }
    return warnings
  }

  private func visit(_ node: XMLNode, _ body: (XMLNode) -> Void) {
    body(node)
    var next = node.firstChild
    while let child = next {
      if child.isElement { visit(child, body) }
      next = child.nextSibling
    }
  }

  private func reading(of text: String, _ year: Int?) -> Reading {
    if let known = readings[year ?? 0]?[text] { return known }
    if count > Self.limit {
      readings.removeAll(keepingCapacity: true)
      count = 0
    }
    let read = DeadlineReader(year: year).read(text)
    let reading = Reading(
      attributes: Self.attributes(of: read.deadlines), unknown: read.unknown)
    readings[year ?? 0, default: [:]][text] = reading
    count += 1
    return reading
  }

  /// The attributes of one deadline, or of several: from the first day to the last.
  private static func attributes(of deadlines: [Deadline]) -> [(name: String, value: [UInt8])] {
    guard let first = deadlines.first else { return [] }
    let isMixed = deadlines.contains { $0.kind != first.kind }
    var result = [("kind", isMixed ? "several" : first.kind.rawValue)]
    if let from = deadlines.compactMap(\.from).min() { result.append(("from", from.iso)) }
    if let to = deadlines.compactMap(\.to).max() { result.append(("to", to.iso)) }
    if let every = deadlines.compactMap(\.every).first { result.append(("every", every.duration)) }
    return result.map { ($0, Array($1.utf8)) }
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
