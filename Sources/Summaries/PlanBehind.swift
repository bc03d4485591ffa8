internal import Bytes
internal import Calendars
internal import Contents
package import Diagnostics
internal import Digests
internal import Discovery
internal import Files
package import Plans
internal import Renditions
internal import Schemas
internal import XML

/// What is to be known of a plan before a document is begun from it.
package enum PlanBehind {
  /// That not all have signed a plan; nil where they have.
  package static func unsigned(_ plan: PlanTree) -> Diagnostic? {
    guard plan.signedOn == nil else { return nil }
    return Diagnostic(
      .warning, code: "plan-unsigned", in: plan.source, at: plan.range(of: plan.root),
      Message(
        uk: "план підписали ще не всі, а за ним починають документ",
        en: "not all have signed the plan, and a document is begun from it"),
      help: Message(
        uk: "дочекайтеся підписів; якщо план підписано, впишіть їхні дати",
        en: "wait for the signatures; where the plan is signed, write their days"))
  }

  /// That a plan beside it in the folder revised it, and all had signed that by a day; nil where none did.
  static func revised(
    _ plan: PlanTree, in path: String, by day: LocalDate?, _ renderer: PlanRenderer
  ) -> Diagnostic? {
    let folder = FileSystem.parent(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let names = (try? Folder.names(at: folder)) ?? []
    for other in names.sorted() where PlanFinder.isPlan(other) {
      guard other != name,
        let source = try? SourceFile(named: folder == "." ? other : folder + "/" + other),
        source.bytes.holds(name)
      else { continue }
      let revision = renderer.read(source).compactMap(\.value).first {
        $0.kind.name == plan.kind.name && $0.references.contains { $0.digest == plan.digest }
      }
      guard let signed = revision?.signedOn, day.map({ signed <= $0 }) ?? true else { continue }
      let date = signed.formatted("dd.MM.yyyy")
      return Diagnostic(
        .warning, code: "plan-revised", in: plan.source, at: plan.range(of: plan.root),
        Message(
          uk: "план переглянуто: «\(source.name)» підписано \(date), до кінця кварталу",
          en:
            "the plan was revised: '\(source.name)' was signed on \(date), before the quarter ended"
        ),
        help: Message(
          uk: "почніть картку за ним: pysar monitor \(source.name)",
          en: "begin the card from that one: pysar monitor \(source.name)"))
    }
    return nil
  }
}
