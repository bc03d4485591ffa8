/// The words that names of bodies and units begin with.
package enum BodyNames {
  /// The nominative of such a word in the dative, both in small letters; nil for any other word.
  package static func nominative(of dative: String) -> String? { nominatives[dative] }

  /// Whether a word in small letters is such a nominative.
  static func isNominative(_ word: String) -> Bool { words.contains(word) }

  private static let words = Set(nominatives.values)

  private static let nominatives = [
    "агентству": "агентство", "адміністрації": "адміністрація", "апарату": "апарат",
    "архіву": "архів", "бухгалтерії": "бухгалтерія", "відділу": "відділ", "групі": "група",
    "департаменту": "департамент", "дирекції": "дирекція", "інспекції": "інспекція",
    "канцелярії": "канцелярія", "комісії": "комісія", "комітету": "комітет",
    "міністерству": "міністерство", "офісу": "офіс", "підрозділу": "підрозділ", "раді": "рада",
    "секретаріату": "секретаріат", "сектору": "сектор", "службі": "служба",
    "управлінню": "управління", "фонду": "фонд", "центру": "центр",
  ]
}
