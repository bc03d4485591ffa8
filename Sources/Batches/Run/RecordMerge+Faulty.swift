import Diagnostics
import Discovery
import Reports
import RunState

extension RecordMerge {
  /// The first plans that nothing was made of because of errors.
  static func faulty(_ list: PlanList, _ places: RecordPlaces) throws(BuildStateFault)
    -> FaultyPlans
  {
    var faulty = FaultyPlans()
    let reader = places.reader()
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let record = try reader.record(at: place, .findings)
      for plan in record.plans where plan.isWithheld || plan.outcome.isBad {
        faulty.add(plan.outcome(in: record, called: list.name(of: list.files[index])))
        guard !faulty.isFull else { return faulty }
      }
    }
    return faulty
  }

  /// What is wrong with the plans of a file.
  static func findings(on index: Int, _ list: PlanList, _ places: RecordPlaces)
    throws(BuildStateFault) -> [Diagnostic]
  {
    guard let place = places[index] else { return [] }
    let reader = places.reader()
    let record = try reader.record(at: place, .findings)
    return record.plans.flatMap {
      $0.outcome(in: record, called: list.name(of: list.files[index])).findings
    }
  }
}
