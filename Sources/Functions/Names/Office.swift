internal import Names

/// A post as posts are compared: «начальниця» is «начальник», and what a deputy is deputy of is the
/// post that its head holds.
struct Office {
  private let words: [NameWord]

  init(_ text: Span<UInt8>) {
    words = NameWord.words(of: text).map { word in
      var word = word
      word.letters = Self.masculine(word.letters)
      return word
    }
  }

  /// The post in its normal form, for comparing.
  var key: String { words.key }

  /// The office that one who holds the post leads: «начальник відділ»; empty where it leads none.
  var led: String {
    Self.office(of: parts.filter { !$0.isDeputy }.map { $0.words[...] })
  }

  /// The office whose head has the one who holds the post as deputy; empty for others.
  var deputised: String {
    Self.office(
      of: parts.filter(\.isDeputy).compactMap { part in
        part.words.firstIndex { $0.starts(with: Self.deputy) }.map { part.words[($0 + 1)...] }
      })
  }

  /// A double office, «заступник директора – начальник відділу», by its parts, each without what
  /// says that it is held for a time.
  private var parts: [(words: [[UInt32]], isDeputy: Bool)] {
    split().map { words in
      let words = Array(words.drop { Self.acting.contains($0) })
      return (words, words.prefix(3).contains { $0.starts(with: Self.deputy) })
    }
  }

  private func split() -> [[[UInt32]]] {
    var result: [[[UInt32]]] = []
    for word in words {
      if word.joint == .dash || result.isEmpty { result.append([]) }
      result[result.count - 1].append(word.letters)
    }
    return result
  }

  /// The office of the first part that has one, sooner a head’s than a chief accountant’s.
  private static func office(of parts: [ArraySlice<[UInt32]>]) -> String {
    for words in parts { if let office = office(words, head) { return office } }
    for words in parts where words.first.map({ $0.starts(with: main) }) ?? false {
      if let office = office(words, chief) { return office }
    }
    return ""
  }

  /// The office of a head, in any case: the head and the first noun behind.
  private static func office(
    _ words: ArraySlice<[UInt32]>, _ headOf: ([UInt32]) -> [UInt32]?
  ) -> String? {
    var rest = words
    while let word = rest.first, word.endsAsAdjective, headOf(word) == nil {
      rest = rest.dropFirst()
    }
    guard let head = rest.first.flatMap(headOf) else { return nil }
    let body = rest.dropFirst().first { !$0.endsAsAdjective } ?? []
    let scalars = head + [0x20] + stem(body)
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// The word for a head without its ending; nil for other words.
  private static func head(_ word: [UInt32]) -> [UInt32]? {
    if chairs.contains(word) { return chairs[0] }
    return heads.first { word.starts(with: $0) }.map { $0 == incumbent ? keeper : $0 }
  }

  /// The word for one who leads where «головний» stands before it, without its ending.
  private static func chief(_ word: [UInt32]) -> [UInt32]? {
    chiefs.first { word.starts(with: $0) }
  }

  /// A word without the ending of its case.
  private static func stem(_ word: [UInt32]) -> [UInt32] {
    for end in endings where word.count > end.count + 2 && word.suffix(end.count) == end[...] {
      return Array(word.dropLast(end.count))
    }
    return word
  }

  /// The word for a man of what may be the word for a woman: начальниця, завідувачка, головна.
  private static func masculine(_ word: [UInt32]) -> [UInt32] {
    guard word.count > 4 else { return word }
    for (end, other) in feminineEnds where word.suffix(end.count) == end[...] {
      return word.dropLast(end.count) + other
    }
    return word
  }

  private static let deputy = "заступник".letters
  private static let keeper = "завідувач".letters
  private static let incumbent = "завідуюч".letters
  private static let heads =
    ["начальник", "директор", "керівник", "керуюч", "міністр"].map(\.letters) + [keeper, incumbent]
  private static let main = "головн".letters
  private static let chiefs = ["бухгалтер", "архітектор", "лікар"].map(\.letters)
  private static let chairs = ["голова", "голови", "голові", "голову", "головою"].map(\.letters)
  private static let acting = [
    "в", "о", "т", "во", "тво", "тимчасово", "виконувач", "виконувача", "виконуючий", "виконуюча",
    "обовязків", "обовязки", "перший", "першого",
  ].map(\.letters)
  private static let endings =
    ["ами", "ові", "еві", "ом", "ем", "ою", "ею", "ам", "ям", "ах"]
    .map(\.letters) + ["а", "у", "ю", "я", "и", "і", "ї", "о", "е"].map(\.letters)
  private static let feminineEnds = [
    ("ниця", "ник"), ("ниці", "ника"), ("ницею", "ником"), ("ницю", "ника"),
    ("вачка", "вач"), ("вачки", "вача"), ("вачкою", "вачем"), ("вачку", "вача"),
    ("орка", "ор"), ("орки", "ора"), ("оркою", "ором"),
    ("істка", "іст"), ("истка", "ист"), ("антка", "ант"), ("ентка", "ент"), ("ертка", "ерт"),
    ("арка", "ар"), ("арки", "аря"),
    ("ловна", "ловний"), ("ідна", "ідний"), ("арша", "арший"), ("перша", "перший"),
    ("першої", "першого"), ("льна", "льний"), ("льної", "льного"),
  ].map { ($0.0.letters, $0.1.letters) }
}

extension String {
  fileprivate var letters: [UInt32] { unicodeScalars.map(\.value) }
}

extension [UInt32] {
  /// Whether it ends as adjectives do.
  fileprivate var endsAsAdjective: Bool {
    count > 4 && Self.adjectiveEnds.contains { suffix($0.count) == $0[...] }
  }

  private static let adjectiveEnds = [
    "ого", "ної", "ній", "ний", "ого", "ими", "них", "ської", "цької", "вої", "ним", "ною",
  ].map(\.letters)
}
