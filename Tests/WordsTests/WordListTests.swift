import Patterns
import Testing

@testable import Words

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

  @Test(
    "is in no text whose tokens hold none of its entries",
    arguments: [
      ("приймати  участь", true), ("в якості", true), ("засобів звязку", true), ("«об'єкт»", true),
      ("веб-сайт", true), ("— веб‑Дія", true), ("він (приймати участь)", true),
      ("в\u{a0}якості, приймати \u{a0} участь", true), ("в в якості", true), ("приймати", false),
      ("участь приймати", false), ("якості в", false), ("в, якості", false), ("в якостізм", false),
      ("зв’язку", false), ("об’єкта", false), ("сайт", false), ("", false), (" в ", false),
    ])
  func tokens(text: String, mayStand: Bool) {
    var words = TokenSearch([{ TokenSearch.steps(of: Self.list) }])
    var start = 0
    let tokens = text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
      number, token in
      defer { start += token.utf8.count + 1 }
      return NumberedToken(number: number, bytes: start..<start + token.utf8.count)
    }
    for _ in 0..<2 {
      #expect((words.find(1, in: text.utf8.span, tokens.span) == 1) == mayStand)
    }
    #expect(mayStand || WordSearch(Self.list).firstMatch(in: text.utf8.span) == nil)
  }
}
