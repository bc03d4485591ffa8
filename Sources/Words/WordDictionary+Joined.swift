extension WordDictionary {
  /// How many letters the first of two common words has that letters without a space between them are,
  /// «звітногомісяця»; nil where they are none.
  ///
  /// Both words are long, or one is a word that no compound begins or ends with. What ends in «о» or «е»
  /// mostly begins a compound, and so do some prepositions and numerals.
  func joinedWord(in word: [UInt8]) -> Int? {
    var edge = commonStart
    for place in word.indices {
      if areTwo(word[..<place], edge, word[place...]) { return place }
      guard let next = self.edge(word[place], behind: edge) else { return nil }
      edge = next
    }
    return nil
  }

  /// Whether letters up to an edge and those behind it are two words.
  private func areTwo(_ first: ArraySlice<UInt8>, _ edge: Edge, _ second: ArraySlice<UInt8>) -> Bool
  {
    if Self.first.contains(first) {
      return second.count >= 5 && ends(second, behind: commonStart)
    }
    guard edge.endsWord, first.count >= 5 else { return false }
    if Self.second.contains(second) { return first.count >= 6 }
    return second.count >= 5 && !Self.beginCompounds.contains(first)
      && (Self.genitives.contains(where: first.ends)
        || !Self.compounding.contains(where: first.ends))
      && ends(second, behind: commonStart)
  }

  private static let first = Set(
    ["та", "або", "для", "щодо", "через", "якщо", "також"].map { LetterWords.letters($0)[...] })
  private static let second = Set(
    ["та", "або", "для", "щодо", "від", "про", "але", "яка", "яке", "які", "який"].map {
      LetterWords.letters($0)[...]
    })
  private static let beginCompounds = Set(
    ["після", "перед", "проти", "чверть", "понад"].map { LetterWords.letters($0)[...] })
  private static let compounding = ["о", "е", "десяти", "дцяти", "сот"].map {
    LetterWords.letters($0)
  }
  private static let genitives = ["ого", "ього"].map { LetterWords.letters($0) }
}
