internal import Documents

/// What class names mean to the document, and those that mean nothing to it.
struct FormClasses {
  /// What an element is by its class names, beside its role.
  struct Meanings: OptionSet {
    let rawValue: Int16
    static let stamp = Meanings(rawValue: 1 << 0)
    static let whole = Meanings(rawValue: 1 << 1)
    static let place = Meanings(rawValue: 1 << 2)
    static let signatures = Meanings(rawValue: 1 << 3)
    static let signature = Meanings(rawValue: 1 << 4)
    static let position = Meanings(rawValue: 1 << 5)
    static let line = Meanings(rawValue: 1 << 6)
    static let name = Meanings(rawValue: 1 << 7)
    static let date = Meanings(rawValue: 1 << 8)
    static let annex = Meanings(rawValue: 1 << 9)
    static let portrait = Meanings(rawValue: 1 << 10)
    static let landscape = Meanings(rawValue: 1 << 11)
    static let continued = Meanings(rawValue: 1 << 12)
    static let numbers = Meanings(rawValue: 1 << 13)

    static let named: [String: Meanings] = [
      "stamp": stamp, "whole": whole, "place": place, "signatures": signatures,
      "signature": signature, "position": position, "line": line, "name": name, "date": date,
      "annex": annex, "portrait": portrait, "landscape": landscape,
      "continued": continued, "numbers": numbers,
    ]
  }

  let meanings: Meanings
  /// Where the element's text stands.
  let alignment: Alignment
  /// The class names for the style sheet.
  let style: String
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
    meanings = names.reduce(into: []) { $0.formUnion(Meanings.named[$1] ?? []) }
    alignment = names.contains("center") ? .center : names.contains("right") ? .end : .start
    style = names.filter { !Self.written.contains($0) }.joined(separator: " ")
  }

  /// Names that writers of HTML know by themselves.
  private static let written: Set<String> = [
    "center", "right", "indent", "stamp", "place", "signatures", "whole",
  ]

  /// What an element is, inside of one that has a role.
  func role(of tag: FormElement.Tag, in outer: Role) -> Role {
    switch tag {
    case .h1: return names.contains("act") ? .actType : .heading
    case .h2 where names.contains("local"): return .localTitle
    case .h2: return names.contains("act") ? .actTitle : .heading
    case .h3: return .subheading
    case .dt: return .label
    case .dd: return names.contains("captioned") ? .captionedValue : .value
    case .thead: return .columnHead
    case .table, .tbody: return .cell
    case .th where outer != .columnHead:
      return names.contains("section") ? .sectionHead : .rowHead
    case .td where outer != .columnHead: return names.contains("entry") ? .entry : .cell
    case .th, .td: return outer
    case .ul, .ol: return .listItem
    case .aside: return .footnote
    default: break
    }
    if names.contains("indent") { return .indented }
    if names.contains("fill") { return .fill }
    if meanings.contains(.stamp) { return .approvalMark }
    return meanings.contains(.place) ? .place : outer
  }
}

extension FormClasses.Meanings {
  /// What a division is on the page.
  var group: Group.Kind {
    if contains(.stamp) { return .stamp }
    if contains(.place) { return .place }
    if contains(.signatures) { return .signatures }
    return contains(.whole) ? .whole : .section
  }

  /// The sheet of paper that a division begins in a document that itself begins on another.
  func sheet(after first: Sheet) -> Sheet? {
    let isAnnex = contains(.annex)
    guard isAnnex || contains(.portrait) || contains(.landscape) else { return nil }
    return first.part(lying: contains(.landscape) ? .landscape : .portrait, isAnnex: isAnnex)
  }
}
