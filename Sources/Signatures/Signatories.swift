internal import Contents
package import Diagnostics
internal import Names
package import Plans
internal import Schemas
internal import Tables
internal import XML

/// The people who must sign a plan: those beside whose days its kind's `x-signed` looks.
package struct Signatories {
  private let people: [(name: String, range: SourceRange)]
  private let source: SourceFile

  /// Reads the names that a plan gives.
  package init(of plan: PlanTree) {
    source = plan.source
    var people: [(name: String, range: SourceRange)] = []
    for path in plan.kind.schema.signedPaths.flatMap({ $0 }) {
      for signature in plan.root.elements(at: path.dropLast()) {
        guard let name = signature.child("name") else { continue }
        let text = name.stringValue.split { $0.isWhitespace }.joined(separator: " ")
        let range = plan.range(of: name)
        if !text.isEmpty, !people.contains(where: { $0.range == range }) {
          people.append((text, range))
        }
      }
    }
    self.people = people
  }

  /// Whether the plan names nobody.
  package var isEmpty: Bool { people.isEmpty }

  /// What is missing of their signatures.
  ///
  /// - Parameters:
  ///   - signers: whom the certificates of the signatures name; empty where one names nobody.
  ///   - path: how the file of the plan is called where it is told of.
  package func missing(among signers: [String], in path: String) -> [Diagnostic] {
    let names = signers.map { PersonName($0.utf8.span) }
    let absent = people.filter { person in
      let name = PersonName(person.name.utf8.span)
      return !names.contains { $0.isSame(as: name) }
    }
    let strangers = signers.filter { signer in
      let name = PersonName(signer.utf8.span)
      return !people.contains { PersonName($0.name.utf8.span).isSame(as: name) }
    }
    return absent.map { person in
      var diagnostic = Diagnostic(
        code: "signature-missing", in: source, at: person.range,
        Self.message(person.name, strangers, signers.isEmpty),
        help: Message(
          uk:
            "покладіть біля плану файл підпису цієї особи (*.p7s, *.asice, *.asics) й передайте план знову",
          en:
            "put the file of this person's signature beside the plan (*.p7s, *.asice, *.asics), and export it again"
        ))
      diagnostic.file = path
      return diagnostic
    }
  }

  private static func message(_ name: String, _ strangers: [String], _ isNone: Bool) -> Message {
    guard !isNone else {
      return Message(
        uk: "електронного підпису немає, а підписати має \(name)",
        en: "there is no electronic signature, and \(name) must sign")
    }
    guard !strangers.isEmpty else {
      return Message(
        uk: "немає електронного підпису, який ставить \(name)",
        en: "the electronic signature of \(name) is missing")
    }
    let named = strangers.map { $0.isEmpty ? "?" : $0 }.joined(separator: ", ")
    return Message(
      uk: "немає електронного підпису, який ставить \(name); сертифікати називають ще: \(named)",
      en: "the electronic signature of \(name) is missing; certificates name, too: \(named)")
  }
}
