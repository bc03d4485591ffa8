package import Diagnostics
package import Schemas
package import XML

extension Seal {
  /// What is wrong with the seal of a plan: an error for each part that is no longer what it was.
  package static func findings(
    in root: XMLNode, _ schema: Schema, of source: SourceFile, _ range: (XMLNode) -> SourceRange
  ) -> [Diagnostic] {
    guard schema.hasSeal,
      let place = root.children.first(where: { $0.isNamed(Schema.sealElement) })
    else { return [] }
    let start = range(place).firstCharacter
    do throws(NoSeal) {
      guard let seal = try Seal(of: root) else { return [] }
      let content = PlanContent(of: root, schema)
      guard seal.digest != content.digest else { return [] }
      let signings = seal.signingsAdded(to: root, schema)
      guard signings.isEmpty else { return signings.map { signedLater(source, range($0)) } }
      let (nodes, gone) = seal.changes(in: content)
      let changed = nodes.prefix(Self.toldLimit).map { node in
        broken(
          source, range(node),
          Message(
            uk: "після скріплення плану тут щось змінено або додано",
            en: "this was changed or added after the plan was sealed"))
      }
      let rest = nodes.count - changed.count
      guard changed.isEmpty || gone > 0 || rest > 0 else { return changed }
      let words = [
        gone > 0
          ? Message(
            uk: "вилучено частин змісту: \(gone)", en: "parts of the content that are gone: \(gone)"
          )
          : nil,
        rest > 0
          ? Message(uk: "змінено ще в місцях: \(rest)", en: "changes in further places: \(rest)")
          : nil,
      ].compactMap { $0 }
      let more =
        words.isEmpty
        ? Message(uk: "змінено порядок або поділ", en: "the order or division has changed")
        : Message(
          uk: words.map(\.uk).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
      return changed + [
        broken(
          source, start,
          Message(
            uk: "зміст плану не той, що був під час скріплення: \(more.uk)",
            en: "the plan is not what it was when it was sealed: \(more.en)"))
      ]
    } catch {
      return [
        Diagnostic(
          code: "wrong-seal", in: source, at: start,
          Message(
            uk: "«сума» – це 64 шістнадцяткові цифри, які пише pysar seal",
            en: "'digest' is 64 hexadecimal digits that pysar seal writes"),
          help: Message(
            uk: "вилучіть «контрольна-сума» і скріпіть план знову: pysar seal",
            en: "remove 'seal', and seal the plan again: pysar seal"))
      ]
    }
  }

  private static let toldLimit = 10

  private static func signedLater(_ source: SourceFile, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "broken-seal", in: source, at: range,
      Message(
        uk: "план скріплено раніше, ніж підписано: після скріплення дописано підпис, решта та сама",
        en: "the plan was sealed before it was signed: a signature was added since, nothing else"),
      help: Message(
        uk: "коли всі підписали, скріпіть план знову: pysar seal --renew",
        en: "when all have signed, seal the plan again: pysar seal --renew"))
  }

  private static func broken(
    _ source: SourceFile, _ range: SourceRange, _ message: Message
  ) -> Diagnostic {
    Diagnostic(
      code: "broken-seal", in: source, at: range, message,
      help: Message(
        uk:
          "поверніть, як було; або складіть переглянутий план (pysar revise); або, якщо план ще не підписано, скріпіть його знову: pysar seal --renew",
        en:
          "put back what was; or write a revised plan (pysar revise); or, where nobody has signed yet, seal it again: pysar seal --renew"
      ))
  }
}
