internal import Bytes
internal import Names
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions that compare names of people, bodies and posts, however they are typed: spaces,
  /// apostrophes, hyphens, case and normal form make no difference, and what is blank is empty.
  ///
  /// - `same-person(a, b)`: whether two names can be those of one person; initials stand for the
  ///   names that they begin, and the surname for itself at either end. A blank name is nobody's.
  /// - `first-same-person(nodes, name)`: the first of some nodes that names the same person as a name.
  /// - `same-surname(a, b)`: whether two names can have the same surname.
  /// - `same-but-surname(a, b)`: whether two names differ in the surname alone, and are written out.
  /// - `identifier-key(text)`: the same for all ways to write an identifier.
  /// - `person-key(name)`: the same for all ways to write a name.
  /// - `name-key(text)`: the same for all ways to type the name of a body or unit.
  /// - `office-key(post)`: the same for all ways to type a post, and for men and women.
  /// - `office-led(post)`: which office its holder leads, `office-deputised(post)`: the head of which
  ///   the holder stands in for; empty for other posts.
  /// - `near-name(a, b)`: whether two names of bodies differ only as one that was typed twice does.
  package static let names = [
    comparison("same-person") { $0.isSame(as: $1) },
    comparison("same-surname") { $0.hasSameSurname(as: $1) },
    comparison("same-but-surname") { $0.isSameButSurname(as: $1) },
    XPathFunction(
      "first-same-person", of: [.nodes, .text], gives: .nodes,
      making: {
        var names = RecentAnswers<PersonName>()
        let index = KnownNodes { nodes in
          PersonIndex(nodes) { node in
            node.withText { text in names.answer(to: text) { PersonName($0) } }
          }
        }
        return { arguments in
          guard case .nodes(let nodes) = arguments[0] else { return .nodes([]) }
          let name = arguments[1].withText { text in names.answer(to: text) { PersonName($0) } }
          return .nodes(index.made(of: nodes).first(like: name).map { [$0] } ?? [])
        }
      }),
    key("person-key") { PersonName($0).key },
    key("identifier-key") { IdentifierKey.key(of: $0) },
    key("name-key") { NameKey.key(of: $0) },
    key("office-key") { Office($0).key },
    key("office-led") { Office($0).led },
    key("office-deputised") { Office($0).deputised },
    nearName,
  ]

  /// A function of two people's names, which are often asked of again.
  private static func comparison(
    _ name: String, _ compare: @escaping @Sendable (PersonName, PersonName) -> Bool
  ) -> XPathFunction {
    XPathFunction(
      name, gives: .boolean,
      makingOfTexts: {
        var names = RecentAnswers<PersonName>()
        return { one, other in
          .boolean(
            compare(
              names.answer(to: one) { PersonName($0) }, names.answer(to: other) { PersonName($0) }))
        }
      })
  }

  /// A function of a text that is often asked of the same: plans of one body come together.
  private static func key(
    _ name: String, _ key: @escaping @Sendable (Span<UInt8>) -> String
  ) -> XPathFunction {
    XPathFunction(
      name, literals: 0...0, gives: .text,
      prepare: { _ throws(XPathLiteralFault) in key },
      make: { key in
        var answers = RecentAnswers<String>()
        return { text in .string(answers.answer(to: text, key)) }
      })
  }
}
