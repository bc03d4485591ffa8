/// What the expressions of a form have found out about the tree that is being rendered, and how many
/// steps they have taken: asking for each of many siblings costs no more than asking once.
final class TreeAnswers {
  /// Changes with every tree; 0 while nothing is to be remembered.
  private(set) var tree = 0
  /// How many steps may still be taken.
  private(set) var stepsLeft = Int.max
  private var trees = 0
  /// The numbers of nodes among their siblings, of those that have many before them.
  private var numbers: [UInt: Int] = [:]

  /// Begins to remember what is found out about a tree, for which so many steps may be taken.
  func begin(steps: Int) {
    trees += 1
    tree = trees
    stepsLeft = steps
    if !numbers.isEmpty { numbers.removeAll(keepingCapacity: true) }
  }

  /// Forgets all: the tree may be gone.
  func end() {
    tree = 0
    stepsLeft = .max
  }

  /// Counts steps.
  func take(_ steps: Int) { stepsLeft -= steps }

  /// The number of a node among its siblings of the same name.
  func number(of node: XMLNode) -> Int {
    guard tree != 0 else { return node.number }
    var number = 1
    var steps = 0
    var previous = node.previousSibling
    while let sibling = previous {
      steps += 1
      if sibling.isElement, sibling.hasName(of: node) {
        if steps > 16, let known = numbers[sibling.address] {
          number += known
          break
        }
        number += 1
      }
      previous = sibling.previousSibling
    }
    take(steps)
    if number > 16 { numbers[node.address] = number }
    return number
  }
}

extension XMLNode {
  /// What tells the node from all others of the trees that there are.
  fileprivate var address: UInt { unsafe UInt(bitPattern: pointer) }

  /// The number of the node among its siblings of the same name.
  var number: Int {
    var number = 1
    var previous = previousSibling
    while let sibling = previous {
      if sibling.isElement, sibling.hasName(of: self) { number += 1 }
      previous = sibling.previousSibling
    }
    return number
  }
}
