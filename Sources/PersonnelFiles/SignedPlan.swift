internal import Calendars
internal import Contents
internal import Diagnostics
internal import Files
internal import Plans
internal import Schemas
internal import XML

/// A plan as a document of a personnel file.
struct SignedPlan: Sendable {
  /// The path under which its file was read.
  let path: String
  var servant: Servant
  /// The names of the servant in it and in the plans that it goes back to.
  private(set) var names: [String]
  /// Whose the first of those plans is that cannot be of the servant, nil where there is none.
  private(set) var other: PlanOwner?
  /// The first of the plans that it goes back to by references, itself where there is none.
  let root: String
  let key: Inventory.Item.Key
  /// The registration index, where its kind has one.
  let index: String?

  /// Looks at a plan that all have signed; nil where it is of no servant, or not signed by that day.
  init?(_ plan: PlanTree, asOf day: LocalDate, former: (String) -> PlanTree?) {
    guard var servant = Servant(of: plan), let date = plan.signedOn, date <= day else { return nil }
    path = plan.source.name
    key = Inventory.Item.Key(kind: plan.kind.name, title: Self.title(of: plan), date: date)
    index = plan.root.text(at: "act", "number") ?? plan.root.text(at: "number")
    // A plan goes back to its servant's former one, a card to its plan; neither need repeat the
    // identifier.
    names = [servant.name]
    var first = plan
    for _ in 0..<Self.depthLimit {
      let plans = first.references.compactMap { former($0.path) }
      guard let next = plans.first(where: { Servant(of: $0) != nil }), let owner = Servant(of: next)
      else { break }
      guard servant.mayBe(owner) else {
        other = PlanOwner(name: owner.name, id: owner.id)
        break
      }
      first = next
      names.append(owner.name)
      servant.id = servant.id ?? owner.id
    }
    root = FileSystem.resolved(first.source.name) ?? first.source.name
    self.servant = servant
  }

  /// How many plans in a row may go back to each other.
  private static let depthLimit = 16

  /// What people call the document: its kind, its year and quarter, and whether it is a revision.
  private static func title(of plan: PlanTree) -> String {
    let kind = plan.kind.schema.title.uk
    let year = plan.year.map(String.init)
    var title = kind
    if let quarter = plan.root.text(at: "quarter") {
      title += " за \(ukrainian(quarter)) квартал" + (year.map { " \($0) року" } ?? "")
    } else if let year {
      title += " на \(year) рік"
    }
    if let quarter = plan.root.text(at: "revises", "quarter") {
      title += " (переглянуто за результатами \(ukrainian(quarter)) кварталу)"
    }
    return title
  }

  /// A quarter's numeral in the letters that Ukrainian documents have it in.
  private static func ukrainian(_ numeral: String) -> String {
    numeral.replacing("I", with: "І")
  }
}
