package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on numbers.
  ///
  /// - `number-in-words(number)`, as documents repeat numbers in words, in the masculine: «двадцять
  ///   один»; empty for what is no whole number below a million.
  /// - `number-of-words(text)`, the number that a text begins with, in words of any case; empty
  ///   where it begins with another word.
  package static let numbersInWords = [
    XPathFunction("number-in-words", of: [.text], gives: .text) { arguments in
      .string(Int(arguments[0].string).flatMap(NumberInWords.masculine) ?? "")
    },
    XPathFunction("number-of-words", of: [.text], gives: .text) { arguments in
      .string(NumberReader.number(in: arguments[0].string).map(String.init) ?? "")
    },
  ]
}

/// Whole numbers in Ukrainian words.
private enum NumberInWords {
  /// A number below a million, as it counts what is masculine.
  static func masculine(_ number: Int) -> String? {
    guard (0..<1_000_000).contains(number) else { return nil }
    if number == 0 { return "нуль" }
    let thousands = number / 1000
    let words =
      (thousands == 0
        ? [] : below(thousand: thousands, one: "одна", two: "дві") + [noun(thousands)])
      + below(thousand: number % 1000, one: "один", two: "два")
    return words.joined(separator: " ")
  }

  private static func below(thousand number: Int, one: String, two: String) -> [String] {
    let (tens, ones) = (number % 100 / 10, number % 10)
    let units = ["", one, two] + fromThree
    let rest = tens == 1 ? [teens[ones]] : [decades[tens], units[ones]]
    return ([hundreds[number / 100]] + rest).filter { !$0.isEmpty }
  }

  /// «Тисяча» as it stands behind a number.
  private static func noun(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...14, _): "тисяч"
    case (_, 1): "тисяча"
    case (_, 2...4): "тисячі"
    default: "тисяч"
    }
  }

  private static let fromThree = ["три", "чотири", "п’ять", "шість", "сім", "вісім", "дев’ять"]
  private static let teens = [
    "десять", "одинадцять", "дванадцять", "тринадцять", "чотирнадцять", "п’ятнадцять",
    "шістнадцять", "сімнадцять", "вісімнадцять", "дев’ятнадцять",
  ]
  private static let decades = [
    "", "", "двадцять", "тридцять", "сорок", "п’ятдесят", "шістдесят", "сімдесят", "вісімдесят",
    "дев’яносто",
  ]
  private static let hundreds = [
    "", "сто", "двісті", "триста", "чотириста", "п’ятсот", "шістсот", "сімсот", "вісімсот",
    "дев’ятсот",
  ]
}
