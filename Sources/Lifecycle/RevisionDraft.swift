package import Calendars
internal import Comparisons
internal import Contents
package import Diagnostics
internal import Digests
package import Plans
package import Renditions
internal import Schemas
internal import SourceTexts
internal import XML

/// The beginning of a revised plan: the former one without its signatures and its seal, with the
/// reference to it, and the quarter.
package struct RevisionDraft {
  /// The text of the new file.
  package let bytes: [UInt8]

  /// Begins the revision of a plan.
  ///
  /// - Parameters:
  ///   - path: the path of the former plan, as the new one refers to it.
  ///   - quarter: the quarter whose results led to the review.
  ///   - renderer: what the draft is read with again before it is believed.
  /// - Throws: why it cannot be revised so.
  package init(
    of plan: PlanTree, path: String, quarter: Quarter, readBy renderer: PlanRenderer
  ) throws(ProgramFault) {
    guard plan.kind.schema.revision != nil else {
      throw ProgramFault(
        uk:
          "переглядають плани «Завдання і ключові показники», а «\(plan.source.name)» – це «\(plan.kind.schema.title.uk)»",
        en:
          "plans of tasks and key performance indicators are revised, and '\(plan.source.name)' is '\(plan.kind.schema.title.en)'"
      )
    }
    let former = Set(
      (plan.root.elements(at: ["revises", "quarter"])
        + plan.root.elements(at: ["review", "quarter"]))
        .compactMap { Quarter(numeral: $0.stringValue) })
    guard former.allSatisfy({ $0 < quarter }) else {
      let numerals = former.sorted().map(\.rawValue).joined(separator: ", ")
      throw ProgramFault(
        uk:
          "план уже переглянуто за результатами \(numerals) кварталу: далі – лише пізніший квартал",
        en:
          "the plan was reviewed by the results of quarter \(numerals) already: only a later one may follow"
      )
    }
    var text = PlanText(plan.source)
    guard !plan.source.isXMLRendition, !text.isInBraces(plan),
      let tasks = Self.key("tasks", of: plan),
      Self.key("revises", of: plan) != nil
    else {
      throw ProgramFault(
        uk: "«\(plan.source.name)» – не план завдань, записаний рядками «ключ: значення»",
        en: "'\(plan.source.name)' is no plan of tasks in lines of 'key: value'")
    }
    Self.removeDays(of: plan, from: &text)
    for name in ["seal", "revises", "review"] {
      guard let key = Self.key(name, of: plan), let block = text.block(of: [key], in: plan) else {
        continue
      }
      text.replace(block, with: [])
    }
    let all = former.union([quarter]).sorted().map(\.rawValue)
    let digest = plan.digest.hex
    let lines = Self.lines(
      path: path, digest: digest, quarter: quarter.rawValue, all,
      isUkrainian: text.isUkrainian(plan))
    let place = text.block(of: [tasks], in: plan)?.lowerBound ?? text.lines(of: plan).upperBound
    text.replace(place..<place, with: lines, indent: text.indent(of: plan))
    bytes = text.bytes
    let drafts = renderer.read(SourceFile(name: plan.source.name, bytes: bytes)).map(\.value)
    guard drafts.count == 1, let draft = drafts[0], Self.isDraft(draft, of: plan) else {
      throw ProgramFault(
        uk:
          "дати підписів у «\(plan.source.name)» записано так, що їх не вилучити, не зачепивши іншого: приберіть їх самі в копії плану й перегляньте її",
        en:
          "the dates of signatures in '\(plan.source.name)' cannot be taken out without touching other things: remove them from a copy of the plan, and revise that"
      )
    }
    guard draft.root.elements(at: ["revises", "plan"]).map(\.stringValue) == [path] else {
      throw ProgramFault(
        uk:
          "шлях «\(path)» не записати в план так, щоб його прочитати: у назві є пробіл скраю або знак, якого не видно; перейменуйте файл",
        en:
          "the path '\(path)' cannot be written into a plan and read again: its name has a space at an end, or a character that is not seen; rename the file"
      )
    }
  }

  private static func lines(
    path: String, digest: String, quarter: String, _ all: [String], isUkrainian: Bool
  ) -> [String] {
    isUkrainian
      ? [
        "перегляд: [\(all.map { $0.replacing("I", with: "І") }.joined(separator: ", "))]",
        "переглядає:", "  план: \(path.inYAML)", "  сума: \(digest)",
        "  квартал: \(quarter.replacing("I", with: "І"))", "  підстава:",
        "    що: річний-план   # стратегічний-акт, річний-план, положення або посадова-інструкція",
        "    акт:              # яким актом це змінено: наказ № 45",
      ]
      : [
        "review: [\(all.joined(separator: ", "))]", "revises:", "  plan: \(path.inYAML)",
        "  digest: \(digest)", "  quarter: \(quarter)", "  ground:",
        "    sort: annual-plan   # strategic-act, annual-plan, regulation or job-description",
        "    act:                # the act that changed it, with its number",
      ]
  }

  private static func key(_ name: String, of plan: PlanTree) -> Schema.Name? {
    plan.kind.schema.rootObject.properties.first { $0.xmlName == name }?.name
  }

  /// Whether a draft says what the plan says, but for the days of signatures and the review.
  private static func isDraft(_ draft: PlanTree, of plan: PlanTree) -> Bool {
    let schema = plan.kind.schema
    let own = ["revises", "review"].compactMap { key($0, of: plan) }
    let contents = [plan, draft].map { ContentValue(of: $0.root, schema) }
    return PlanComparison(contents[0], contents[1]).changes.allSatisfy { change in
      if case .key(let name)? = change.path.first, own.contains(name) { return true }
      guard change.sort == .removed, case .key(let name)? = change.path.last else { return false }
      return name.en == "date"
    }
  }

  /// Takes the days of the signatures out: those who signed sign anew.
  private static func removeDays(of plan: PlanTree, from text: inout PlanText) {
    let schema = plan.kind.schema
    let days = (schema.approvedPaths + schema.acknowledgedPaths).flatMap {
      plan.root.elements(at: $0 + ["date"])
    }
    for day in days.map({ plan.range(of: $0) }).sorted(by: { $0.start > $1.start }) {
      var number = Int(day.start.line) - 1
      var column = Int(day.start.column) - 1
      // A day may stand below its key.
      if number > 0, text.lines[number].prefix(column).allSatisfy({ $0 == 0x20 }) {
        text.replace(line: number, with: nil)
        number -= 1
        column = .max
      }
      removeValue(at: column, inLine: number, of: &text)
    }
  }

  /// Takes a value with its key out of a line, and the line where nothing else stands there. The dash
  /// of an item goes to the key below.
  private static func removeValue(at column: Int, inLine number: Int, of text: inout PlanText) {
    let line = String(decoding: text.lines[number], as: UTF8.self)
    if let rest = Self.line(line, withoutValueAt: column) {
      return text.replace(line: number, with: rest)
    }
    let indent = line.prefix { " -".contains($0) }
    guard indent.contains("-") else { return text.replace(line: number, with: nil) }
    let next = number + 1 < text.lines.count ? text.lines[number + 1] : []
    let rest = next.drop { $0 == 0x20 }
    if next.count - rest.count == indent.utf8.count, let first = rest.first, first != 0x23 {
      text.replace(line: number + 1, with: nil)
      text.replace(line: number, with: indent + String(decoding: rest, as: UTF8.self))
    } else {
      text.replace(line: number, with: String(indent))
    }
  }

  /// A line in braces without a value and its key; nil where they stand in none.
  private static func line(_ line: String, withoutValueAt column: Int) -> String? {
    let scalars = Array(line.unicodeScalars)
    var start = min(column, scalars.count)
    // Back over the key, to the comma or brace before it, which may stand on a line above.
    while start > 0, !",{".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    var end = min(column, scalars.count)
    while end < scalars.count, !",}#".unicodeScalars.contains(scalars[end]) { end += 1 }
    let isEnded = end < scalars.count && scalars[end] != "#"
    guard start > 0 || isEnded else { return nil }
    if start > 0, scalars[start - 1] == "," {
      start -= 1
    } else if isEnded, scalars[end] == "," {
      end += 1
    }
    if start == 0 { start = scalars.prefix { $0 == " " }.count }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[..<start])
    result.append(contentsOf: scalars[end...])
    return String(result)
  }
}
