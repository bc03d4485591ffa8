internal import Contents
internal import Calendars
package import Diagnostics
internal import Plans

extension ControlReader {
  /// What an executor owes by the acts and plans that were read, a plan for each that says so.
  ///
  /// - Parameters:
  ///   - executor: the name, or a part of it.
  ///   - folder: where the extracts will lie.
  /// - Throws: that the executor owes nothing.
  package func extracts(of executor: String, in folder: String) throws(ProgramFault) -> [PlanValue]
  {
    let extracts = documents.compactMap { document -> PlanValue? in
      var name: String?
      let rows = document.duties.compactMap { duty -> PlanValue? in
        guard let own = duty.executors.first(where: { ExecutorName.holds($0, executor) }) else {
          return nil
        }
        name = name ?? own
        return .object([
          "place": .given(duty.place), "task": .given(duty.task),
          "lead": .given(duty.lead), "text": .text(duty.text),
          "deadline": duty.deadline, "due": duty.due.map { .text($0.iso) },
          "role": .text(own == duty.mainExecutor ? "main" : "co"),
          "others": .given(duty.executors.filter { $0 != own }.joined(separator: ", ")),
        ])
      }
      guard let name else { return nil }
      return .object([
        "executor": .text(name), "year": .given(document.years),
        "document": document.reference.value, "plan": document.plan(from: folder),
        "measures": .items(rows),
      ])
    }
    guard extracts.isEmpty else { return extracts }
    throw ProgramFault(
      uk:
        "виконавець «\(executor)» за цими актами й планами нічого не має виконати: перевірте назву",
      en: "the executor '\(executor)' owes nothing by these acts and plans: check the name")
  }
}
