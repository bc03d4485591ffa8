/// What expressions have found out about the tree that they are run on, and how many
/// steps they have taken: asking for each of many siblings costs no more than asking once.
final class TreeAnswers {
  /// Changes with every tree; 0 while nothing is to be remembered.
  private(set) var tree = 0
  /// How many steps may still be taken.
  private(set) var stepsLeft = Int.max
  private var trees = 0
  /// Whether nothing more is to be found out.
  private var isStopped = false
  /// How many expressions are run before it is asked whether to stop; many steps count for several.
  var untilAsked = 0
  /// How many steps must be left for the expression that is being run to go on.
  private var floor = Int.min
  /// Whether an expression took more steps than it may.
  var hasFailed = false
  /// The nodes of absolute paths, and their texts.
  private var nodes: [ObjectIdentifier: [XMLNode]] = [:]
  private var texts: [ObjectIdentifier: Set<[UInt8]>] = [:]
  /// The numbers of nodes among their siblings, of those that have many before them.
  private var numbers: [UInt: Int] = [:]
  /// The places of some nodes among their siblings.
  var places: [UInt: Int] = [:]
  /// How many nodes parts select from others.
  private var counts: [CountKey: Int] = [:]

  private struct CountKey: Hashable {
    let part: ObjectIdentifier
    let node: UInt
  }

  /// Begins to remember what is found out about a tree, for which so many steps may be taken.
  func begin(steps: Int) {
    trees += 1
    tree = trees
    stepsLeft = isStopped ? -1 : steps
    forgetNodes()
    if !numbers.isEmpty { numbers.removeAll(keepingCapacity: true) }
    if !places.isEmpty { places = [:] }
  }

  /// Forgets all: the tree may be gone.
  func end() {
    tree = 0
    stepsLeft = .max
    floor = .min
    forgetNodes()
  }

  /// Allows so many steps, whatever was taken before.
  func allow(_ steps: Int) {
    stepsLeft = isStopped ? -1 : steps
    hasFailed = isStopped
  }

  /// Allows no more steps on any tree.
  func stop() {
    isStopped = true
    allow(0)
  }

  /// Begins an expression, which may take so many of the steps.
  func beginExpression(_ steps: Int) { floor = stepsLeft &- steps }

  /// Whether the expression may take more steps.
  var mayGoOn: Bool {
    if stepsLeft >= floor { return true }
    hasFailed = true
    return false
  }

  /// The texts of an absolute path; nil where the tree may change.
  func texts(of path: DirectPath, at focus: XPathFocus) -> Set<[UInt8]>? {
    guard tree != 0 else { return nil }
    if let known = texts[ObjectIdentifier(path)] { return known }
    let found = Set(path.nodes(at: focus).map(\.textBytes))
    texts[ObjectIdentifier(path)] = found
    return found
  }

  /// The nodes of an absolute path, in the same array as long as the tree is the same.
  func nodes(of path: DirectPath, at focus: XPathFocus) -> [XMLNode] {
    guard tree != 0 else { return path.nodes(at: focus) }
    if let known = nodes[ObjectIdentifier(path)] { return known }
    let found = path.nodes(at: focus)
    nodes[ObjectIdentifier(path)] = found
    return found
  }

  /// How many nodes a path selects from a node.
  func count(of path: DirectPath, from node: XMLNode) -> Int {
    guard tree != 0 else { return path.count(at: XPathFocus(node: node)) }
    let key = CountKey(part: ObjectIdentifier(path), node: node.address)
    if let known = counts[key] { return known }
    let count = path.count(at: XPathFocus(node: node))
    counts[key] = count
    return count
  }

  private func forgetNodes() {
    if !nodes.isEmpty { nodes = [:] }
    if !texts.isEmpty { texts = [:] }
    if !counts.isEmpty { counts = [:] }
  }

  /// Counts steps.
  func take(_ steps: Int) {
    stepsLeft -= steps
    untilAsked &-= steps &>> 8
  }

  /// The number of a node among its siblings of the same name.
  func number(of node: XMLNode) -> Int {
    var (number, steps) = (1, 0)
    var previous = node.previousSibling
    while let sibling = previous {
      steps += 1
      if sibling.isElement, sibling.hasName(of: node) {
        if steps > 16, tree != 0, let known = numbers[sibling.address] {
          number += known
          break
        }
        number += 1
      }
      previous = sibling.previousSibling
    }
    take(steps)
    if number > 16, tree != 0 { numbers[node.address] = number }
    return number
  }
}

extension XMLNode {
  /// What tells the node from all others of the trees that there are.
  var address: UInt { unsafe UInt(bitPattern: pointer) }
}
