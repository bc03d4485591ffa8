package import Calendars
internal import Contents
internal import DeadlineAnnotations
internal import Diagnostics
package import Digests
internal import Schemas
internal import Tables
internal import XML

/// What the annotations of a schema let a program know of a plan of any kind.
extension PlanTree {
  /// The plan's own day, whose law judges it; nil where it has none yet.
  package var day: LocalDate? {
    for path in kind.schema.dayPaths {
      var latest: LocalDate?
      root.forEach(at: path[...]) { latest = max(latest, $0.date) }
      if let latest { return latest }
    }
    return nil
  }

  /// The year that deadlines without one belong to.
  package var year: Int? { root.year(of: kind.schema) }

  /// What people call the plan, in one line; empty where its kind's `x-title` finds nothing.
  package var title: String { root.line(at: kind.schema.titlePaths) }

  /// The body or unit that the plan belongs to, in one line; empty where its kind's `x-unit` finds
  /// nothing.
  package var unit: String { root.line(at: kind.schema.unitPaths) }

  /// What tells the plan from all others however its file is written and named: its kind and what
  /// its kind's `x-identity` finds; where that is not all there, the name of the file and the plan's
  /// number in it besides.
  package var identity: String {
    let values = kind.schema.identityPaths.map { root.line(at: [$0]) }
    let name = values.isEmpty || values.contains("") ? "\(fileName) \(index)" : ""
    return ([kind.name] + values + [name]).joined(separator: "\n")
  }

  /// The digest of what it says, as its seal has it.
  package var digest: Digest { PlanContent(of: root, kind.schema).digest }

  /// Whether it was sealed; what has changed since is an error of its own.
  package var isSealed: Bool { root.child(Schema.sealElement) != nil }

  private var fileName: String { source.name.split(separator: "/").last.map(String.init) ?? "" }

  /// The day on which the last of those who must sign the plan did, all that its kind's `x-signed`
  /// asks for being there; nil before, and for every plan of a kind that asks for nothing.
  package var signedOn: LocalDate? {
    var latest: LocalDate?
    for paths in kind.schema.signedPaths {
      var isFound = false
      var isWhole = true
      for path in paths where !isFound {
        root.forEach(at: path.dropLast()) { signature in
          isFound = true
          guard isWhole, let value = path.last.flatMap(signature.child), !value.isEmpty else {
            isWhole = false
            return
          }
          latest = max(latest, value.date)
        }
      }
      guard isFound, isWhole else { return nil }
    }
    return latest
  }
}

extension XMLNode {
  /// The first text that any of the paths leads to, its white space become single spaces.
  fileprivate func line(at paths: [[String]]) -> String {
    for path in paths {
      var line = ""
      forEach(at: path[...]) { if line.isEmpty { line = $0.line } }
      if !line.isEmpty { return line }
    }
    return ""
  }

  private var line: String {
    let text = stringValue
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The day that the text is; in a tree all days are written in one way.
  fileprivate var date: LocalDate? { withText { LocalDate(iso: $0) } }
}

private func max(_ left: LocalDate?, _ right: LocalDate?) -> LocalDate? {
  guard let left, let right else { return left ?? right }
  return Swift.max(left, right)
}
