/// One plan of a corpus.
package struct CorpusPlan: Sendable {
  /// The place in the corpus, from 0.
  package let index: Int
  let agency: String
  let department: Department
  let servant: Servant
  private let place: Int

  init(index: Int, agency: String, department: Department, place: Int) {
    self.index = index
    self.agency = agency
    self.department = department
    self.place = place
    servant = department.staff[place]
  }

  /// The folder of the department, below the corpus: `agency/department`.
  package var folder: String { department.folder }

  /// The file below the corpus, without its ending: `agency/department/surname-number`.
  package var stem: String { "\(folder)/\(slug(servant.person.surname))-\(place + 1)" }

  /// The plan as YAML. A later edition differs from the first in the words of one indicator.
  package func yaml(edition: Int = 1) -> [UInt8] {
    var text = PlanText(self, edition: edition)
    return text.write()
  }

  /// Whether the plan is among the hundredth that a day changes.
  package var isOneInAHundred: Bool { index % 100 == 37 }

  /// What the tasks are made of: the same for those who have the same tasks.
  var taskIndex: Int { servant.isTwin ? index - 1 : index }

  /// About how many bytes stand around the tasks; the same for those who have the same tasks.
  var frameSize: Int {
    let unit = servant.unit.map { department.units[$0].name.utf8.count } ?? 0
    return 360 + 170 * approvers.count + agency.utf8.count + 2 * department.name.utf8.count
      + 2 * unit
  }

  /// Those who approve, in the order of the form.
  var approvers: [(position: String, person: Person)] {
    let head = (department.headPosition, department.staff[0].person)
    switch (servant.role, servant.unit) {
    case (.head, nil): return [("Перший заступник керівника", department.leader)]
    case (.deputy, nil), (.head, _): return [head]
    case (_, let unit):
      let unit = department.units[unit ?? 0]
      return [head, (unit.headPosition, department.staff[unit.head].person)]
    }
  }
}
