internal import Contents
internal import Schemas
internal import Calendars
internal import Plans
internal import Summaries
internal import XML

/// The inventory of a personnel file: its documents, those of earlier parts first.
struct Inventory: Sendable {
  /// A file with its digest.
  struct File: Sendable, Equatable {
    let name: String
    /// By SHA-256, as hexadecimal digits.
    let digest: String
  }

  /// A document.
  struct Item: Sendable {
    /// What tells a document of a file from all others.
    struct Key: Hashable {
      let kind: String
      let title: String
      let date: LocalDate
    }

    var number: Int
    var index: String?
    let date: LocalDate
    let title: String
    let kind: String
    var part: Int
    var sheets: Int?
    var note: String?
    /// What name of the servant stands in it, where that has changed since.
    var person: String?
    var source: String?
    var files: [File] = []

    var key: Key { Key(kind: kind, title: title, date: date) }

    /// What a signature of it is called that came after it.
    var signatureTitle: String { "Електронний підпис до документа № \(number)" }
  }

  /// A document that is of no servant and that theirs refer to.
  struct Reference: Sendable {
    let source: String
    let part: Int
    let file: File
  }

  /// What archives ask for and only the body itself knows.
  struct Records: Sendable {
    /// The index of the case by the body's nomenclature.
    var caseIndex: String?
    /// How long it is kept, and by which article.
    var retention: String?
    /// Who may see it, where not everybody may.
    var access: String?
  }

  var day: LocalDate
  var agencyCode: String?
  var records = Records()
  var servant: Servant
  var part: Int
  /// The digest of the tag manifest of the part before.
  var former: String?
  var items: [Item] = []
  var references: [Reference] = []

  /// How many sheets all documents have.
  var sheets: Int { items.reduce(0) { $0 + ($1.sheets ?? 0) } }

  /// The name of the servant in a document.
  func person(in item: Item) -> String { item.person ?? servant.name }

  /// The name of the kind.
  static let kind = "personnel-inventory"
}

// MARK: Writing

extension Inventory {
  /// The inventory as a plan.
  var plan: PlanValue {
    .object([
      "day": .text(day.iso), "agency": .given(servant.agency),
      "agency-code": agencyCode.map(PlanValue.text),
      "servant": .object([
        "id": servant.id.map(PlanValue.text), "name": .text(servant.name),
        "position": .given(servant.position),
      ]),
      "case-index": records.caseIndex.map(PlanValue.text),
      "retention": records.retention.map(PlanValue.text),
      "access": records.access.map(PlanValue.text),
      "part": .number(part), "former": former.map(PlanValue.text),
      "items": .list(of: items) { item in
        .object([
          "number": .number(item.number), "index": item.index.map(PlanValue.text),
          "date": .text(item.date.iso), "title": .text(item.title), "kind": .text(item.kind),
          "part": .number(item.part), "sheets": item.sheets.map(PlanValue.number),
          "source": item.source.map(PlanValue.text), "note": item.note.map(PlanValue.text),
          "person": item.person.map(PlanValue.text),
          "files": .list(of: item.files) { file in
            .object(["name": .text(file.name), "digest": .text(file.digest)])
          },
        ])
      },
      "references": .list(of: references) { reference in
        .object([
          "source": .text(reference.source), "part": .number(reference.part),
          "name": .text(reference.file.name), "digest": .text(reference.file.digest),
        ])
      },
    ])
  }
}

// MARK: Reading

extension Inventory {
  /// Reads an inventory; nil where a plan is none of a servant's file.
  init?(of plan: PlanTree) {
    let root = plan.root
    guard plan.kind.name == Self.kind, let servant = Servant(of: plan), let day = plan.day,
      let part = root.number(at: "part")
    else { return nil }
    self.servant = servant
    self.day = day
    self.part = part
    agencyCode = root.text(at: "agency-code")
    former = root.text(at: "former")
    records = Records(
      caseIndex: root.text(at: "case-index"), retention: root.text(at: "retention"),
      access: root.text(at: "access"))
    items = root.elements(at: ["items", "item"]).compactMap(Item.init)
    references = root.elements(at: ["references", "reference"]).compactMap { node in
      guard let source = node.text(at: "source"), let part = node.number(at: "part"),
        let file = File(of: node)
      else { return nil }
      return Reference(source: source, part: part, file: file)
    }
  }
}

extension Inventory.Item {
  fileprivate init?(of node: XMLNode) {
    guard let number = node.number(at: "number"), let title = node.text(at: "title"),
      let date = node.text(at: "date").flatMap({ LocalDate(iso: $0.utf8.span) })
    else { return nil }
    self.init(
      number: number, index: node.text(at: "index"), date: date, title: title,
      kind: node.text(at: "kind") ?? "", part: node.number(at: "part") ?? 1,
      sheets: node.number(at: "sheets"), note: node.text(at: "note"),
      person: node.text(at: "person"),
      source: node.text(at: "source"),
      files: node.elements(at: ["files", "file"]).compactMap(Inventory.File.init))
  }
}

extension Inventory.File {
  fileprivate init?(of node: XMLNode) {
    guard let name = node.text(at: "name"), let digest = node.text(at: "digest") else { return nil }
    self.init(name: name, digest: digest)
  }
}

extension XMLNode {
  /// A number of documents, sheets or bags; nil for none, and for more than anybody has.
  fileprivate func number(at path: String) -> Int? {
    text(at: path).flatMap { Int($0) }.flatMap { $0 < 1_000_000_000 ? $0 : nil }
  }
}
