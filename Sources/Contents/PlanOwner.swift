package import Diagnostics
internal import Names
package import Schemas
package import XML

/// Whose a plan is.
package struct PlanOwner: Sendable {
  /// The name of the person.
  package let name: String
  /// The body's own identifier of the person; nil where the plan gives none.
  package let id: String?

  /// Makes an owner.
  package init(name: String, id: String?) {
    self.name = name
    self.id = id
  }

  /// Looks at a plan; nil where it names no person, or its kind knows of none.
  package init?(of root: XMLNode, _ schema: Schema) {
    func text(_ index: Int) -> String? {
      guard index < schema.personPaths.count else { return nil }
      let text = root.elements(at: schema.personPaths[index]).first?.stringValue
      return text?.isEmpty == false ? text : nil
    }
    guard let name = text(0) else { return nil }
    self.init(name: name, id: text(1))
  }

  /// Whether two plans may be of one person: no identifiers differ, and the names are one, or differ in
  /// the surname alone where the identifier says that the person is the same.
  package func isSame(as other: PlanOwner) -> Bool {
    if let id, let others = other.id, id != others { return false }
    return hasSameName(as: other.name)
      || id != nil && id == other.id
        && PersonName(name.utf8.span).isSameButSurname(as: PersonName(other.name.utf8.span))
  }

  /// Whether a name may be that of the person.
  package func hasSameName(as other: String) -> Bool {
    PersonName(name.utf8.span).isSame(as: PersonName(other.utf8.span))
  }

  /// The name with the identifier.
  package var words: String { id.map { "\(name) (\($0))" } ?? name }

  /// What is wrong where a plan refers to one of this owner and is of another; a revision may be of a
  /// person whose surname has changed.
  package func fault(
    in root: XMLNode, _ schema: Schema, isRevision: Bool, of source: SourceFile,
    at place: SourceRange
  ) -> Diagnostic? {
    guard let own = PlanOwner(of: root, schema), !own.isSame(as: self),
      !isRevision || own.hasSameName(as: name)
    else { return nil }
    return Diagnostic(
      .warning, code: "reference-owner", in: source, at: place,
      Message(
        uk: "той план визначено іншій особі – «\(words)», а тут – «\(own.words)»",
        en: "that plan was set for another person, '\(words)', and here is '\(own.words)'"),
      help: Message(
        uk: "назвіть план цієї особи або виправте ім’я чи ідентифікатор",
        en: "name the plan of this person, or mend the name or the identifier"))
  }
}
