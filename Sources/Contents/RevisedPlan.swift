package import Diagnostics
internal import Digests
internal import Names
package import Schemas
package import XML

/// What must be known of a plan to hold its revision against it.
package struct RevisedPlan {
  /// The quarter that it revised another after itself; nil where it is the first.
  private let quarter: String?
  /// What its items say.
  private let items: Set<Digest>
  /// Whose plan it is.
  private let owner: String

  /// Looks at a plan; nil where its kind knows no revisions.
  package init?(_ root: XMLNode, _ schema: Schema) {
    guard let paths = schema.revision else { return nil }
    quarter = root.elements(at: paths.quarter).last?.stringValue
    owner = Self.owner(of: root, schema)?.stringValue ?? ""
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
    if let own = Self.owner(of: root, schema), !Self.mayBeOne(own.stringValue, owner) {
      faults.append(otherOwner(own.stringValue, in: source, at: range(own)))
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

  /// What people call a plan by: the name of the one whose it is.
  private static func owner(of root: XMLNode, _ schema: Schema) -> XMLNode? {
    schema.titlePaths.first.flatMap { root.elements(at: $0).first }
  }

  /// Whether two names may be of one person; what is not given is held against nobody.
  private static func mayBeOne(_ left: String, _ right: String) -> Bool {
    left.isEmpty || right.isEmpty
      || PersonName(left.utf8.span).isSame(as: PersonName(right.utf8.span))
  }

  private func otherOwner(_ own: String, in source: SourceFile, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, code: "revision-owner", in: source, at: range,
      Message(
        uk: "попередній план визначено іншій особі – «\(owner)», а цей – «\(own)»",
        en: "the former plan was set for another person, '\(owner)', and this one for '\(own)'"),
      help: Message(
        uk: "назвіть у «переглядає» план цієї особи або виправте ім’я; змінене прізвище залиште",
        en: "name the plan of this person in revises, or mend the name; leave one that has changed")
    )
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
