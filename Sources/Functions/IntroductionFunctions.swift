import Bytes
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on the short names that texts introduce; see ``Introductions``.
  ///
  /// - `introduced(text)`: the first short name that a text introduces; empty where it does none.
  /// - `introduction(texts, name)`: the first of some texts that introduces a short name.
  /// - `is-used(node, texts)`: whether what an element introduces is used behind that, or in a text
  ///   that is not its own; true where it introduces nothing. Its first word is looked for without
  ///   its ending.
  package static let introductions = [
    XPathFunction(
      "introduced", gives: .text,
      ofText: { .string(String(decoding: Introductions(in: $0).firstName, as: UTF8.self)) }),
    XPathFunction(
      "introduction", of: [.nodes, .text], gives: .nodes,
      making: {
        let index = KnownNodes { texts in
          var firsts: [[UInt8]: XMLNode] = [:]
          for text in texts {
            for name in text.withText({ Introductions(in: $0).names }) where firsts[name] == nil {
              firsts[name] = text
            }
          }
          return firsts
        }
        return { arguments in
          guard case .nodes(let texts) = arguments[0] else { return .nodes([]) }
          return .nodes(index.made(of: texts)[Array(arguments[1].string.utf8)].map { [$0] } ?? [])
        }
      }),
    XPathFunction(
      "is-used", of: [.nodes, .nodes], gives: .boolean,
      making: {
        let index = KnownNodes { texts in
          var stems: Set<[UInt8]> = []
          for text in texts {
            stems.insert(Introductions.stem(of: text.withText { Introductions(in: $0).firstName }))
          }
          stems.remove([])
          var uses = StemUses(of: stems)
          for text in texts { text.withText { uses.look(through: $0) } }
          return uses
        }
        return { arguments in
          guard let node = arguments[0].first, case .nodes(let texts) = arguments[1] else {
            return .boolean(true)
          }
          let own = node.withText { Introductions(in: $0) }
          let stem = Introductions.stem(of: own.firstName)
          let isUsed = own.rest.holds(String(decoding: stem, as: UTF8.self))
          if stem.isEmpty || isUsed { return .boolean(true) }
          let found = index.made(of: texts).texts(with: stem) ?? []
          return .boolean(found.contains { texts[$0].parent != node })
        }
      }),
  ]
}
