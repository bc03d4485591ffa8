package import Diagnostics

/// An XPath 1.0 expression as it is written: the tree of its parts, each with its place.
package indirect enum XPathSyntax: Sendable, Equatable {
  case number(Double, place: XPathPlace)
  case literal(String, place: XPathPlace)
  case function(name: String, arguments: [XPathSyntax], place: XPathPlace)
  case binary(Operator, XPathSyntax, XPathSyntax)
  case negate(XPathSyntax)
  case path(XPathPath)
  /// An expression whose nodes are filtered, then walked from: `(a | b)[1]/c`.
  case filter(XPathSyntax, predicates: [XPathSyntax], XPathPath?)

  /// What stands between two sides.
  package enum Operator: String, Sendable {
    case or, and
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case div, mod
    case union = "|"
  }
}

extension XPathSyntax {
  /// Where its first part with a known place stands.
  package var place: XPathPlace {
    switch self {
    case .function(_, _, let place), .number(_, let place), .literal(_, let place): place
    case .binary(_, let left, _), .negate(let left), .filter(let left, _, _): left.place
    case .path(let path): path.steps.first?.place ?? XPathPlace(offset: 0, length: 1)
    }
  }

  /// Whether a call in it asks for the place or the number of nodes.
  package var asksForPositions: Bool {
    var result = false
    forEachCall { name, _ in if name == "position" || name == "last" { result = true } }
    return result
  }

  /// Calls a closure with every function call, the outer ones first.
  package func forEachCall<Failure: Error>(
    _ visit: (_ name: String, _ arguments: [XPathSyntax]) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .number, .literal: return
    case .function(let name, let arguments, _):
      try visit(name, arguments)
      for argument in arguments { try argument.forEachCall(visit) }
    case .binary(_, let left, let right):
      try left.forEachCall(visit)
      try right.forEachCall(visit)
    case .negate(let inner): try inner.forEachCall(visit)
    case .path(let path): try path.forEachCall(visit)
    case .filter(let inner, let predicates, let path):
      try inner.forEachCall(visit)
      for predicate in predicates { try predicate.forEachCall(visit) }
      try path?.forEachCall(visit)
    }
  }
}

extension XPathPath {
  fileprivate func forEachCall<Failure: Error>(
    _ visit: (_ name: String, _ arguments: [XPathSyntax]) throws(Failure) -> Void
  ) throws(Failure) {
    for step in steps {
      for predicate in step.predicates { try predicate.forEachCall(visit) }
    }
  }
}

/// Where a part stands within its expression, in Unicode scalars from 0.
package struct XPathPlace: Sendable, Equatable {
  /// Where it begins.
  package var offset: Int
  /// How long it is.
  package var length: Int
}

/// A location path: its steps from the root or from the context.
package struct XPathPath: Sendable, Equatable {
  /// Whether it begins at the root.
  package var isAbsolute: Bool
  /// Its steps.
  package var steps: [XPathStep]
}

/// A step of a location path.
package struct XPathStep: Sendable, Equatable {
  /// Where a step goes.
  package enum Axis: String, Sendable {
    case child, descendant, parent, ancestor, attribute, following, preceding
    case itself = "self"
    case descendantOrSelf = "descendant-or-self"
    case ancestorOrSelf = "ancestor-or-self"
    case followingSibling = "following-sibling"
    case precedingSibling = "preceding-sibling"
  }

  /// Which nodes it takes.
  package enum Test: Sendable, Equatable {
    case name(String)
    case any
    case node
    case text
  }

  /// Where it goes.
  package var axis: Axis
  /// Which nodes it takes.
  package var test: Test
  /// The conditions in brackets.
  package var predicates: [XPathSyntax] = []
  /// Where it stands.
  package var place: XPathPlace
}

/// Why a text is no XPath 1.0 expression, and where.
package struct XPathFault: Error, Sendable, Equatable {
  /// The reason in both languages.
  package let problem: Message
  /// How to mend it.
  package let help: Message?
  /// Where it stands within the expression, in Unicode scalars from 0.
  package let offset: Int
  /// How long it is, in Unicode scalars.
  package let length: Int

  /// Makes a fault.
  package init(problem: Message, help: Message? = nil, offset: Int, length: Int) {
    self.problem = problem
    self.help = help
    self.offset = offset
    self.length = length
  }
}
