import Diagnostics
import Markup

/// The cells of a plan's row: whose it is, its unit, kind and state, its documents, its findings.
struct PlanCells {
  private let words: IndexWords
  private let limits: IndexLimits
  /// The cells that many rows share, written once.
  private var states: [PlanOutcome.State: [UInt8]] = [:]
  private var kinds: [String: [UInt8]] = [:]
  private let kindNames: [String: Message]
  private var address = MarkupBuffer()

  init(_ words: IndexWords, _ kinds: [String: Message], _ limits: IndexLimits) {
    self.words = words
    self.limits = limits
    kindNames = kinds
    for state in PlanOutcome.State.allCases {
      var cell = MarkupBuffer()
      cell.raw("<td class=")
      cell.text(state.rawValue)
      cell.raw(">")
      cell.text(words.state(state))
      states[state] = cell.bytes
    }
  }

  /// Adds the cells, the plan's own first; the paths lead out of a folder of the output folder.
  mutating func write(_ outcome: PlanOutcome, _ path: PlanPath, to row: inout MarkupBuffer) {
    row.raw("<th scope=row>")
    Self.name(outcome, path, words, to: &row)
    row.raw("<td>")
    row.text(outcome.unit)
    writeKind(outcome.kind, to: &row)
    row.append(states[outcome.state] ?? [])
    row.raw("<td>")
    writeLinks(outcome, path, to: &row)
    row.raw("<td>")
    if !outcome.findings.isEmpty { writeFindings(outcome, to: &row) }
    row.raw("\n")
  }

  /// Adds what people call the plan, and its file's name.
  static func name(
    _ outcome: PlanOutcome, _ path: PlanPath, _ words: IndexWords, to row: inout MarkupBuffer
  ) {
    if outcome.title.isEmpty {
      row.raw("<code class=only>")
    } else {
      row.text(outcome.title)
      row.raw(" <code>")
    }
    row.text(path.name)
    row.raw("</code>")
    if outcome.count > 1 {
      row.raw(" ")
      row.text(words("план ", "plan "))
      row.number(outcome.number)
    }
  }

  private mutating func writeKind(_ kind: String, to row: inout MarkupBuffer) {
    if kinds[kind] == nil {
      var cell = MarkupBuffer()
      cell.raw("<td>")
      cell.text(kindNames[kind]?[words.language] ?? kind)
      kinds[kind] = cell.bytes
    }
    row.append(kinds[kind] ?? [])
  }

  private mutating func writeLinks(
    _ outcome: PlanOutcome, _ path: PlanPath, to row: inout MarkupBuffer
  ) {
    guard !outcome.renditions.isEmpty || !outcome.stale.isEmpty else { return }
    address.removeAll()
    address.address(path.stem)
    let limit = row.count + limits.linkBytes
    for (rendition, suffix) in zip(outcome.renditions, path.suffixes) where row.count < limit {
      writeLink(rendition.path, suffix, isStale: false, to: &row)
    }
    for stale in outcome.stale where row.count < limit {
      writeLink(stale, path.suffix(of: stale), isStale: true, to: &row)
    }
  }

  private func writeLink(
    _ file: String, _ suffix: Substring?, isStale: Bool, to row: inout MarkupBuffer
  ) {
    row.raw(" <a href=\"../")
    if let suffix {
      row.append(address.bytes)
      row.address(suffix)
    } else {
      row.address(file)
    }
    if isStale { row.raw("\" class=\"stale") }
    row.raw("\">")
    row.text(Self.label(suffix, file))
    row.raw("</a>")
    if isStale {
      row.raw(" ")
      row.text(words("(колишній)", "(former)"))
    }
  }

  /// What a link to a document says: `HTML`, `control.html`.
  static func label(_ suffix: Substring?, _ file: String) -> String {
    switch suffix {
    case ".html": "HTML"
    case ".xml": "XML"
    case ".txt": "TXT"
    case let suffix?: String(suffix.dropFirst())
    case nil: String(file.split(separator: "/").last ?? "")
    }
  }

  private func writeFindings(_ outcome: PlanOutcome, to row: inout MarkupBuffer) {
    let list = FindingList(words: words)
    row.raw("<details><summary>")
    list.writeCounts(outcome.findings, to: &row)
    row.raw("</summary>")
    list.write(outcome.findings, of: outcome, limit: limits.findingBytes, to: &row)
    row.raw("</details>")
  }
}
