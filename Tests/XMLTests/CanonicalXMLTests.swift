import Diagnostics
import TestSupport
import Testing
import XML

@Suite struct CanonicalXMLTests {
  @Test func elementsAreIndentedAndTextsAreKept() {
    let tree = XMLTree(rootName: "plan")
    let task = tree.makeElement("task")
    task.setAttribute("b", "<&>\"'\t\n\r «»".utf8.span)
    task.setAttribute("a", "".utf8.span)
    task.append(text: "<&>\"'\t\n\r й".utf8.span)
    tree.root.append(task)
    tree.root.append(tree.makeElement("empty"))
    let bytes = CanonicalXML.write(tree.root, namespace: "urn:x")
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <plan xmlns="urn:x">
          <task a="" b="&lt;&amp;>&quot;'&#x9;&#xA;&#xD; «»">&lt;&amp;&gt;"'\t\n&#xD; й</task>
          <empty></empty>
        </plan>

        """)
  }

  @Test func itIsItsOwnCanonicalFormByLibxml2() throws {
    var random = Seeded(640)
    for _ in 0..<300 {
      let tree = XMLTree(rootName: random.pick(["plan", "a", "performance-plan"]))
      fill(tree.root, of: tree, depth: 0, &random)
      let bytes = CanonicalXML.write(tree.root, namespace: "urn:pysar:plan:1")
      // Canonical XML 1.0 drops the line feed behind the root element.
      #expect(c14n(bytes) == Array(bytes.dropLast()))
    }
  }

  @Test func everyCharacterThatXMLAllowsSurvives() throws {
    let ranges: [ClosedRange<UInt32>] = [
      0x9...0xA, 0xD...0xD, 0x20...0x4FF, 0x2000...0x20CF, 0xD7F0...0xD7FF, 0xE000...0xE00F,
      0xFDC0...0xFDFF, 0xFFF0...0xFFFD, 0x10000...0x10010, 0x1F600...0x1F610, 0x10FFF0...0x10FFFF,
    ]
    for range in ranges {
      let text = String(String.UnicodeScalarView(range.compactMap(Unicode.Scalar.init)))
      let tree = XMLTree(rootName: "plan")
      tree.root.setAttribute("a", text.utf8.span)
      let child = tree.makeElement("b")
      child.append(text: text.utf8.span)
      tree.root.append(child)
      let bytes = CanonicalXML.write(tree.root, namespace: "urn:x")
      let parsed = try XMLReader.read(bytes)
      let read = parsed.tree.root.children.first { $0.isElement }?.stringValue ?? ""
      #expect(read.utf8.elementsEqual(text.utf8))
      #expect(parsed.tree.root.attribute("a")?.stringValue.utf8.elementsEqual(text.utf8) == true)
      #expect(c14n(bytes) == Array(bytes.dropLast()))
    }
  }

  @Test func commentsAreNoText() throws {
    let parsed = try XMLReader.read(Array("<a><!-- x --><b>т<![CDATA[<&]]></b></a>".utf8))
    let bytes = CanonicalXML.write(parsed.tree.root, namespace: "u")
    #expect(
      String(decoding: bytes, as: UTF8.self) == "<a xmlns=\"u\">\n  <b>т&lt;&amp;</b>\n</a>\n")
  }

  private func fill(_ node: XMLNode, of tree: borrowing XMLTree, depth: Int, _ random: inout Seeded)
  {
    for name in ["z", "ditto", "a-b", "b"] where Int.random(in: 0..<4, using: &random) == 0 {
      node.setAttribute(name, text(&random).span)
    }
    guard depth < 4, Int.random(in: 0..<3, using: &random) > 0 else {
      node.append(text: text(&random).span)
      return
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let child = tree.makeElement(random.pick(["task", "text", "a", "b-c", "_x"]))
      fill(child, of: tree, depth: depth + 1, &random)
      node.append(child)
    }
  }

  private func text(_ random: inout Seeded) -> [UInt8] {
    let parts = [
      "слово", " ", "\n", "\t", "\r", "\r\n", "<", ">", "&", "&amp;", "\"", "'", "]]>", "é",
      "е\u{301}",
      "😀", "\u{85}", "\u{2028}", "\u{A0}", "№ 5", "<!--", "\u{FFFD}", "-“-", "\u{1F1FA}\u{1F1E6}",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in Array(random.pick(parts).utf8)
    }
  }
}
