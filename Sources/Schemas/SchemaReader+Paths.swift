internal import Diagnostics
internal import YAML

extension SchemaReader {
  /// The annotations that name places in the tree of a plan.
  private static let placeKeywords = [
    "x-day", "x-year", "x-title", "x-unit", "x-person", "x-signed", "x-identity",
    "x-approved", "x-acknowledged", "x-reviewed",
  ]

  /// The paths that an annotation lists, each as the names of its steps.
  mutating func paths(_ keyword: String, of root: YAMLNode, in path: String) -> [[String]] {
    guard let node = root[keyword] else { return [] }
    guard let items = node.items, items.allSatisfy({ $0.text != nil }) else {
      report(
        node, in: path, uk: "\(keyword) – це список шляхів: [act/date]",
        en: "\(keyword) is a list of paths: [act/date]")
      return []
    }
    return items.flatMap { Self.paths(in: $0.text ?? "") }
  }

  /// The places that a text names, each as the names of its steps; `|` parts one from another.
  private static func paths(in text: String) -> [[String]] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { path in
      path.filter { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  /// What a plan must have to be signed off: of each item, the first of its places that the plan has.
  mutating func signedPaths(of root: YAMLNode, in path: String) -> [[[String]]] {
    if paths("x-signed", of: root, in: path).isEmpty { return [] }
    return (root["x-signed"]?.items ?? []).map { Self.paths(in: $0.text ?? "") }
  }

  /// Checks that every path leads to a value, and to a date or a year where one is wanted.
  mutating func checkPaths(_ schema: Schema, _ root: YAMLNode, in path: String) {
    for keyword in Self.placeKeywords {
      guard let node = root[keyword], let items = node.items,
        items.allSatisfy({ $0.text != nil })
      else { continue }
      let places = items.flatMap { item in Self.paths(in: item.text ?? "").map { (item, $0) } }
      let forms = places.map { form(at: $0.1, of: $0.0, schema, in: path) }
      for ((item, _), form) in zip(places, forms) {
        switch (keyword, form) {
        case ("x-approved", .object), ("x-acknowledged", .object): continue
        case ("x-approved", .some), ("x-acknowledged", .some):
          report(
            item, in: path, uk: "шлях веде не до підпису з прізвищем і днем",
            en: "the path leads to no signature with a name and a day")
        case (_, nil), (_, .date): continue
        case ("x-day", _):
          report(item, in: path, uk: "шлях веде не до дати", en: "the path leads to no date")
        case ("x-year", .integer), ("x-year", .years): continue
        case ("x-year", _):
          report(item, in: path, uk: "шлях веде не до року", en: "the path leads to no year")
        case (_, .object), (_, .list):
          report(
            item, in: path, uk: "шлях веде до елемента, у якому є інші",
            en: "the path leads to an element that holds others")
        default: continue
        }
      }
      let hasDate = forms.contains { form in
        guard let form, case .date = form else { return form == nil }
        return true
      }
      if keyword == "x-signed", !hasDate {
        report(
          node, in: path, uk: "один зі шляхів має вести до дати",
          en: "one of the paths must lead to a date")
      }
    }
  }

  /// What stands at a path, or nil where no plan has such a place.
  private mutating func form(
    at steps: [String], of item: YAMLNode, _ schema: Schema, in path: String
  ) -> SchemaType.Form? {
    var type = schema.root
    for step in steps {
      let children = schema.children(of: type)
      guard let child = children.first(where: { $0.name == step }) else {
        let near = nearestName(to: step, among: children.map(\.name))
        report(
          item, in: path,
          uk: "елемента «\(step)» тут бути не може" + (near.map { "; можливо, «\($0)»" } ?? ""),
          en: "no element '\(step)' can be here" + (near.map { "; perhaps '\($0)'" } ?? ""))
        return nil
      }
      type = child.type
    }
    return schema.types[type].form
  }
}
