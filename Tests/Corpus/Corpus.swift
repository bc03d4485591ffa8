/// Performance plans of a civil service that does not exist, as many as asked for.
///
/// Every plan is lawful and signed off, 3 to 5 KB of YAML but for one in a hundred; every third has a
/// slip that earns a warning or a note. The same number gives the same plan, on every machine and in
/// a corpus of every size: a service is built agency by agency, department by department, head first.
package struct Corpus: Sequence, Sendable {
  /// How many plans there are.
  package let count: Int

  /// A corpus of so many plans.
  package init(count: Int) {
    self.count = count
  }

  /// Begins with the first plan.
  package func makeIterator() -> Iterator { Iterator(left: count) }

  /// Goes through the service; one department is in memory at a time.
  package struct Iterator: IteratorProtocol {
    private var left: Int
    private var index = 0
    private var agency = Agency(0)
    private var department: Department
    private var place = 0

    fileprivate init(left: Int) {
      self.left = left
      department = agency.nextDepartment()
    }

    /// The next plan.
    package mutating func next() -> CorpusPlan? {
      guard left > 0 else { return nil }
      if place == department.staff.count {
        if agency.isComplete { agency = Agency(agency.number + 1) }
        department = agency.nextDepartment()
        place = 0
      }
      defer {
        left -= 1
        index += 1
        place += 1
      }
      return CorpusPlan(index: index, agency: agency.name, department: department, place: place)
    }
  }
}
