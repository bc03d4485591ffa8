import Testing

@testable import Words

@Suite("Pairs of words")
struct WordPairTests {
  private static func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  private static let nouns = CountedNouns([
    ([.one, .fewBehindVerb], bytes("звітів")), ([.one, .many, .inWords], bytes("звіти")),
    ([.few, .many, .inWords], bytes("звіт")), ([.one, .fewInTerm], bytes("днів")),
    ([.many, .genitive], bytes("дні")), ([.clock], bytes("година")), ([.fraction], bytes("тонн")),
    ([.many], bytes("майстер")),
  ])

  /// A text, and the words in it that do not agree.
  @Test(
    "of a number and a noun are told where the noun has another form",
    arguments: [
      ("5 звіти", "5 звіти"), ("5 звітів", ""), ("подано 5 нових звіти", "5 нових звіти"),
      ("подано 3 звітів", "3 звітів"), ("зміст 3 звітів", ""), ("тексти 3 звітів", ""),
      ("3 звітів", "3 звітів"), ("21 звітів", "21 звітів"), ("11 звітів", ""), ("2 звіт", "2 звіт"),
      ("за 3 днів", "за 3 днів"), ("протягом 3 днів", ""), ("протягом 3 дні", "протягом 3 дні"),
      ("близько 12 робочі дні", "близько 12 робочі дні"), ("о 5 година", "о 5 година"),
      ("5 година", ""),
      ("у 2027 році завдання", ""), ("2,5 тонн", "2,5 тонн"), ("25 тонн", ""), ("№ 5 звіти", ""),
      ("пункти 3 і 5 звіти", ""),
      ("10–15 звіти", ""), ("п’ять звіти", "п’ять звіти"), ("Три звітів", "Три звітів"),
      ("5 майстер-класів", ""), ("5 завдання", "5 завдання"), ("5 нові звітів", "5 нові звітів"),
      ("5 Звіти", ""), ("залучено 5 звіти", "5 звіти"), ("", ""),
    ])
  func counted(text: String, found: String) {
    check(Self.nouns, text, found)
  }

  private static let government = Government([
    (
      phrases: [bytes("до"), bytes("на підставі")], endings: bytes("ого их"),
      forms: bytes("план наказ")
    ),
    (phrases: [bytes("згідно з")], endings: bytes("им"), forms: bytes("плану")),
    (phrases: [bytes("безпеки"), bytes("оренду")], endings: [], forms: bytes("списки кімнату")),
  ])

  @Test(
    "of what governs a case and a noun are told where the noun has another",
    arguments: [
      ("до план", "до план"), ("до нового план", "до нового план"), ("до нових новим план", ""),
      ("На підставі наказ", "На підставі наказ"), ("підставі наказ", ""), ("до, план", ""),
      ("згідно з новим плану", "згідно з новим плану"), ("згідно з плану", "згідно з плану"),
      ("з плану", ""), ("до План", ""), ("до план-графіка", ""),
      ("на\u{a0}підставі план", "на\u{a0}підставі план"), ("стан безпеки списки", "безпеки списки"),
      ("подати відділу інформаційної безпеки списки", ""), ("надати в оренду кімнату", ""),
    ])
  func governed(text: String, found: String) {
    check(Self.government, text, found)
  }

  private static let agreement = Agreement(
    stems: ["нов", "четверт", "сільськ", "свідом", "рух", "рухом"].map(bytes),
    disagreeing: [
      (endings: bytes("ий ою ої"), nouns: bytes("планом рад статті")),
      (endings: bytes("ому"), nouns: bytes("реформу")),
    ])

  @Test(
    "of an adjective and a noun are told where they do not agree",
    arguments: [
      ("новий планом", "новий планом"), ("за новий планом", "новий планом"), ("нового планом", ""),
      ("новий планом-графіком", ""), ("новому реформу", "новому реформу"), ("свідому реформу", ""),
      ("рухому реформу", ""),
      ("міської та сільської рад", ""), ("міської, сільської рад", ""),
      ("частиною четвертою статті 5", ""), ("за четвертою статті", "четвертою статті"),
      ("новий, планом", ""), ("на Новий планом", ""), ("визнано новою статті", ""),
    ])
  func agreed(text: String, found: String) {
    check(Self.agreement, text, found)
  }

  /// What is found, and that the classes of the tokens tell so.
  private func check(_ pairs: some WordPairs, _ text: String, _ found: String) {
    let match = pairs.firstMatch(in: text.utf8.span)
    #expect(match.map { WordSearch.text(text.utf8.span, $0.bytes) } ?? "" == found)
    var before = pairs.startGroups
    var ends: [Range<Int>] = []
    var start = 0
    for token in text.split(separator: " ", omittingEmptySubsequences: false) {
      let classes = pairs.classes(ofToken: Array(token.utf8).span)
      let end = start + token.utf8.count
      if classes.alone | classes.right & before != 0 { ends.append(start..<end) }
      before = classes.left | before & classes.between
      start = end + 1
    }
    let ended = pairs.firstMatch(in: text.utf8.span, endingIn: ends)
    #expect(ended?.bytes == match?.bytes)
  }
}
