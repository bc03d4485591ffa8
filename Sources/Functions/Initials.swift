/// Finds which of some abbreviations are spelled out by the first letters of words.
///
/// All are looked for at once, in a tree of their letters: from each word that one may begin with, as
/// far as the words go on to make it.
struct Initials {
  private struct Node {
    var next: [Unicode.Scalar: Int] = [:]
    /// The abbreviation that ends here.
    var name: String?
  }

  /// An abbreviation of which so many letters were found.
  private struct State {
    let node: Int
    /// The letters with which it could have gone on, at words that were passed by.
    var left: Set<Unicode.Scalar> = []
  }

  /// How many words may be left out of an abbreviation.
  private static let gapLimit = 12

  private var nodes = [Node()]
  /// The abbreviations that were found so far.
  private(set) var spelled: Set<String> = []

  /// Makes a tree of abbreviations.
  init(of names: Set<String>) {
    for name in names {
      var place = 0
      for letter in name.lowercased().unicodeScalars {
        if let next = nodes[place].next[letter] {
          place = next
        } else {
          nodes.append(Node())
          nodes[place].next[letter] = nodes.count - 1
          place = nodes.count - 1
        }
      }
      nodes[place].name = name
    }
  }

  /// Looks for them in the words of a text; some words are no hindrance between those that make one.
  mutating func look(through words: [Substring], _ noHindrance: Set<String>) {
    guard nodes.count > 1 else { return }
    let letters = words.map { $0.lowercased().unicodeScalars.first }
    for start in words.indices where words[start].unicodeScalars.count > 1 {
      guard let first = letters[start], let node = nodes[0].next[first] else { continue }
      var states = [State(node: node)]
      var gap = 0
      for index in words.indices[(start + 1)...] {
        guard let letter = letters[index] else { break }
        let mayStay =
          words[index].unicodeScalars.count <= 3 || noHindrance.contains(words[index].lowercased())
        states = step(states, letter, mayStay)
        if states.isEmpty { break }
        gap = mayStay ? gap + 1 : 0
        if gap > Self.gapLimit { break }
      }
    }
  }

  /// Goes on with a letter; where its word may be left out, abbreviations wait that do not go on
  /// with it.
  private mutating func step(_ states: [State], _ letter: Unicode.Scalar, _ mayStay: Bool)
    -> [State]
  {
    var result: [State] = []
    for state in states {
      if let next = nodes[state.node].next[letter], !state.left.contains(letter) {
        if let name = nodes[next].name { spelled.insert(name) }
        if !nodes[next].next.isEmpty { result.append(State(node: next)) }
      }
      guard mayStay else { continue }
      var waiting = state
      waiting.left.insert(letter)
      if nodes[state.node].next.keys.contains(where: { !waiting.left.contains($0) }) {
        result.append(waiting)
      }
    }
    return result
  }
}
