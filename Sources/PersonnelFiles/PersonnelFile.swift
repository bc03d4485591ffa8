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
