internal import Contents
internal import Diagnostics
internal import Plans
internal import Schemas
internal import XML

extension PlanTree {
  /// Why its seal is not renewed: people have signed it, and something else than signatures has
  /// changed since; nil where it may be.
  var refusalToRenew: Diagnostic? {
    guard isSealed, let first = signings.first else { return nil }
    if let seal = try? Seal(of: root), !seal.signingsAdded(to: root, kind.schema).isEmpty {
      return nil
    }
    let people = signings.map(\.words).joined(separator: ", ")
    return Diagnostic(
      code: "not-sealed", in: source, at: range(of: first.day),
      Message(
        uk: "план змінено після скріплення, а його вже підписали: \(people); знову не скріплено",
        en:
          "the plan has changed since it was sealed, and is signed by \(people); it is not sealed again"
      ),
      help: Message(
        uk: "поверніть, як було, або складіть переглянутий план: pysar revise",
        en: "put back what was, or write a revised plan: pysar revise"))
  }

  /// The signatures that it has: their days, and who has signed.
  private var signings: [(day: XMLNode, words: String)] {
    kind.schema.signedPaths.joined().flatMap { root.elements(at: $0) }.compactMap { day in
      let name = day.parent.flatMap { $0.elements(at: ["name"]).first } ?? day
      return day.stringValue.isEmpty ? nil : (day, name.stringValue)
    }
  }
}
