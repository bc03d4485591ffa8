import Testing

@testable import Functions

@Suite("Words with a slip")
struct NearWordTests {
  private static let words = NearWords(
    forms: [
      ("громадян", "и - ами"), ("підрозділ", "ів"), ("обов’язк", "ів"), ("подарунок", "-"),
      ("представництв", "о"),
    ].map { (Array($0.utf8)[...], Array($1.utf8)[...]) },
    exceptions: [Array("громаданин*".utf8)[...]])

  /// A text, the word that is found in it, and the one that was meant.
  @Test(
    "are those of one letter less, more or other, and of two that changed places or stand twice",
    arguments: [
      ("звернення громодян", "громодян", "громадян"), ("Гормадяни", "Гормадяни", "громадяни"),
      ("сто громадянн", "", ""), ("громадянми", "громадянми", "громадянами"),
      ("громаддян і громодян", "громаддян", "громадян"),
      ("громаданини", "", ""), ("громадяни", "", ""), ("хромадян", "", ""),
      ("громаданям", "", ""), ("нашим підроздідів", "підроздідів", "підрозділів"),
      ("підрозилділів", "", ""),
      ("підророзділів", "підророзділів", "підрозділів"), ("обо'взків", "", ""),
      ("обов'ізків", "обов'ізків", "обов’язків"),
      ("подаринок", "подаринок", "подарунок"), ("подорінок", "", ""),
      ("представніцтво", "представніцтво", "представництво"),
      ("предстовніцтво", "предстовніцтво", "представництво"), ("подагунок", "", ""),
      ("Іван Громодян", "", ""), ("ГРОМОДЯН", "", ""), ("громо-дян", "", ""), ("", "", ""),
    ])
  func finds(text: String, found: String, meant: String) {
    let match = Self.words.firstMatch(in: text.utf8.span)
    #expect(match.map { WordSearch.text(text.utf8.span, $0.bytes) } ?? "" == found)
    #expect(match?.replacement ?? "" == meant)
  }
}
