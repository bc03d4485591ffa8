internal import Diagnostics
internal import YAML

/// What a schema says of tables whose columns plans name, and of keys one of which is enough.
extension SchemaReader {
  mutating func readTablePart(of node: YAMLNode, in path: String) -> TablePart? {
    guard let word = node["x-table"] else { return nil }
    let part = TablePart(rawValue: word.text ?? "")
    if part == nil {
      report(
        word, in: path, uk: "x-table – це columns, row або cell",
        en: "x-table is columns, row or cell")
    }
    return part
  }

  /// The properties of the object that this one includes.
  mutating func includedProperties(of node: YAMLNode, in path: String) -> [SchemaProperty] {
    guard let reference = node["x-includes"], let (other, target) = follow(reference, in: path)
    else { return [] }
    return readProperties(of: other, in: target)
  }

  /// The columns of a table that names none: the `default` of the key that holds columns.
  mutating func defaultColumns(
    of properties: [SchemaProperty], _ node: YAMLNode, in path: String
  ) -> [DefaultColumn] {
    guard let columns = properties.first(where: { types[$0.type].table == .columns }) else {
      return []
    }
    let items = node["properties"]?[columns.name.en]?["default"]?.items ?? []
    return items.compactMap { item in
      guard let title = item["title"]?.text, let role = item["role"]?.text else {
        report(
          item, in: path, uk: "графа має назву й роль: {title: …, role: …}",
          en: "a column has a title and a role: {title: …, role: …}")
        return nil
      }
      return DefaultColumn(
        title: title, role: role, width: item["width"]?.text ?? "",
        isAlways: item["always"]?.text == "true")
    }
  }

  /// The groups of properties of which a plan has one at least.
  mutating func readAlternatives(
    of properties: [SchemaProperty], _ node: YAMLNode, in path: String
  ) -> [[Int]] {
    (node["x-any"]?.items ?? []).map { group in
      words(group, in: path).compactMap { name in
        let index = properties.firstIndex { $0.name.en == name }
        if index == nil {
          report(group, in: path, uk: "немає властивості «\(name)»", en: "no property '\(name)'")
        }
        return index
      }
    }
  }
}
