import TestSupport
import Testing

@testable import Words

@Suite("Words that are none, and the dictionary")
struct SpellingTests {
  private static let file = Result {
    try Fixture("Templates/words/ukrainian.dictionary").bytes()
  }
  private static let read = (try? file.get()).flatMap { WordDictionary($0) }

  private let dictionary: WordDictionary
  private let spelling: Spelling

  init() throws {
    dictionary = try #require(Self.read)
    spelling = Spelling(dictionary, others: [Array("дашборд*".utf8)[...]])
  }

  @Test(
    "A form of a word is a word, and what is none is none",
    arguments: [
      ("громадянами", true), ("підрозділ", true), ("обов’язків", true), ("ґрунтами", true),
      ("працюватимуть", true), ("єси", true), ("а", true), ("громодян", false), ("підрозд", false),
      ("обовязків", false), ("", false), ("стрьожка", false),
    ])
  func contains(word: String, isWord: Bool) {
    #expect(dictionary.contains(LetterWords.letters(word)[...]) == isWord)
  }

  /// A text, the word that is found in it, and the one that was meant.
  @Test(
    "Found is the first word that is one slip away from another",
    arguments: [
      ("звернення громодян", "громодян", "громадян"), ("Гормадяни", "Гормадяни", "громадяни"),
      ("сто громадянн", "громадянн", "громадян"), ("громадянми", "громадянми", "громадянами"),
      ("громаддян і громодян", "громаддян", "громадян"), ("громадяни", "", ""),
      ("нашим підроздідів", "підроздідів", "підрозділів"),
      ("підророзділів", "підророзділів", "підрозділів"), ("поповерхові схеми", "", ""),
      ("регіонанальний", "регіонанальний", "регіональний"), ("обо'взків", "", ""),
      ("обов'ізків", "обов'ізків", "обов’язків"), ("обєктів", "обєктів", "об’єктів"),
      ("приорітетний", "приорітетний", "пріоритетний"), ("хромадян", "", ""),
      ("компенсаці", "компенсаці", "компенсації"),
      ("організаціі", "організаціі", "організації"), ("лікарь", "лікарь", "лікар"),
      ("безкоштово", "безкоштово", "безкоштовно"), ("лікраі", "лікраі", "лікарі"),
      ("звітногомісяця", "звітногомісяця", "звітного місяця"),
      ("водопостачання таводовідведення", "таводовідведення", "та водовідведення"),
      ("графікита", "графікита", "графіки та"), ("водонагрівальник", "", ""),
      ("двадцятикімнатний", "", ""), ("післясмаком", "", ""),
      ("ошукаи", "", ""),
    ])
  func finds(text: String, found: String, meant: String) {
    expect(text, found, meant)
  }

  @Test(
    "Names, abbreviations, parts of words and words that there are besides are passed over",
    arguments: [
      ("Іван Громодян", "", ""), ("Громодян Іван", "", ""),
      ("Громодян, Іван", "Громодян", "громадян"), ("Громодян багато", "Громодян", "громадян"),
      ("ГРОМОДЯН", "", ""), ("громо-дян", "", ""), ("громодян-ам", "", ""), ("3громодян", "", ""),
      ("cгромодян", "", ""), ("громодян_2", "", ""), ("обов\"язки", "", ""),
      ("громодян,громодян", "", ""), ("громодян, громадян", "громодян", "громадян"),
      ("з дашбордів", "", ""), ("пвторок", "", ""), ("на просп. Миру", "", ""),
      ("Великобакаївська рада", "", ""), ("Іде засідання. Обєкти оглянуто", "Обєкти", "об’єкти"),
      ("Ось м. Обєкт", "", ""), ("", "", ""),
    ])
  func passesOver(text: String, found: String, meant: String) {
    expect(text, found, meant)
  }

  private func expect(
    _ text: String, _ found: String, _ meant: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let match = spelling.firstMatch(in: text.utf8.span)
    #expect(
      match.map { WordSearch.text(text.utf8.span, $0.bytes) } ?? "" == found,
      sourceLocation: sourceLocation)
    #expect(match?.replacement ?? "" == meant, sourceLocation: sourceLocation)
  }

  @Test("One slip inside a common word, at any place, is told, and what is meant is a word")
  func slips() {
    let words = [
      "забезпечення", "реєстрація", "адміністративними", "користувачів", "документообіг",
      "обслуговування", "перевірятимуть", "структурного", "електронною", "відповідальність",
    ]
    for word in words.map({ LetterWords.letters($0) }) {
      for place in 2..<word.count - 3 {
        var (swapped, shorter, longer) = (word, word, word)
        swapped.swapAt(place, place + 1)
        shorter.remove(at: place)
        longer.insert(word[place], at: place)
        for slip in [swapped, shorter, longer] where !dictionary.contains(slip[...]) {
          let meant = dictionary.wordMeant(by: slip)
          #expect(
            meant.map { dictionary.contains($0[...]) } == true, "\(LetterWords.text(slip[...]))")
        }
      }
    }
  }

  @Test("A file that is damaged is refused or read without a trap")
  func damaged() throws {
    let file = try Self.file.get()
    #expect(WordDictionary([]) == nil)
    #expect(WordDictionary(Array(file.prefix(17))) == nil)
    #expect(WordDictionary(Array("words".utf8) + file) == nil)
    var random = Seeded(7)
    let word = LetterWords.letters("забезпеченя")
    for _ in 0..<20 {
      var bytes = Array(file.prefix(4 * Int.random(in: 5...2_000, using: &random)))
      for place in 8..<bytes.count where Bool.random(using: &random) {
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      guard let dictionary = WordDictionary(bytes) else { continue }
      _ = dictionary.contains(word[...])
      _ = dictionary.wordMeant(by: word)
    }
  }
}
