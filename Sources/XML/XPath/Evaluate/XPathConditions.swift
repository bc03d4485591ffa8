import Bytes

/// `not(condition)`.
final class XPathNot: XPathCondition {
  private let inner: XPathPart

  init(_ inner: XPathPart) { self.inner = inner }

  override func boolean(at focus: XPathFocus) -> Bool { !inner.boolean(at: focus) }
}

/// `true()` and `false()`.
final class XPathConstant: XPathCondition {
  private let flag: Bool

  init(_ flag: Bool) { self.flag = flag }

  override func boolean(at focus: XPathFocus) -> Bool { flag }
}

/// Two parts that make a condition together.
class XPathPair: XPathCondition {
  final let left: XPathPart
  final let right: XPathPart

  init(_ left: XPathPart, _ right: XPathPart) {
    self.left = left
    self.right = right
  }
}

/// `left and right`.
final class XPathAnd: XPathPair {
  override func boolean(at focus: XPathFocus) -> Bool {
    left.boolean(at: focus) && right.boolean(at: focus)
  }
}

/// `left or right`.
final class XPathOr: XPathPair {
  override func boolean(at focus: XPathFocus) -> Bool {
    left.boolean(at: focus) || right.boolean(at: focus)
  }
}

/// `left > right`, of parts that are no nodes.
final class XPathGreater: XPathPair {
  override func boolean(at focus: XPathFocus) -> Bool {
    left.number(at: focus) > right.number(at: focus)
  }
}

/// `left >= right`, of parts that are no nodes.
final class XPathGreaterOrEqual: XPathPair {
  override func boolean(at focus: XPathFocus) -> Bool {
    left.number(at: focus) >= right.number(at: focus)
  }
}

/// `contains(left, right)`.
final class XPathContains: XPathPair {
  override func boolean(at focus: XPathFocus) -> Bool {
    left.withText(at: focus) { text in
      right.withText(at: focus) { text.place(of: $0) != nil }
    }
  }
}

/// `starts-with(left, right)`.
final class XPathStartsWith: XPathPair {
  override func boolean(at focus: XPathFocus) -> Bool {
    left.withText(at: focus) { text in
      right.withText(at: focus) {
        text.count >= $0.count && text.extracting(first: $0.count).equals($0)
      }
    }
  }
}
