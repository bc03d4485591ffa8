internal import Comparisons
internal import Contents
internal import Diagnostics
internal import Markup
package import Plans
internal import Schemas

/// What has changed from one plan to another, as a plan of the kind `plan-comparison`.
package struct ComparisonReport {
  private let old: PlanTree
  private let new: PlanTree
  private let changes: [PlanChange]

  /// Compares two plans of one kind.
  package init(_ old: PlanTree, _ new: PlanTree) {
    self.old = old
    self.new = new
    let schema = new.kind.schema
    changes =
      PlanComparison(
        ContentValue(of: old.root, schema), ContentValue(of: new.root, schema)
      ).changes.filter { !schema.isOfProcedure($0.path) }
  }

  /// Whether the plans say the same.
  package var isEmpty: Bool { changes.isEmpty }

  /// The report as a plan in JSON.
  package func json() -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.beginObject()
    writer.member("kind", "plan-comparison")
    writer.member("title", new.title.isEmpty ? new.kind.schema.title.uk : new.title)
    if let year = new.year { writer.member("year", year) }
    write("old", old, &writer)
    write("new", new, &writer)
    if !changes.isEmpty {
      writer.key("changes")
      writer.beginArray()
      for change in changes { write(change, &writer) }
      writer.endArray()
    }
    writer.endObject()
    writer.endLine()
    return writer.take()
  }

  private func write(_ key: String, _ plan: PlanTree, _ writer: inout JSONWriter) {
    writer.key(named: key)
    writer.beginObject()
    writer.member("file", plan.source.name)
    if let seal = try? Seal(of: plan.root) {
      writer.member("seal", SealGroups(of: seal.digest).text)
    }
    writer.endObject()
  }

  private func write(_ change: PlanChange, _ writer: inout JSONWriter) {
    writer.beginObject()
    let isDeadline = change.sort == .changed && new.kind.schema.isDeadline(change.path)
    writer.member("sort", isDeadline ? "deadline" : change.sort.rawValue)
    writer.member("place", change.place)
    let words: WordDifference? =
      if let old = change.old, let new = change.new {
        WordDifference(old.text, new.text)
      } else {
        nil
      }
    if let old = change.old {
      write("old", words?.old ?? [.init(text: old.text, isChanged: true)], &writer)
    }
    if let new = change.new {
      write("new", words?.new ?? [.init(text: new.text, isChanged: true)], &writer)
    }
    writer.endObject()
  }

  private func write(_ key: String, _ runs: [WordDifference.Run], _ writer: inout JSONWriter) {
    let runs = runs.filter { !$0.text.isEmpty }
    guard !runs.isEmpty else { return }
    writer.key(named: key)
    writer.beginArray()
    for run in runs {
      writer.beginObject()
      writer.member("text", run.text)
      if run.isChanged {
        writer.key("changed")
        writer.write(true)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}

extension Schema {
  /// Whether a way leads to what the procedure writes into a plan: signatures, what it revises, and
  /// the marks of it.
  fileprivate func isOfProcedure(_ path: [PlanChange.Step]) -> Bool {
    let keys = path.compactMap { step -> String? in
      guard case .key(let name) = step else { return nil }
      return name.en
    }
    let procedure = approvedPaths + acknowledgedPaths + reviewedPaths
    return procedure.contains { $0.first == keys.first } || revision?.mark == keys.last
  }
}

extension PlanChange {
  /// Where it is, for people: the keys, and the items by number; of one that has moved, the former
  /// number and the present one.
  fileprivate var place: String {
    var steps: [String] = []
    for step in path {
      switch step {
      case .key(let name): steps.append(name.uk)
      case .item(let old, let new):
        let numbers = [old, new].compactMap { $0 }.map { String($0 + 1) }
        let isSame = Set(numbers).count < 2 || sort != .moved
        steps[steps.count - 1] +=
          " " + (isSame ? numbers[numbers.count - 1] : numbers.joined(separator: " → "))
      }
    }
    return steps.joined(separator: ", ")
  }
}

extension Schema {
  /// Whether the value at the end of a way speaks of time.
  fileprivate func isDeadline(_ path: [PlanChange.Step]) -> Bool {
    var type = root
    for step in path {
      switch (step, types[type].form) {
      case (.key(let name), .object(let object)):
        guard let property = object.properties.first(where: { $0.name == name }) else {
          return false
        }
        type = property.type
      case (.item, .list(let list)): type = list.item
      default: return false
      }
    }
    return types[type].isDeadline
  }
}
