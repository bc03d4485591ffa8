package import Calendars
internal import Contents
package import Plans
internal import Schemas
internal import XML

/// How far a plan has come, in the words of the personnel system: Новий, Підготовано, Погоджено,
/// Ознайомлено, Переглянуто. It follows from its signatures, never from a flag.
package enum PlanState: String, Sendable, CaseIterable {
  /// Nobody is named yet who approves it.
  case new
  /// Those are named who approve it; not all have.
  case prepared
  /// All have approved it.
  case approved
  /// The servant is acquainted with it.
  case acknowledged
  /// The servant is acquainted with it, and it is the outcome of a review.
  case reviewed
}

/// A plan's state, and what it waits for.
package struct PlanStanding: Sendable {
  /// How far it has come.
  package let state: PlanState
  /// Whose signature is next, with the office as far as it is named; nil where none is missing.
  package let awaited: String?
  /// The day of the last signature; nil before the first.
  package let since: LocalDate?

  /// How many signatures bear a later day than the one that is asked of.
  package let later: Int

  /// Looks at a plan; nil where its kind knows no such signatures.
  ///
  /// - Parameter day: the day that is asked of: signatures of later days are not there yet.
  package init?(of plan: PlanTree, on asked: LocalDate) {
    let schema = plan.kind.schema
    guard !schema.approvedPaths.isEmpty else { return nil }
    func signatures(at paths: [[String]]) -> [Signature] {
      paths.flatMap { plan.root.elements(at: $0) }.map { Signature($0, on: asked) }
    }
    let approvals = signatures(at: schema.approvedPaths)
    let others = signatures(at: schema.acknowledgedPaths)
    let isReviewed = schema.reviewedPaths.contains { !plan.root.elements(at: $0).isEmpty }
    let signatures = approvals + others
    since = signatures.compactMap(\.day).max()
    later = signatures.count(where: \.isLater)
    if approvals.isEmpty {
      state = .new
    } else if approvals.contains(where: { $0.day == nil }) {
      state = .prepared
    } else if others.isEmpty || others.contains(where: { $0.day == nil }) {
      state = .approved
    } else {
      state = isReviewed ? .reviewed : .acknowledged
    }
    awaited = signatures.first { $0.day == nil }?.who
  }
}

/// Who signs, and when.
private struct Signature {
  let who: String
  /// The day; nil for one that is not there yet.
  let day: LocalDate?
  /// Whether it bears a later day than the one that is asked of.
  let isLater: Bool

  init(_ element: XMLNode, on asked: LocalDate) {
    let name = element.elements(at: ["name"]).first?.stringValue ?? ""
    let position = element.elements(at: ["position"]).first?.stringValue ?? ""
    who = position.isEmpty ? name : "\(name), \(position)"
    let date = element.elements(at: ["date"]).first.flatMap {
      LocalDate(iso: $0.stringValue.utf8.span)
    }
    isLater = date.map { $0 > asked } ?? false
    day = isLater ? nil : date
  }
}
