internal import CLibXML2

/// Paths of names, all from the root or all from the node that they are asked at.
struct NamePaths {
  let areAbsolute: Bool
  let paths: [[String]]

  /// These and others; nil where they do not begin alike.
  func united(_ others: NamePaths?) -> NamePaths? {
    guard let others, others.areAbsolute == areAbsolute else { return nil }
    return NamePaths(areAbsolute: areAbsolute, paths: paths + others.paths)
  }
}

/// Paths of names in a tree of their steps: one that some of them share is taken once.
struct PathTrie {
  private struct Step {
    let name: PathNames.Name
    /// The first of the steps that follow it, and the next that stands beside it; -1 for none.
    var inner = -1
    let next: Int
    /// The first of its targets; -1 for none.
    var target = -1
  }

  /// An expression that selects what a step leads to, and the next one that does; -1 for none.
  private struct Target {
    let expression: Int
    let next: Int
  }

  private var names = PathNames()
  private var texts: [String] = []
  private var steps: [Step] = []
  private var targets: [Target] = []
  /// The first of the steps from the root; -1 for none.
  private var first = -1

  /// Makes the tree of the paths of expressions, by number.
  init(_ expressions: [NamePaths?]) {
    for (number, paths) in expressions.enumerated() {
      for path in paths?.paths ?? [] { add(path, of: number) }
    }
  }

  private mutating func add(_ path: [String], of expression: Int) {
    var place = -1
    for name in path { place = step(name, behind: place) }
    var target = steps[place].target
    while target >= 0 {
      if targets[target].expression == expression { return }
      target = targets[target].next
    }
    targets.append(Target(expression: expression, next: steps[place].target))
    steps[place].target = targets.count - 1
  }

  /// The step of that name behind another one, or from the root; a new one where there is none yet.
  private mutating func step(_ name: String, behind place: Int) -> Int {
    let start = place < 0 ? first : steps[place].inner
    var known = start
    while known >= 0, texts[known] != name { known = steps[known].next }
    if known >= 0 { return known }
    texts.append(name)
    steps.append(Step(name: names.add(name), next: start))
    if place < 0 { first = steps.count - 1 } else { steps[place].inner = steps.count - 1 }
    return steps.count - 1
  }

  /// Adds the nodes below one to those that each expression selects, in document order; gives how
  /// many were looked at.
  func walk(_ node: XMLNode, _ selected: inout [[XMLNode]], behind place: Int = -1) -> Int {
    let first = place < 0 ? first : steps[place].inner
    var next = node.firstChild
    var taken = 0
    while let child = next {
      taken += 1
      next = child.nextSibling
      guard child.isElement else { continue }
      let name = unsafe UnsafePointer(child.pointer.pointee.name)
      var place = first
      while place >= 0, unsafe !names.isName(steps[place].name, of: name) {
        place = steps[place].next
      }
      guard place >= 0 else { continue }
      var target = steps[place].target
      while target >= 0 {
        selected[targets[target].expression].append(child)
        target = targets[target].next
      }
      if steps[place].inner >= 0 { taken += walk(child, &selected, behind: place) }
    }
    return taken
  }
}
