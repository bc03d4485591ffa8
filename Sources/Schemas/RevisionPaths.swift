internal import Diagnostics
internal import YAML

/// How a plan says that it revises another of its kind (`x-revision`): paths of element names.
package struct RevisionPaths: Sendable {
  /// To the path of the plan that it revises.
  package let plan: [String]
  /// To the quarter whose results led to it, one of the words of an `enum` in their order.
  package let quarter: [String]
  /// To the items that may be changed.
  package let items: [String]
  /// The last element of an item, which says whether it was changed.
  package let mark: String
}

extension Schema {
  /// Whether elements of a name may have been added by the program to what the plan says.
  package func mayAdd(_ name: String) -> Bool {
    dutyTexts?.mayHold(name) == true || revision?.mark == name
  }
}

extension SchemaReader {
  mutating func readRevision(_ node: YAMLNode?, in path: String) -> RevisionPaths? {
    guard let node else { return nil }
    checkKeys(of: node, .revision, in: path)
    let steps = { (key: String) in
      (node[key]?.text ?? "").split(separator: "/").map(String.init)
    }
    guard let mark = node["mark"]?.text,
      ["plan", "quarter", "items"].allSatisfy({ !steps($0).isEmpty })
    else {
      report(
        node, in: path, uk: "x-revision має ключі plan, quarter, items і mark",
        en: "x-revision has the keys plan, quarter, items and mark")
      return nil
    }
    return RevisionPaths(
      plan: steps("plan"), quarter: steps("quarter"), items: steps("items"), mark: mark)
  }
}
