package import Diagnostics
package import Schemas
package import XML

/// The year of a plan that others refer to.
package struct ReferredYear {
  private let year: String
  private let paths: [[String]]

  /// Looks at a plan.
  package init(_ root: XMLNode, _ schema: Schema) {
    paths = schema.yearPaths
    year = Self.element(of: root, paths)?.stringValue ?? ""
  }

  /// What is wrong with the year of a plan that refers to it: both name theirs in one way, and the years
  /// differ.
  package func fault(
    in root: XMLNode, _ schema: Schema, of source: SourceFile, _ range: (XMLNode) -> SourceRange
  ) -> Diagnostic? {
    guard paths.count == 1, schema.yearPaths == paths, !year.isEmpty,
      let own = Self.element(of: root, paths), own.stringValue != year
    else { return nil }
    return Diagnostic(
      .warning, code: "reference-year", in: source, at: range(own),
      Message(
        uk: "тут \(own.stringValue) рік, а план, на який тут посилаються, – на \(year) рік",
        en: "the year here is \(own.stringValue), and the plan that is referred to is of \(year)"),
      help: Message(
        uk: "виправте рік або назвіть план на цей рік",
        en: "mend the year, or name the plan of this year"))
  }

  private static func element(of root: XMLNode, _ paths: [[String]]) -> XMLNode? {
    paths.first.flatMap { root.elements(at: $0).first }
  }
}
