import Synchronization
import Testing
import XML
import XPathLanguage

/// An evaluator asks whether to give up the sooner, the more its expressions have to do.
@Suite struct XPathStopTests {
  private final class Count: Sendable {
    let asked = Mutex(0)
  }

  @Test(arguments: [(1, 1), (64 << 10, 2), (1 << 20, 8)])
  func asksByTheLengthOfTexts(_ length: Int, _ times: Int) throws {
    let text = String(repeating: "a", count: length)
    let root = try XMLReader.read(Array("<l>\(text)</l>".utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.standard)
    let count = Count()
    evaluator.isStopped = {
      count.asked.withLock { $0 += 1 }
      return false
    }
    let xpath = try evaluator.compile(XPathExpression("lower-case(.)"))
    for _ in 0..<8 { _ = evaluator.value(xpath, at: root.tree.root) }
    #expect(count.asked.withLock { $0 } == times)
  }
}
