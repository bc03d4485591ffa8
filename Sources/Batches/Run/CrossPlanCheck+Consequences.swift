import Diagnostics
import Discovery
import RunState

extension CrossPlanCheck {
  /// The first file with a plan that is wrong beside others.
  var firstError: Int? { findings.first(where: \.isError).map { Int($0.file) } }

  /// The files with plans that made nothing only because of other plans, and now may.
  func released(_ list: PlanList, _ places: RecordPlaces) throws(BuildStateFault) -> [Int] {
    guard hasWithheld else { return [] }
    var released: [Int] = []
    let reader = places.reader()
    let table = try table()
    var position = 0
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let across = try findings(on: index, &position, table)
      let isReleased = try reader.record(at: place, []).plans.contains { plan in
        plan.isWithheld
          && !across.contains { $0.plan == plan.number && $0.finding.severity == .error }
      }
      if isReleased { released.append(index) }
    }
    return released
  }
}

extension CrossPlanCheck {
  /// Whether some plan makes a file of that path.
  func claims(_ path: String) -> Bool { outputs.has(PathHash.of(path)) }

  /// Whether what a plan would make, were it not wrong beside others, is what another one makes, would
  /// make or once made.
  func isShared(_ path: String) -> Bool {
    let hash = PathHash.of(path)
    return withheldOutputs[hash, default: 0] > 1 || outputs.has(hash) || formers.has(hash)
  }
}

extension [UInt64] {
  /// Whether a number is among them; they are sorted.
  fileprivate func has(_ number: UInt64) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
