package import XML
internal import XPathLanguage

extension XPathFunction {
  /// `mentions(texts, names)`: whether one of the texts has a word that begins as the first word of
  /// one of the names does, by four letters: «Порядку обліку» and «ПОРЯДОК».
  package static let mentions = XPathFunction(
    "mentions", of: [.nodes, .nodes], gives: .boolean,
    making: {
      let words = KnownNodes { texts in
        texts.reduce(into: Set<Substring>()) { words, text in
          for word in text.stringValue.lowercased().split(whereSeparator: { !$0.isLetter }) {
            words.insert(word.prefix(3))
            words.insert(word.prefix(4))
          }
        }
      }
      let firsts = KnownNodes { names in
        Set(
          names.compactMap { name in
            name.stringValue.lowercased().split(whereSeparator: { !$0.isLetter }).first?.prefix(4)
          })
      }
      return { arguments in
        guard case .nodes(let texts) = arguments[0], case .nodes(let names) = arguments[1] else {
          return .boolean(false)
        }
        let (words, firsts) = (words.made(of: texts), firsts.made(of: names))
        let (few, many) = words.count < firsts.count ? (words, firsts) : (firsts, words)
        return .boolean(!few.isDisjoint(with: many))
      }
    })
}
