/// The words beside a time that say that it is a thing's, and not when something is due: «робіт,
/// виконаних до 1 січня», «договір, що діє до 1 травня». All are asked of in small letters.
package enum ThingInTime {
  /// Whether a word is a participle in a form that no noun has.
  package static func isParticiple(_ word: String) -> Bool {
    participles.contains(where: word.hasSuffix)
  }

  /// Whether a word is a participle or a noun: «подані» and «дані», «виконану» and «плану».
  package static func mayBeParticiple(_ word: String) -> Bool {
    word.count > 5 && ambiguous.contains(where: word.hasSuffix)
  }

  /// Whether a word may be the noun of such a participle: «роботи», and not «подати».
  package static func mayBeThing(_ word: String) -> Bool {
    ["у", "ю", "і", "и", "а", "я"].contains(where: word.hasSuffix)
      && !infinitives.contains(where: word.hasSuffix)
  }

  /// Whether a word means what lasts itself: «наказ про відпустку з 1 по 15 лютого».
  package static func isAbsence(_ word: String) -> Bool {
    ["відпустк", "відряджен", "стажуван"].contains(where: word.hasPrefix)
  }

  /// Whether a word says that a thing holds: «діє до 1 травня».
  package static func isValidity(_ word: String) -> Bool { validity.contains(word) }

  private static let participles = [
    "аних", "яних", "ених", "єних", "итих", "ятих", "атих", "утих", "ано", "ено", "аний", "ений",
    "єний", "аного", "еного", "єного", "аної", "еної", "єної", "аному", "еному", "ими",
  ]
  private static let ambiguous = [
    "ані", "ені", "єні", "яні", "ану", "ену", "єну", "яну", "ана", "ена", "єна", "яна", "ане",
    "ене", "єне", "аті", "яті", "иті", "уті", "яту", "яте", "ате",
  ]
  private static let infinitives = [
    "ати", "яти", "ити", "іти", "їти", "ути", "юти", "сти", "зти", "йти",
  ]
  private static let validity: Set<String> = [
    "діє", "діють", "станом", "дію", "дії", "дійсні", "дійсна", "дійсний", "чинні", "чинна",
    "чинний",
  ]
}
