internal import Diagnostics
internal import YAML

/// What plans the text of a property may lead to.
package struct PlanTarget: Sendable {
  /// The kinds that they may be of.
  package let kinds: [String]
  /// The element beside it that holds the digest of the other plan; nil where the schema has none.
  package internal(set) var digest: String?
}

extension SchemaReader {
  /// Reads `x-refers`, which makes the text of a type the path of another plan.
  mutating func readTarget(of node: YAMLNode, in path: String) -> PlanTarget? {
    guard let refers = node["x-refers"] else { return nil }
    checkKeys(of: refers, .target, in: path)
    guard let items = refers["kinds"]?.items, !items.isEmpty, items.allSatisfy({ $0.text != nil })
    else {
      report(
        refers, in: path, uk: "x-refers називає види планів: {kinds: [performance-plan]}",
        en: "x-refers names the kinds of plans: {kinds: [performance-plan]}")
      return nil
    }
    if node["type"]?.text != "string" || node["enum"] != nil || node["format"] != nil
      || node["xml"]?["attribute"]?.text == "true"
    {
      report(
        refers, in: path, uk: "на план посилається лише текст, що не є атрибутом",
        en: "only a text that is no attribute refers to a plan")
    }
    for item in items where !knownKinds.contains(item.text ?? "") {
      let name = item.text ?? ""
      let near = nearestName(to: name, among: knownKinds)
      report(
        item, in: path, uk: "виду «\(name)» немає" + (near.map { ", можливо, «\($0)»" } ?? ""),
        en: "there is no kind '\(name)'" + (near.map { ", perhaps '\($0)'" } ?? ""))
    }
    return PlanTarget(kinds: items.compactMap(\.text), digest: refers["digest"]?.text)
  }

  /// Puts the names of elements in the places of those of properties that hold digests.
  mutating func findDigests(of properties: [SchemaProperty], _ node: YAMLNode, in path: String) {
    for property in properties {
      guard let name = types[property.type].target?.digest else { continue }
      let held = properties.first { $0.name.en == name || $0.xmlName == name }
      guard let held, case .text = types[held.type].form, !held.isAttribute else {
        report(
          node["properties"]?[property.name.en]?["x-refers"]?["digest"] ?? node, in: path,
          uk: "контрольної суми «\(name)» серед сусідніх текстів немає",
          en: "there is no text '\(name)' beside it for the digest")
        continue
      }
      types[property.type].target?.digest = held.xmlName
    }
  }
}
