import Diagnostics
import Documents
import Files
import Forms
import Plans
import Schemas
import TestSupport

/// A template folder of a test's own, held in memory, with a kind `club-card` that no Swift knows
/// of.
struct TemporaryTemplates {
  let folders: TemplateFolders

  /// Holds the kind with this form's body, and further files by their paths within the folder.
  init(form body: String, files: [String: String] = [:]) {
    let page = body.hasPrefix("<!DOCTYPE") ? body : Self.page(body)
    let own = ["kinds/club-card/schema.yaml": Self.schema, "kinds/club-card/form.html": page]
    folders = TemplateFolders([.texts(own.merging(files) { $1 })])
  }

  /// A page with this body; the body begins on line 4, column 1.
  static func page(_ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="uk" xmlns:p="urn:pysar:form:1"><head><meta charset="utf-8"/><title p:text="name">Картка</title></head>
    <body>
    \(body)
    </body></html>
    """
  }

  static let schema = """
    title: Club card
    description: A card of a club.
    x-uk: {name: картка, title: Картка, description: Картка гуртка.}
    type: object
    required: [name]
    properties:
      name: {type: string, description: The name., x-uk: {name: назва, description: Назва.}}
      level: {type: string, enum: [low, high], description: The level., x-uk: {name: рівень, values: {low: низький, high: високий}}}
      since: {type: string, format: date, description: Since when., x-uk: {name: відколи}}
      open: {type: boolean, description: Whether it is open., x-uk: {name: відкрито}}
      size: {type: integer, minimum: 1, maximum: 99, description: The size., x-uk: {name: розмір}, xml: {attribute: true}}
      members:
        type: array
        description: The members.
        x-uk: учасники
        x-scalar: items
        items: {$ref: '#/$defs/member', xml: {name: member}}
      notes:
        type: array
        description: Notes.
        x-uk: нотатки
        xml: {wrapped: false}
        items: {type: string, xml: {name: note}}
    $defs:
      member:
        type: object
        x-scalar: name
        required: [name]
        properties:
          name: {type: string, description: The name., x-uk: ім’я}
          task: {type: string, description: The task., x-uk: справа}
          members:
            type: array
            description: Members below.
            x-uk: підлеглі
            items: {$ref: '#/$defs/member', xml: {name: member}}

    """

  /// The form, or what is wrong with it or its kind.
  func form() -> Diagnosed<Form> {
    let kinds = KindLibrary(folders: folders)
    guard let kind = kinds.kind(named: "club-card") else { return Diagnosed(nil, []) }
    guard let value = kind.value else { return Diagnosed(nil, kind.diagnostics) }
    return FormReader(folders: folders).read("form", of: value) ?? Diagnosed(nil, [])
  }

  /// What is wrong, each with the file's name and the place.
  func faults() -> [String] {
    form().diagnostics.map { diagnostic in
      let place = diagnostic.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
      let file = diagnostic.file.split(separator: "/").last ?? ""
      return "\(file):\(place) \(diagnostic.code): \(diagnostic.message.en)"
    }
  }

  /// The lines of the HTML inside of `main` for a plan, or for none: the blank form.
  func html(_ plan: String?) -> [String] {
    let form = form()
    guard let value = form.value else { return faults() }
    let renderer = FormRenderer(value)
    guard let plan else { return Self.lines(renderer.blank()) }
    let kinds = KindLibrary(folders: folders)
    let plans = PlanReader(kinds: kinds).read(
      SourceFile(name: "plan.yaml", bytes: Array(("kind: club-card\n" + plan).utf8)))
    guard let tree = plans.first?.value else {
      return [TextReporter(language: .en).report(plans.flatMap(\.diagnostics))]
    }
    return renderer.render(tree).map(Self.lines) ?? []
  }

  private static func lines(_ document: Document) -> [String] {
    String(decoding: HTMLWriter().write(document), as: UTF8.self).split(separator: "\n")
      .map(String.init).drop { $0 != "<main>" }.dropFirst().prefix { $0 != "</main>" }
      .map { $0 }
  }
}
