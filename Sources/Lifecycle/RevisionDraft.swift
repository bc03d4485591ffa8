internal import Contents
package import Diagnostics
internal import Digests
package import Plans
internal import Schemas
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
  ///   - quarter: the quarter whose results led to the review: I, II or III.
  /// - Throws: why it cannot be revised so.
  package init(of plan: PlanTree, path: String, quarter: String) throws(ProgramFault) {
    guard plan.kind.schema.revision != nil else {
      throw ProgramFault(
        uk:
          "переглядають плани «Завдання і ключові показники», а «\(plan.source.name)» – це «\(plan.kind.schema.title.uk)»",
        en:
          "plans of tasks and key performance indicators are revised, and '\(plan.source.name)' is '\(plan.kind.schema.title.en)'"
      )
    }
    let quarters = ["I", "II", "III"]
    let former = Set(
      (plan.root.elements(at: ["revises", "quarter"])
        + plan.root.elements(at: ["review", "quarter"]))
        .map(\.stringValue))
    guard quarters.contains(quarter) else {
      throw ProgramFault(
        uk: "завдання переглядають за результатами I, II або III кварталу",
        en: "tasks are reviewed by the results of quarter I, II or III")
    }
    guard
      former.allSatisfy({ quarters.firstIndex(of: $0) ?? 3 < quarters.firstIndex(of: quarter) ?? 0 }
      )
    else {
      throw ProgramFault(
        uk:
          "план уже переглянуто за результатами \(former.sorted().joined(separator: ", ")) кварталу: далі – лише пізніший квартал",
        en:
          "the plan was reviewed by the results of quarter \(former.sorted().joined(separator: ", ")) already: only a later one may follow"
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
    let all = quarters.filter { former.contains($0) || $0 == quarter }
    let digest = plan.digest.hex
    let lines = Self.lines(
      path: path, digest: digest, quarter: quarter, all, isUkrainian: text.isUkrainian(plan))
    let place = text.block(of: [tasks], in: plan)?.lowerBound ?? text.lines(of: plan).upperBound
    text.replace(place..<place, with: lines, indent: text.indent(of: plan))
    bytes = text.bytes
  }

  private static func lines(
    path: String, digest: String, quarter: String, _ all: [String], isUkrainian: Bool
  ) -> [String] {
    isUkrainian
      ? [
        "перегляд: [\(all.map { $0.replacing("I", with: "І") }.joined(separator: ", "))]",
        "переглядає:", "  план: \(path)", "  сума: \(digest)",
        "  квартал: \(quarter.replacing("I", with: "І"))", "  підстава:",
        "    що: річний-план   # стратегічний-акт, річний-план, положення або посадова-інструкція",
        "    акт:              # яким актом це змінено: наказ № 45",
      ]
      : [
        "review: [\(all.joined(separator: ", "))]", "revises:", "  plan: \(path)",
        "  digest: \(digest)", "  quarter: \(quarter)", "  ground:",
        "    sort: annual-plan   # strategic-act, annual-plan, regulation or job-description",
        "    act:                # the act that changed it, with its number",
      ]
  }

  private static func key(_ name: String, of plan: PlanTree) -> Schema.Name? {
    plan.kind.schema.rootObject.properties.first { $0.xmlName == name }?.name
  }

  /// Takes the days of the signatures out: those who signed sign anew.
  private static func removeDays(of plan: PlanTree, from text: inout PlanText) {
    let schema = plan.kind.schema
    let days = (schema.approvedPaths + schema.acknowledgedPaths).flatMap {
      plan.root.elements(at: $0 + ["date"])
    }
    for day in days.map({ plan.range(of: $0) }).sorted(by: { $0.start > $1.start }) {
      let number = Int(day.start.line) - 1
      let line = String(decoding: text.lines[number], as: UTF8.self)
      text.replace(line: number, with: Self.line(line, withoutValueAt: Int(day.start.column) - 1))
    }
  }

  /// A line without a day and its key; nil where nothing else stands there.
  private static func line(_ line: String, withoutValueAt column: Int) -> String? {
    let scalars = Array(line.unicodeScalars)
    var start = min(column, scalars.count)
    // Back over the key, to the comma or brace before it.
    while start > 0, !",{".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    guard start > 0 else { return nil }
    var end = min(column, scalars.count)
    while end < scalars.count, !",}".unicodeScalars.contains(scalars[end]) { end += 1 }
    if scalars[start - 1] == "," {
      start -= 1
    } else if end < scalars.count, scalars[end] == "," {
      end += 1
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[..<start])
    result.append(contentsOf: scalars[end...])
    return String(result)
  }
}
