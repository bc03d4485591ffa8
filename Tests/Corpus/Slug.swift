/// A name in letters that every file system and every shell takes: Ukrainian in Latin letters
/// (resolution № 55 of 27.01.2010), with hyphens for spaces.
func slug(_ name: String) -> String {
  var result = ""
  var isFirst = true
  for letter in name.lowercased() {
    if letter == " " || letter == "-" {
      result += "-"
      isFirst = true
    } else {
      result += isFirst ? initials[letter] ?? latin[letter] ?? "" : latin[letter] ?? ""
      if letter.isNumber { result.append(letter) }
      isFirst = false
    }
  }
  return result
}

private let latin: [Character: String] = [
  "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
  "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
  "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
  "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
]

/// The letters that are written otherwise at the beginning of a word.
private let initials: [Character: String] = ["є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"]

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
