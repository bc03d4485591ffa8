internal import Bytes
internal import Diagnostics
internal import Files
internal import Plans
internal import Renditions

/// The plans of one servant, in the order of their days.
struct PersonnelFile: Sendable {
  let servant: Servant
  private(set) var plans: [SignedPlan]

  /// The name of its folder.
  var folder: String { servant.folder }

  /// Puts plans together by whose they are; what cannot be told apart is told of.
  static func grouped(_ plans: [SignedPlan]) -> (files: [PersonnelFile], faults: [Diagnostic]) {
    var files: [String: PersonnelFile] = [:]
    // Who is known by a name alone: by whichever plans they all go back to.
    var roots: [String: Set<String>] = [:]
    for plan in plans {
      let name = plan.servant.nameKey
      roots[name, default: []].insert(plan.servant.id.map { "id " + $0 } ?? plan.root)
    }
    var faults: [Diagnostic] = []
    for plan in plans.sorted(by: SignedPlan.precedes) {
      if plan.servant.id == nil, roots[plan.servant.nameKey]?.count ?? 0 > 1 {
        faults.append(.namesake(plan.path, plan.servant.name))
        continue
      }
      let folder = plan.servant.folder
      if let file = files[folder] {
        // The latest plan says how the servant is called now.
        files[folder] = PersonnelFile(servant: plan.servant, plans: file.plans + [plan])
      } else {
        files[folder] = PersonnelFile(servant: plan.servant, plans: [plan])
      }
    }
    return (files.values.sorted { $0.folder.precedes($1.folder) }, faults)
  }
}

extension PersonnelFile {
  /// Whose file it is, behind those documents that it has already: a name that has changed is not
  /// changed back by a document from before.
  func servant(after inventory: Inventory?) -> Servant {
    guard let inventory, !inventory.servant.isCalled(servant.name) else { return servant }
    let isFormer =
      inventory.items.contains { servant.isCalled(inventory.person(in: $0)) }
      || inventory.items.contains { item in plans.allSatisfy { $0.key.date < item.date } }
    return isFormer ? inventory.servant : servant
  }

  /// Tells of new documents with a name that the file does not know, but where it has changed.
  func strangers(in new: [SignedPlan], after inventory: Inventory?, renamed: Set<String>)
    -> [Diagnostic]
  {
    guard let first = new.first, !renamed.contains(servant.id ?? "") else { return [] }
    var known = [first.servant]
    if let inventory {
      known = inventory.items.map { item in
        var servant = inventory.servant
        servant.name = inventory.person(in: item)
        return servant
      }
    }
    return new.compactMap { plan in
      plan.names.first { name in !known.contains { $0.isCalled(name) } }.map { name in
        .stranger(plan, name, known: inventory?.servant ?? first.servant)
      }
    }
  }
}

extension Servant {
  /// What is the same for all who cannot be told from each other without an identifier.
  fileprivate var nameKey: String { agency.lowercased() + "\n" + name.lowercased() }
}

extension SignedPlan {
  /// The order of documents in a file: by day, then by kind and name of file.
  fileprivate static func precedes(_ left: SignedPlan, _ right: SignedPlan) -> Bool {
    if left.key.date != right.key.date { return left.key.date < right.key.date }
    if left.key.kind != right.key.kind { return right.key.kind.precedes(left.key.kind) }
    return left.path.precedes(right.path)
  }
}
