/// The clause of law that a finding rests on.
package struct Citation: Sendable, Equatable {
  /// How the clause is cited, for people.
  package var text: Message
  /// The address of the act, where one is known.
  package var url: String?

  /// Makes a citation.
  package init(_ text: Message, url: String?) {
    self.text = text
    self.url = url
  }

  /// The citation in a language.
  package subscript(_ language: Language) -> String { text[language] }
}
