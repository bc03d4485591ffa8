package import XML

extension XPathFunction {
  /// The functions that compare names of people, bodies and posts, however they are typed: spaces,
  /// apostrophes, hyphens, case and normal form make no difference, and what is blank is empty.
  ///
  /// - `same-person(a, b)`: whether two names can be those of one person; initials stand for the
  ///   names that they begin, and the surname for itself at either end. A blank name is nobody's.
  /// - `same-surname(a, b)`: whether two names can have the same surname.
  /// - `person-key(name)`: the same for all ways to write a name.
  /// - `name-key(text)`: the same for all ways to type the name of a body or unit.
  /// - `office-key(post)`: the same for all ways to type a post, and for men and women.
  /// - `office-led(post)`: which office its holder leads, `office-deputised(post)`: the head of which
  ///   the holder stands in for; empty for other posts.
  package static let names = [
    XPathFunction(
      "same-person", ofTexts: { .boolean(PersonName($0).isSame(as: PersonName($1))) }),
    XPathFunction(
      "same-surname", ofTexts: { .boolean(PersonName($0).hasSameSurname(as: PersonName($1))) }),
    XPathFunction("person-key", ofText: { .string(PersonName($0).key) }),
    XPathFunction("name-key", ofText: { .string(NameWord.words(of: $0).key) }),
    XPathFunction("office-key", ofText: { .string(Office($0).key) }),
    XPathFunction("office-led", ofText: { .string(Office($0).led) }),
    XPathFunction("office-deputised", ofText: { .string(Office($0).deputised) }),
  ]
}
