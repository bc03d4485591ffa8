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

  /// Looks at a plan; nil where its kind knows no such signatures.
  package init?(of plan: PlanTree) {
    let schema = plan.kind.schema
    guard !schema.approvedPaths.isEmpty else { return nil }
    let approvals = schema.approvedPaths.flatMap { plan.root.elements(at: $0) }.map(Signature.init)
    let others = schema.acknowledgedPaths.flatMap { plan.root.elements(at: $0) }.map(Signature.init)
    let isReviewed = schema.reviewedPaths.contains { !plan.root.elements(at: $0).isEmpty }
    let signatures = approvals + others
    since = signatures.compactMap(\.day).max()
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
  let day: LocalDate?

  init(_ element: XMLNode) {
    let name = element.elements(at: ["name"]).first?.stringValue ?? ""
    let position = element.elements(at: ["position"]).first?.stringValue ?? ""
    who = position.isEmpty ? name : "\(name), \(position)"
    day = element.elements(at: ["date"]).first.flatMap { LocalDate(iso: $0.stringValue.utf8.span) }
  }
}
