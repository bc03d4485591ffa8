import TestSupport
import Testing
import XML
import XPathLanguage

/// `lower-case(text)` is what Swift makes of the text, whichever way it is found.
struct LowerCaseTests {
  @Test func agreesWithSwift() throws {
    let evaluator = XPathEvaluator(functions: XPathFunction.standard)
    let lowerCase = try evaluator.compile(try XPathExpression("lower-case(.)"))
    // All letters that may be in a plan, one by one, then random texts of them.
    let letters = (0x20...0x2200).compactMap(Unicode.Scalar.init)
    var texts = letters.map { String($0) } + ["", "\u{1F4C4}А", "ЦНАП – «ЄДЕБО» № 5’Ґ"]
    var random = Seeded(5)
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<8 {
        let range = Bool.random(using: &random) ? 0x400...0x4A0 : 0x20...0x2200
        let number = Int.random(in: range, using: &random)
        text.unicodeScalars.append(contentsOf: Unicode.Scalar(UInt32(number)).map { [$0] } ?? [])
      }
      texts.append(text)
    }
    for text in texts {
      let tree = XMLTree(rootName: "t")
      tree.root.append(text: text.utf8.span)
      let found = evaluator.string(lowerCase, at: tree.root)
      #expect(found.utf8.elementsEqual(text.lowercased().utf8), "\(text)")
    }
  }
}
