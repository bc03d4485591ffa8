extension WordDictionary {
  /// The common word that was most likely meant by letters that are none; nil where no slip makes them
  /// of one.
  ///
  /// A slip is a letter that is missing, one too many, another one, two that changed places or stand
  /// twice, or two vowels of a long word that are others. The first letter and the last are seldom a
  /// slip: there other prefixes and forms differ that the dictionary does not have.
  func wordMeant(by word: [UInt8]) -> [UInt8]? {
    var likeliest: Slip?
    var edge = commonStart
    for place in 0...word.count {
      eachSlip(in: word, at: place, behind: edge) { slip in
        if slip.kind.rawValue < likeliest?.kind.rawValue ?? .max { likeliest = slip }
      }
      guard place < word.count, let next = self.edge(word[place], behind: edge) else { break }
      edge = next
    }
    guard let slip = likeliest else { return wordWithOtherVowels(than: word) }
    return word[..<slip.place] + slip.meant + word[(slip.place + slip.typedCount)...]
  }

  /// What was typed instead of something else.
  private struct Slip {
    /// The kinds of slips, the likeliest first.
    enum Kind: Int {
      /// No apostrophe.
      case apostrophe
      /// A letter once instead of twice, or the other way round.
      case doubling
      case swap
      case missing
      case surplus
      case vowel
      case consonant
    }

    let kind: Kind
    /// Where it begins, and how many letters it has.
    let place: Int
    let typedCount: Int
    /// What stands there in the word.
    let meant: [UInt8]

    init(_ kind: Kind, at place: Int, typed typedCount: Int, meant: [UInt8] = []) {
      self.kind = kind
      self.place = place
      self.typedCount = typedCount
      self.meant = meant
    }
  }

  /// Goes through the slips at a place of a word, behind the letters before it.
  private func eachSlip(
    in word: [UInt8], at place: Int, behind edge: Edge, _ body: (Slip) -> Void
  ) {
    let rest = word[place...]
    if let letter = rest.first {
      let behind = rest.dropFirst()
      let isDoubled = place > 0 && letter == word[place - 1]
      let mayBeSurplus = place > 0 && (!behind.isEmpty || letter == LetterWords.soft)
      if isDoubled || mayBeSurplus, ends(behind, behind: edge) {
        body(Slip(isDoubled ? .doubling : .surplus, at: place, typed: 1))
      }
      if let next = behind.first, next != letter, behind.count > 1,
        ends([next, letter] + behind.dropFirst(), behind: edge)
      {
        body(Slip(.swap, at: place, typed: 2, meant: [next, letter]))
      }
      // «Регіонанальний»; but «поповерховий» has a prefix.
      if place > 4, word[(place - 2)..<place].elementsEqual(rest.prefix(2)),
        ends(rest.dropFirst(2), behind: edge)
      {
        body(Slip(.surplus, at: place, typed: 2))
      }
    }
    guard place > 0 else { return }
    let previous = word[place - 1]
    eachEdge(behind: edge) { edge in
      if !rest.isEmpty || LetterWords.endsNoun(edge.letter, behind: previous),
        ends(rest, behind: edge)
      {
        let isDoubled = edge.letter == previous || edge.letter == rest.first
        let kind: Slip.Kind =
          edge.letter == LetterWords.apostrophe ? .apostrophe : isDoubled ? .doubling : .missing
        body(Slip(kind, at: place, typed: 0, meant: [edge.letter]))
      }
      if let letter = rest.first,
        let kind = Self.kind(of: letter, for: edge.letter, in: word, at: place),
        ends(rest.dropFirst(), behind: edge)
      {
        body(Slip(kind, at: place, typed: 1, meant: [edge.letter]))
      }
    }
  }

  /// What kind of slip a letter is for another one; nil where it is none.
  private static func kind(
    of typed: UInt8, for meant: UInt8, in word: [UInt8], at place: Int
  ) -> Slip.Kind? {
    guard typed != meant else { return nil }
    if place == word.count - 1 {
      // «Насосамі»; other letters at the end mostly make other forms, «існуючі».
      let isEnding =
        word.count > 5 && typed == LetterWords.i && meant == LetterWords.y
        && word[place - 1] != LetterWords.che
      return isEnding || LetterWords.endsNoun(meant, behind: word[place - 1]) ? .vowel : nil
    }
    if LetterWords.isVowel(typed), LetterWords.isVowel(meant) { return .vowel }
    // «Ґ» is written in many words where the dictionary has «г».
    guard typed != LetterWords.ghe else { return nil }
    return word.count >= 8 || LetterWords.areNeighbours(typed, meant) ? .consonant : nil
  }

  /// The word that two other vowels make of letters, «приорітет»; nil where they make none, and for few
  /// letters.
  private func wordWithOtherVowels(than word: [UInt8]) -> [UInt8]? {
    guard word.count >= 10 else { return nil }
    var meant: [UInt8] = []
    return isRead(behind: commonStart, changes: 2) ? meant : nil

    func isRead(behind edge: Edge, changes: Int) -> Bool {
      let place = meant.count
      if changes == 0 {
        guard ends(word[place...], behind: edge) else { return false }
        meant += word[place...]
        return true
      }
      guard place < word.count - 1 else { return false }
      var isFound = false
      eachEdge(behind: edge) { edge in
        let isOther = edge.letter != word[place]
        let mayBeOther =
          place > 0 && LetterWords.isVowel(word[place]) && LetterWords.isVowel(edge.letter)
        guard !isFound, !isOther || mayBeOther else { return }
        meant.append(edge.letter)
        isFound = isRead(behind: edge, changes: isOther ? changes - 1 : changes)
        if !isFound { meant.removeLast() }
      }
      return isFound
    }
  }
}
