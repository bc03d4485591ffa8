package import Diagnostics
internal import Digests
package import Schemas
package import XML

/// What must be known of a plan to hold its revision against it.
package struct RevisedPlan {
  /// The quarter that it revised another after itself; nil where it is the first.
  private let quarter: String?
  /// What its items say.
  private let items: Set<Digest>

  /// Looks at a plan; nil where its kind knows no revisions.
  package init?(_ root: XMLNode, _ schema: Schema) {
    guard let paths = schema.revision else { return nil }
    quarter = root.elements(at: paths.quarter).last?.stringValue
    items = Set(root.elements(at: paths.items).map { Self.digest(of: $0, schema, paths) })
  }

  /// Holds a revision of the plan against it.
  ///
  /// - Returns: the items of the revision that do not say whether they were changed, with what is so,
  ///   and what is wrong with what its author wrote.
  package func marks(
    in root: XMLNode, _ schema: Schema, of source: SourceFile, _ range: (XMLNode) -> SourceRange
  ) -> (marks: [(item: XMLNode, isChanged: Bool)], faults: [Diagnostic]) {
    guard let paths = schema.revision else { return ([], []) }
    var faults: [Diagnostic] = []
    if let own = root.elements(at: paths.quarter).first, let quarter,
      Self.number(own.stringValue) <= Self.number(quarter)
    {
      faults.append(Self.wrongOrder(source, range(own), quarter))
    }
    var marks: [(item: XMLNode, isChanged: Bool)] = []
    for item in root.elements(at: paths.items) {
      let isChanged = !items.contains(Self.digest(of: item, schema, paths))
      guard let mark = item.elements(at: [paths.mark]).first else {
        marks.append((item, isChanged))
        continue
      }
      guard mark.stringValue != (isChanged ? "true" : "false") else { continue }
      faults.append(Self.wrongMark(source, range(mark), isChanged))
    }
    return (marks, faults)
  }

  private static func digest(of item: XMLNode, _ schema: Schema, _ paths: RevisionPaths) -> Digest {
    PlanContent(of: item, schema, without: paths.mark).digest
  }

  /// The place of a Roman numeral: as many strokes as it has.
  private static func number(_ quarter: String) -> Int { quarter.unicodeScalars.count }

  private static func wrongOrder(
    _ source: SourceFile, _ range: SourceRange, _ quarter: String
  ) -> Diagnostic {
    Diagnostic(
      code: "revision-order", in: source, at: range,
      Message(
        uk:
          "попередній план переглянуто за результатами \(quarter) кварталу; далі може бути лише пізніший",
        en: "the former plan was the outcome of quarter \(quarter); only a later one may follow"),
      help: Message(
        uk: "назвіть пізніший квартал: переглядають не частіше одного разу на квартал",
        en: "name a later quarter: there is at most one review a quarter"))
  }

  private static func wrongMark(
    _ source: SourceFile, _ range: SourceRange, _ isChanged: Bool
  ) -> Diagnostic {
    Diagnostic(
      code: "revision-mark", in: source, at: range,
      isChanged
        ? Message(
          uk: "написано «ні», а в попередньому плані такого завдання немає: його змінено",
          en: "it says that nothing was changed, but the former plan has no such task")
        : Message(
          uk: "написано «так», а завдання таке саме, як у попередньому плані",
          en: "it says that the task was changed, but it is as in the former plan"),
      help: Message(
        uk: "вилучіть цей ключ: за попереднім планом його впише сама програма",
        en: "delete this key: the program knows it by the former plan"))
  }
}

extension XMLNode {
  /// The elements at a path of names.
  package func elements(at path: [String]) -> [XMLNode] {
    path.reduce([self]) { nodes, name in
      nodes.flatMap { $0.children.filter { $0.isElement && $0.isNamed(name) } }
    }
  }
}
