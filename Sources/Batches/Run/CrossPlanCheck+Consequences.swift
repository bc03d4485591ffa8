import Diagnostics

extension CrossPlanCheck {
  /// The first file with a plan that is wrong beside others.
  var firstError: Int? { findings.first(where: \.isError).map { Int($0.file) } }

  /// The files with plans that made nothing only because of other plans, and now may.
  func released(_ list: PlanList, _ places: RecordPlaces) throws(BuildStateFault) -> [Int] {
    guard hasWithheld else { return [] }
    var released: [Int] = []
    var windows = places.windows()
    var window = self.window
    var position = 0
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let across = try findings(on: index, &position, &window)
      let isReleased = try windows.record(at: place, []).plans.contains { plan in
        plan.isWithheld
          && !across.contains { $0.plan == plan.number && $0.finding.severity == .error }
      }
      if isReleased { released.append(index) }
    }
    return released
  }
}
