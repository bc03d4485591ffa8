/// `left | right`, both of nodes. Paths of names are walked together.
final class XPathUnion: XPathPart {
  private let left: XPathPart
  private let right: XPathPart
  private let answers: TreeAnswers
  private let paths: NamePaths?
  private let trie: PathTrie
  override var namePaths: NamePaths? { paths }

  init(_ left: XPathPart, _ right: XPathPart, _ answers: TreeAnswers) {
    self.left = left
    self.right = right
    self.answers = answers
    paths = left.namePaths?.united(right.namePaths)
    trie = PathTrie([paths])
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    guard let paths else {
      return .nodes(XMLNode.united(left.nodes(at: focus), right.nodes(at: focus)))
    }
    var found: [[XMLNode]] = [[]]
    answers.take(trie.walk(paths.areAbsolute ? focus.node.documentOrItself : focus.node, &found))
    return .nodes(found[0])
  }
}
