package import Diagnostics
import Documents
import Markup

/// What came of a batch, for the mail of the nightly job: no line is longer than 80 columns.
package struct BatchSummary: Sendable {
  /// A plan of which nothing was made, and the first error of it.
  private struct Fault: Sendable {
    var place: String
    var message: Message
    /// The place of the other plan, where two are wrong beside each other.
    var other: String?
  }

  /// What is wrong with a plan of which nothing is known to be: it is in a folder that is not there.
  private static let unseen = Message(
    uk: "теку, в якій він був, не вдалося переглянути",
    en: "the folder that it was in could not be looked into")

  /// How many plans came how far.
  package var counts = BatchTotals.Count()
  /// How many renditions were written.
  package var written = 0
  /// How many renditions were there already, as they should be.
  package var unchanged = 0
  /// How many files were removed that no plan makes any longer.
  package var removed = 0
  /// Whether nothing was written, only told.
  package var isDryRun = false
  /// Which part of the plans it was, and of how many; nil for all.
  package var shard: (number: Int, count: Int)?

  /// How many faulty plans the reader has been told of already; then none is named again.
  package var told = 0

  /// The plans that nothing was made of, as far as they are named.
  package var faulty = FaultyPlans()

  private let language: Language
  private static let width = 80

  /// Makes the summary of nothing yet.
  package init(language: Language = .uk) {
    self.language = language
  }

  private var faults: [Fault] {
    faulty.told.map { outcome in
      let error = outcome.findings.first { $0.severity == .error }
      var place = error.map { $0.file.isEmpty ? outcome.source : $0.file } ?? outcome.source
      if let line = error?.range?.start.line { place += ":\(line)" }
      let other = error?.other.map { "\($0.file):\($0.range.start.line)" }
      return Fault(place: place, message: error?.message ?? Self.unseen, other: other)
    }
  }

  /// The text, in lines.
  package var text: String {
    let lines = headlines + [plans, renditions, findings] + leftovers
    var page = DocumentBuilder(language: language.rawValue)
    addParagraph(lines.joined(separator: "\n"), to: &page)
    addFaults(to: &page)
    return String(decoding: TextWriter(width: Self.width).write(page.document), as: UTF8.self)
  }

  private var headlines: [String] {
    var lines: [String] = []
    if isDryRun {
      lines.append(say("Пробний запуск: нічого не записано.", "A dry run: nothing is written."))
    }
    if let shard {
      lines.append(
        say("Частина \(shard.number) з \(shard.count).", "Part \(shard.number) of \(shard.count)."))
    }
    return lines
  }

  private var plans: String {
    let states = PlanOutcome.State.allCases.filter { $0 != .gone && counts.plans($0) > 0 }
    let parts = states.map { "\($0.words[language]) \(number(counts.plans($0)))" }
    return say("Планів: ", "Plans: ") + number(counts.present) + inBrackets(parts)
  }

  private var renditions: String {
    var parts: [String] = []
    if written > 0 {
      let word =
        isDryRun ? say("було б записано", "would be written") : say("записано", "written")
      parts.append("\(word) \(number(written))")
    }
    if unchanged > 0 { parts.append(say("без змін ", "unchanged ") + number(unchanged)) }
    return say("Документів: ", "Documents: ") + number(written + unchanged) + inBrackets(parts)
  }

  private var findings: String {
    let errors = number(counts.findings(.error))
    let warnings = number(counts.findings(.warning))
    let notes = number(counts.findings(.note))
    return say(
      "Помилок: \(errors), попереджень: \(warnings), приміток: \(notes)",
      "Errors: \(errors), warnings: \(warnings), notes: \(notes)")
  }

  private var leftovers: [String] {
    var lines: [String] = []
    if counts.stale > 0 {
      lines.append(
        say(
          "Застарілих документів: \(number(counts.stale)); вони показують плани, якими ті були",
          "Stale documents: \(number(counts.stale)); they show plans as they once were"))
    }
    if removed > 0 {
      let word =
        isDryRun
        ? say("Було б вилучено документів", "Documents that would be removed")
        : say("Вилучено документів", "Documents removed")
      lines.append("\(word): \(number(removed))")
    }
    if counts.surplus > 0 {
      lines.append(
        say(
          "Документів, яких із планів більше не складають: \(number(counts.surplus)); їх вилучає --prune",
          "Documents that plans make no longer: \(number(counts.surplus)); --prune removes them"))
    }
    if counts.orphans > 0 {
      lines.append(
        say(
          "Документів зниклих планів: \(number(counts.orphans)); їх вилучає --prune",
          "Documents of plans that are gone: \(number(counts.orphans)); --prune removes them"))
    }
    return lines
  }

  private func addFaults(to page: inout DocumentBuilder) {
    let faults = faults
    guard !faults.isEmpty else { return }
    guard told == 0 else { return addUntold(to: &page) }
    addParagraph(say("Не складено через помилки:", "Not built, because of errors:"), to: &page)
    for fault in faults {
      let other = fault.other.map { " (\($0))" } ?? ""
      let line = "\(fault.place): \(fault.message[language])\(other)"
      let text = text(line.visible, in: &page)
      page.document.paragraphs.append(Paragraph(text))
    }
    let items = page.document.paragraphs.indices
    page.document.blocks.append(.list(ordered: false, items: items))
    let more = countOfFaults - faulty.toldCount
    if more > 0 { addRest(say("І ще \(number(more))", "And \(number(more)) more"), to: &page) }
  }

  /// Says how many faulty plans there are where the first ones were told already.
  private func addUntold(to page: inout DocumentBuilder) {
    let more = number(countOfFaults - told)
    guard countOfFaults > told else { return }
    addRest(
      say("Не показано планів з помилками: \(more)", "Plans with errors not shown: \(more)"),
      to: &page)
  }

  private var countOfFaults: Int { counts.plans(.faulty) + counts.plans(.failed) }

  /// Adds a sentence on faults that are told elsewhere, and where.
  private func addRest(_ text: String, to page: inout DocumentBuilder) {
    let reports = say(
      "; усі – у findings.json та index.html", "; all are in findings.json and index.html")
    addParagraph(text + (isDryRun ? "" : reports), to: &page)
  }

  private func inBrackets(_ parts: [String]) -> String {
    parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private func addParagraph(_ lines: String, to page: inout DocumentBuilder) {
    let text = text(lines, in: &page)
    page.document.blocks.append(.paragraph(Paragraph(text)))
  }

  private func text(_ lines: String, in page: inout DocumentBuilder) -> RunningText {
    let start = page.beginText()
    page.add(lines: lines.utf8.span)
    return page.endText(start)
  }

  private func number(_ number: Int) -> String { number.grouped(language) }

  private func say(_ uk: String, _ en: String) -> String { language == .uk ? uk : en }
}
