import Testing

@testable import Functions

@Suite("A word list")
struct WordListTests {
  private static let list = WordList(
    [
      ("приймат* участь", "брати участь"),
      ("веб-*", "веб*"),
      ("веб-камер*", nil),
      ("звяз*", "зв’яз*"),
      ("в якості", "як"),
      ("в якості послуг", nil),
      ("об’єкт", "Об"),
    ].map { (Array($0.utf8)[...], $1.map { Array($0.utf8)[...] }) })

  /// A text, what is found in it, and what stands for that.
  @Test(
    "finds the first of its entries at the beginning of a word",
    arguments: [
      ("Приймати  участь у нараді", "Приймати  участь", "Брати участь"),
      ("оновлення веб‑сайту", "веб‑сайту", "вебсайту"), ("Веб-сайт", "Веб-сайт", "Вебсайт"),
      ("веб-камера", "", ""), ("веб-камера і веб-сайт", "веб-сайт", "вебсайт"),
      ("веб-Дія", "", ""), ("Веб‑Дія", "", ""), ("ВЕБ-ДІЯ", "ВЕБ-ДІЯ", "ВебДІЯ"),
      ("засобів звязку", "звязку", "зв’язку"), ("незвязку", "", ""),
      ("в\u{a0}якості", "в\u{a0}якості", "як"),
      ("в  \u{a0}якості", "в  \u{a0}якості", "як"), ("В", "", ""), ("в ", "", ""),
      ("в якості послуг", "", ""), ("в якостізм", "", ""),
      ("об'єкт", "об'єкт", "Об"), ("об’єкта", "", ""), ("об’єкт’а", "", ""), ("", "", ""),
      ("приймати", "", ""), ("д’об’єкт", "", ""), ("'об'єкт'", "об'єкт", "Об"),
    ])
  func finds(text: String, found: String, replacement: String) {
    let match = WordSearch(Self.list).firstMatch(in: text.utf8.span)
    #expect(match.map { WordSearch.text(text.utf8.span, $0.bytes) } ?? "" == found)
    #expect(match?.replacement ?? "" == replacement)
  }

  @Test("is in no text that has none of its words beside each other")
  func keys() throws {
    let keys = try #require(WordKeys(Self.list))
    func mayStand(_ text: String) -> Bool {
      var before: UInt128 = 0
      var groups: UInt128 = 0
      for token in text.split(separator: " ", omittingEmptySubsequences: false) {
        let classes = keys.classes(ofToken: Array(token.utf8).span)
        groups |= classes.alone | classes.right & before
        before = classes.left & ~keys.innerGroups | before & classes.between
      }
      return groups != 0
    }
    for text in [
      "приймати  участь", "в якості", "засобів звязку", "«об'єкт»", "веб-сайт", "— веб‑Дія",
    ] {
      #expect(mayStand(text), "\(text)")
    }
    for text in ["приймати", "участь приймати", "якості в", "зв’язку", "об’єкта", "сайт"] {
      #expect(!mayStand(text), "\(text)")
    }
  }
}
