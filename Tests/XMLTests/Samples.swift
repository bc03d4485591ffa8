import TestSupport
import XML
import XPathLanguage

/// A small tree with what trees of plans have: nested and repeated elements, attributes, texts that
/// look like numbers, letters composed and decomposed, an empty element.
let sampleXML = """
  <plan ditto="-"><year>2021</year><title>Стрільба — «план»</title><task n="1" kind="a"><text>перше й друге</text>\
  <deadline ditto="-“-">Квітень</deadline><task n="1.1"><text>12</text></task></task><task n="2" kind="b"><text>2021</text>\
  <deadline>Травень</deadline><empty/></task><task n="3"><text>пере\u{438}\u{306}</text><text>перей</text><deadline> 7 \
  </deadline></task><count>3</count><div>4</div></plan>
  """

/// The shape of that tree.
let sampleShape = TreeShape(elements: [
  TreeShape.Element(name: "plan", attributes: ["ditto"], children: [1, 2, 3, 7, 8]),
  TreeShape.Element(name: "year"),
  TreeShape.Element(name: "title"),
  TreeShape.Element(name: "task", attributes: ["n", "kind"], children: [4, 5, 6, 3]),
  TreeShape.Element(name: "text"),
  TreeShape.Element(name: "deadline", attributes: ["ditto"]),
  TreeShape.Element(name: "empty"),
  TreeShape.Element(name: "count"),
  TreeShape.Element(name: "div"),
])

/// A value in a form that can be compared and read: nodes by their places in the tree.
func described(_ value: XPathValue) -> String {
  switch value {
  case .string(let text): String(reflecting: text)
  case .number(let number): "\(number)"
  case .boolean(let flag): "\(flag)"
  case .nodes(let nodes): "[" + nodes.map(place).joined(separator: " ") + "]"
  }
}

private func place(_ node: XMLNode) -> String {
  guard let parent = node.parent else { return node.name.isEmpty ? "/" : "/" + node.name }
  if let index = parent.children.firstIndex(of: node) {
    return place(parent) + "/" + (node.isText ? "text()" : node.name) + "[\(index + 1)]"
  }
  return place(parent) + "/@" + node.name
}

/// The root and everything inside, attributes and texts too.
func allNodes(of root: XMLNode) -> [XMLNode] {
  [root] + root.attributes + root.children.flatMap(allNodes)
}

/// Both evaluators' answers at every node of a tree, where they differ.
func disagreements(
  _ source: String, in root: XMLNode, _ evaluator: XPathEvaluator
) throws(XPathFault) -> [String] {
  let expression = try XPathExpression(source)
  let own = try evaluator.compile(expression)
  guard own.isDirect else { return [] }
  let reference = try evaluator.compileWithLibxml2(expression)
  var result: [String] = []
  for (index, node) in allNodes(of: root).enumerated() {
    let position = index % 3 + 1
    let left = described(evaluator.value(own, at: node, position: position, size: 3))
    let right = described(evaluator.value(reference, at: node, position: position, size: 3))
    if left != right { result.append("\(source) at \(place(node)): \(left), libxml2 \(right)") }
    let leftString = evaluator.string(own, at: node, position: position, size: 3)
    let rightString = evaluator.string(reference, at: node, position: position, size: 3)
    if !leftString.utf8.elementsEqual(rightString.utf8) {
      result.append("string(\(source)) at \(place(node)): \(leftString), libxml2 \(rightString)")
    }
    if evaluator.boolean(own, at: node, position: position, size: 3)
      != evaluator.boolean(reference, at: node, position: position, size: 3)
    {
      result.append("boolean(\(source)) at \(place(node))")
    }
  }
  return result
}
