/// `left | right`, both of nodes.
final class XPathUnion: XPathPart {
  private let left: XPathPart
  private let right: XPathPart

  init(_ left: XPathPart, _ right: XPathPart) {
    self.left = left
    self.right = right
  }

  override var namePaths: [[String]]? {
    guard let left = left.namePaths, let right = right.namePaths else { return nil }
    return left + right
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    .nodes(XMLNode.united(left.nodes(at: focus), right.nodes(at: focus)))
  }
}
