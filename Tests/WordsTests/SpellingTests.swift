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
      ("працюватимуть", true), ("абабагаламагам", false), ("громодян", false), ("підрозд", false),
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
      ("ошукаи", "", ""), ("заміна насосамі", "насосамі", "насосами"),
      ("заявникі", "заявникі", "заявники"),
      ("програмі", "", ""), ("існуючі", "", ""),
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

  @Test("A file that is damaged is refused")
  func damaged() throws {
    let file = try Self.file.get()
    for length in [0, 17, 40, 1_001, file.count / 2, file.count - 121] {
      #expect(WordDictionary(Array(file.prefix(length))) == nil)
    }
    #expect(WordDictionary(Array("words".utf8) + file) == nil)
    var random = Seeded(7)
    for _ in 0..<10 {
      var bytes = file
      let place = Int.random(in: 60..<file.count, using: &random)
      bytes[place] = bytes[place] == UInt8(ascii: "B") ? UInt8(ascii: "C") : UInt8(ascii: "B")
      #expect(WordDictionary(bytes) == nil)
    }
  }

  /// What the first line of a file says before its check, and its edges in digits; whether it is read.
  @Test(
    "A state or a letter that is not there, and what is no edge, is refused",
    arguments: [
      ("1 1 1", "AAAD", true), ("0 0 1", "AAAB", true), ("2 0 1", "AAAB", false),
      ("1 1 1", "AAAA", false), ("1 1 1", "ACAB", false), ("1 1 1", "AAA-", false),
      ("1 1 1", "AAADB", false), ("1 1 2", "AAAD", false), ("-1 0 1", "AAAB", false),
    ])
  func impossible(head: String, digits: String, isRead: Bool) {
    let values = digits.utf8.prefix(4).map { $0 == 0x2D ? 62 : UInt32($0) - 0x41 }
    let check = values.reduce(0) { $0 << 6 | $1 }
    let file = "pysar-words 1 \(head) \(check)\n\(digits)\n"
    #expect((WordDictionary(Array(file.utf8)) != nil) == isRead)
  }
}
