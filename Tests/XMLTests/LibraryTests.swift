import TestSupport
import Testing
import XML
import XPathLanguage

/// Trees in memory of their own are what trees of libxml2's making are.
struct LibraryTests {
  @Test func treesAreTheSameWithoutInternals() throws {
    for seed in 0..<60 {
      let own = Self.tree(UInt64(seed), usesInternals: true)
      let other = Self.tree(UInt64(seed), usesInternals: false)
      #expect(
        CanonicalXML.write(own.root, namespace: "urn:x")
          == CanonicalXML.write(other.root, namespace: "urn:x"))
      let ownNodes = allNodes(of: own.root)
      let otherNodes = allNodes(of: other.root)
      #expect(ownNodes.map(\.name) == otherNodes.map(\.name))
      #expect(ownNodes.map(\.stringValue) == otherNodes.map(\.stringValue))
      #expect(ownNodes.map(\.ordinal) == otherNodes.map(\.ordinal))
      for source in ["//a[@b]", "count(//text())", "string(//c[last()])", "//*[a][2]/@a | //b"] {
        let evaluator = XPathEvaluator(functions: [])
        let xpath = try evaluator.compile(try XPathExpression(source))
        #expect(
          described(evaluator.value(xpath, at: own.root))
            == described(evaluator.value(xpath, at: other.root)))
      }
    }
  }

  private static func tree(_ seed: UInt64, usesInternals: Bool) -> XMLTree {
    var random = Seeded(seed)
    let tree = XMLTree(rootName: "plan", usesInternals: usesInternals)
    var open = [tree.root]
    for step in 0..<40 {
      let node = open[Int.random(in: 0..<open.count, using: &random)]
      let text = random.pick(["", "<&>\"", "ї", "два слова", String(repeating: "щ", count: 300)])
      switch Int.random(in: 0..<5, using: &random) {
      case 0: node.append(text: text.utf8.span)
      case 1: node.setAttribute(random.pick(["a", "b", "c"]), text.utf8.span)
      case 2: node.append(tree.copy(open[open.count - 1]))
      case 3 where node != tree.root:
        let element = tree.makeElement("c")
        node.insertBefore(element)
        open.append(element)
      default:
        let element = tree.makeElement(random.pick(["a", "b"]))
        element.ordinal = step
        node.append(element)
        open.append(element)
      }
    }
    return tree
  }
}
