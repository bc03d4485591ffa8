import Bytes

/// `left = right` and `left != right`, which with nodes is not the opposite: a part that is nodes is
/// equal to another, or differs from it, where any of its nodes does.
final class XPathEquality: XPathCondition {
  private let left: XPathPart
  private let right: XPathPart
  private let isWanted: Bool

  private init(_ left: XPathPart, _ right: XPathPart, isWanted: Bool) {
    self.left = left
    self.right = right
    self.isWanted = isWanted
  }

  /// The condition that two parts are equal, or that they differ, in the way that suits them best.
  static func of(
    _ left: XPathPart, _ right: XPathPart, _ answers: TreeAnswers, isWanted: Bool
  ) -> XPathCondition {
    switch (left, right) {
    case (let path as DirectPath, let literal as XPathLiteral),
      (let literal as XPathLiteral, let path as DirectPath):
      XPathLiteralEquality(path, literal, isWanted: isWanted)
    case (let single as DirectPath, let path as DirectPath)
    where isWanted && single.isSingle && path.isAbsolute,
      (let path as DirectPath, let single as DirectPath)
    where isWanted && single.isSingle && path.isAbsolute:
      XPathMembership(single, path, answers)
    case (let single as DirectPath, let path as DirectPath) where single.isSingle,
      (let path as DirectPath, let single as DirectPath) where single.isSingle:
      XPathNodeEquality(path, single, isWanted: isWanted)
    case (let left as XPathText, let right as XPathText):
      XPathTextEquality(left, right, isWanted: isWanted)
    default: XPathEquality(left, right, isWanted: isWanted)
    }
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    let (left, right) = (left.value(at: focus), right.value(at: focus))
    return isWanted ? XPathValue.areEqual(left, right) : XPathValue.areUnequal(left, right)
  }
}

/// Whether a node of a path has a text as it is written, or another one.
private final class XPathLiteralEquality: XPathCondition {
  private let path: DirectPath
  private let literal: XPathLiteral
  private let isWanted: Bool

  init(_ path: DirectPath, _ literal: XPathLiteral, isWanted: Bool) {
    self.path = path
    self.literal = literal
    self.isWanted = isWanted
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    let literal = literal.utf8
    return path.contains(from: focus.node) {
      $0.withText { $0.equals(literal.span) == isWanted }
    }
  }
}

/// Whether a node of an absolute path has the text of a single node. For all nodes of a tree that ask
/// so, the texts of the path are gathered once.
private final class XPathMembership: XPathCondition {
  private let single: DirectPath
  private let path: DirectPath
  private let answers: TreeAnswers

  init(_ single: DirectPath, _ path: DirectPath, _ answers: TreeAnswers) {
    self.single = single
    self.path = path
    self.answers = answers
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    guard let node = single.first(at: focus) else { return false }
    return node.withText { text in
      if let texts = answers.texts(of: path, at: focus) {
        return texts.contains([UInt8](copying: text))
      }
      return path.contains(from: focus.node) { $0.withText { $0.equals(text) } }
    }
  }
}

/// Whether a node of a path has the text of a single node, or another one.
private final class XPathNodeEquality: XPathCondition {
  private let path: DirectPath
  private let single: DirectPath
  private let isWanted: Bool

  init(_ path: DirectPath, _ single: DirectPath, isWanted: Bool) {
    self.path = path
    self.single = single
    self.isWanted = isWanted
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    guard let node = single.first(at: focus) else { return false }
    return node.withText { text in
      path.contains(from: focus.node) { $0.withText { $0.equals(text) == isWanted } }
    }
  }
}

/// Whether two texts are the same, or are not.
private final class XPathTextEquality: XPathCondition {
  private let left: XPathText
  private let right: XPathText
  private let isWanted: Bool

  init(_ left: XPathText, _ right: XPathText, isWanted: Bool) {
    self.left = left
    self.right = right
    self.isWanted = isWanted
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    left.withText(at: focus) { text in
      right.withText(at: focus) { text.equals($0) == isWanted }
    }
  }
}
