/// Letters of one alphabet typed for those of another that look the same.
package enum LookAlikes {
  /// Cyrillic letters with the Latin ones that look like them, and Greek ones that scanners see.
  private static let pairs: [(cyrillic: Character, others: String)] = [
    ("А", "AΑ"), ("В", "BΒ"), ("С", "CϹ"), ("Е", "EΕ"), ("Н", "HΗ"), ("І", "IΙ"), ("Ј", "J"),
    ("К", "KΚ"), ("М", "MΜ"), ("О", "OΟ"), ("Р", "PΡ"), ("Ѕ", "S"), ("Т", "TΤ"), ("Х", "XΧ"),
    ("У", "YΥ"), ("Ї", "ÏΪ"), ("а", "aα"), ("с", "cϲ"), ("е", "e"), ("є", "ϵε"), ("і", "iι"),
    ("ј", "j"), ("к", "κ"), ("о", "oοσ"), ("р", "pρ"), ("ѕ", "s"), ("т", "τ"), ("х", "xχ"),
    ("у", "yγ"), ("ї", "ïϊ"), ("п", "π"), ("Г", "Γ"), ("П", "Π"), ("Ф", "Φ"), ("ф", "φ"),
  ]

  private static let cyrillic = Dictionary(
    pairs.flatMap { pair in pair.others.map { ($0, pair.cyrillic) } }, uniquingKeysWith: { $1 })

  /// Letters of old or other Cyrillic alphabets are not offered for Latin ones.
  private static let foreign: Set<Character> = ["Ј", "ј", "Ѕ", "ѕ"]

  private static let latin = Dictionary(
    uniqueKeysWithValues: pairs.compactMap { pair in
      pair.others.first.flatMap { $0.isASCII || "ÏïΪ".contains($0) ? (pair.cyrillic, $0) : nil }
    })

  /// The text with look-alikes replaced by letters of the alphabet that the rest of it has: Latin
  /// where some letter can only be Latin, else Cyrillic. A text with letters of both sorts that look
  /// like no others, «iPhone’и», is left as it is.
  package static func replaced(in text: String) -> String {
    let inCyrillic = String(
      text.map { letter in
        cyrillic[letter].flatMap { foreign.contains($0) ? nil : $0 } ?? letter
      })
    let isCyrillic = { (letter: Character) in
      letter.unicodeScalars.allSatisfy { (0x400...0x52F).contains($0.value) }
    }
    let hasOnlyLatin = inCyrillic.contains { $0.isLetter && !isCyrillic($0) }
    let hasOnlyCyrillic = text.contains { isCyrillic($0) && latin[$0] == nil }
    guard hasOnlyLatin else { return inCyrillic }
    return hasOnlyCyrillic ? text : String(text.map { latin[$0] ?? $0 })
  }
}
