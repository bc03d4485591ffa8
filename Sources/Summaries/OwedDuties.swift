package import Calendars
internal import Deadlines
internal import Diagnostics
internal import Digests
package import Plans
internal import Schemas
internal import XML

/// Which duties of performance plans are owed on a day: of a plan and its revisions, those of the one
/// that is in force, without what monitoring cards report as done.
package final class OwedDuties {
  /// A duty and the file that its plan stands in.
  package typealias Item = (file: String, duty: Duty)

  /// A plan as it was set first, or as it was revised.
  private struct Edition {
    /// Whose plan it is, and of which year and post.
    let owner: String
    let digest: String
    /// What it revises; empty for a plan that does not say so.
    let former: String
    let reviews: Int
    let signedOn: LocalDate?
    /// Where its duties stand.
    let places: Set<Place>
  }

  private struct Place: Hashable {
    let file: String
    let line: Int, column: Int

    init(_ file: String, _ duty: Duty) {
      self.file = file
      line = Int(duty.place.start.line)
      column = Int(duty.place.start.column)
    }
  }

  /// What the last card says of a task or an indicator.
  private struct Report {
    let quarterEnd: LocalDate
    let isDone: Bool
  }

  private let day: LocalDate
  private let reader = XPathReader()
  private var editions: [Edition] = []
  /// By the owner, and by the digest of the plan that a card names; then by the words.
  private var reports: [String: [String: Report]] = [:]

  /// Begins with no plans.
  ///
  /// - Parameter day: the day that is asked of; what is signed or reported later does not count.
  package init(on day: LocalDate) {
    self.day = day
  }

  /// Takes a plan with the duties that it sets, or a card.
  package func read(_ plan: PlanTree, _ duties: [Duty]) {
    let root = plan.root
    switch plan.kind.name {
    case "performance-plan":
      editions.append(
        Edition(
          owner: owner(of: root), digest: plan.digest.hex,
          former: reader.text("revises/plan/@sha256", root),
          reviews: reader.nodes("review/quarter", root).count, signedOn: plan.signedOn,
          places: Set(duties.map { Place(plan.source.name, $0) })))
    case "performance-monitoring": readCard(root)
    default: break
    }
  }

  /// Those that are owed, and how many others there are: of plans that are not in force, and reported as done.
  package func owed(of items: [Item]) -> (items: [Item], notInForce: Int, done: Int) {
    var owners: [Place: Edition] = [:]
    for edition in editions { for place in edition.places { owners[place] = edition } }
    let passed = placesNotInForce()
    let byDigest = Dictionary(editions.map { ($0.digest, $0) }) { first, _ in first }
    var result: [Item] = []
    var (notInForce, done) = (0, 0)
    for item in items {
      let place = Place(item.file, item.duty)
      guard !passed.contains(place) else {
        notInForce += 1
        continue
      }
      guard let edition = owners[place] else {
        result.append(item)
        continue
      }
      let line = sequence(first: edition) { byDigest[$0.former] }.prefix(Quarter.allCases.count)
      if let duty = rest(of: item.duty, [edition.owner] + line.map(\.digest)) {
        result.append((item.file, duty))
      } else {
        done += 1
      }
    }
    return (result, notInForce, done)
  }

  private func owner(of root: XMLNode) -> String {
    reader.text(
      """
      concat(name-key(agency), '|', year, '|', servant/id, '|', name-key(servant/name), '|', \
      office-key(servant/position), '|', name-key(department), '|', name-key(unit))
      """, root)
  }

  /// Where duties of plans stand that others have taken the place of, or that wait for signatures.
  private func placesNotInForce() -> Set<Place> {
    let byOwner = Dictionary(grouping: editions, by: \.owner)
    let byFormer = Dictionary(grouping: editions, by: \.former)
    let digests = Set(editions.map(\.digest))
    var result: Set<Place> = []
    for edition in editions {
      let others = byOwner[edition.owner] ?? []
      let later = others.filter { $0.reviews > edition.reviews } + (byFormer[edition.digest] ?? [])
      let hasFormer =
        digests.contains(edition.former) || others.contains { $0.reviews < edition.reviews }
      if later.contains(where: isInForce) || hasFormer && !isInForce(edition) {
        result.formUnion(edition.places)
      }
    }
    return result
  }

  private func isInForce(_ edition: Edition) -> Bool { edition.signedOn.map { $0 <= day } ?? false }

  // MARK: Cards

  private func readCard(_ root: XMLNode) {
    guard let given = LocalDate(iso: reader.text("date", root).utf8.span), given <= day,
      let year = Int(reader.text("year", root)),
      let end = Quarter(rawValue: reader.text("quarter", root))?.end(in: year)
    else { return }
    let owners = [owner(of: root), reader.text("plan/file/@sha256", root)].filter { !$0.isEmpty }
    func take(_ words: String, isDone: Bool) {
      for owner in owners {
        if let known = reports[owner]?[words], known.quarterEnd > end { continue }
        reports[owner, default: [:]][words] = Report(quarterEnd: end, isDone: isDone)
      }
    }
    for task in reader.nodes("tasks/task", root) {
      for indicator in reader.nodes("indicators/indicator", task) {
        take(reader.text("text", indicator), isDone: isDone(indicator))
      }
      let own = reader.nodes("indicators/indicator[not(deadline)]", task)
      let judged = own.isEmpty ? reader.nodes("indicators/indicator", task) : own
      take(reader.text("title", task), isDone: judged.allSatisfy(isDone))
    }
  }

  private func isDone(_ indicator: XMLNode) -> Bool {
    IndicatorState(rawValue: reader.text("state", indicator)).map { !$0.isOpen } ?? false
  }

  /// What is left of a duty by the cards: nil where it is done; what recurs goes on after the quarter.
  ///
  /// - Parameter plans: what cards may name its plan by, and those that it revised.
  private func rest(of duty: Duty, _ plans: [String]) -> Duty? {
    let found = plans.compactMap { reports[$0]?[duty.text] }
    guard let last = found.max(by: { $0.quarterEnd < $1.quarterEnd }), last.isDone else {
      return duty
    }
    guard let deadline = duty.deadline, deadline.every != nil, let from = deadline.from else {
      return nil
    }
    var rest = duty
    rest.deadline?.from = max(from, last.quarterEnd.adding(days: 1) ?? from)
    return rest
  }
}
