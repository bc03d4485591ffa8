internal import DeadlineGrammar
internal import Deadlines

/// What the sentence of a point says by itself: who must do something, and by when.
///
/// «Відділу постачання до 10.02.2027 переписати шафи» names the one who owes it in the dative at its
/// beginning, and the time beside the verb. Only the main clause is read: what stands behind «, що»
/// or «, які» speaks of other things.
package struct DutySentence {
  /// The words for those who owe it, as they stand there; none where the sentence begins with none.
  package private(set) var executors: [String] = []
  /// The words for when, each as it stands there.
  package private(set) var deadlines: [String] = []

  private let scalars: [Unicode.Scalar]

  /// Reads a sentence.
  ///
  /// - Parameter hasExecutor: whether somebody owes what the sentence says who is named elsewhere; a
  ///   sentence that nobody owes («Продовжити до 1 березня …») sets no duty.
  package init(_ text: String, hasExecutor: Bool) {
    scalars = Array(text.unicodeScalars)
    guard hasExecutor || SentenceWords.mayBeginDuty(text) || SentenceWords.mayHaveLabels(scalars)
    else { return }
    let words = SentenceWords(scalars)
    let charged = words.charged
    var start = 0
    var end = words.endOfClause(from: 0)
    var verb = words.verb(in: (charged ?? 0)..<end)
    let head = end
    // «Директорам підприємств, що належать до …, до 1 березня подати …»
    if verb == nil, let comma = words.comma(behind: end) {
      let last = words.endOfClause(from: comma)
      verb = words.verb(in: comma..<last)
      if verb != nil { (start, end) = (comma, last) }
    }
    // A sentence without a verb is the beginning of those below it: «Міністерствам:».
    guard verb != nil || words.endsWithColon || charged != nil else { return }
    let scanner = DeadlineScanner(text)
    let before = scanner.phrases(in: start..<(verb?.lowerBound ?? end), .beforeVerb)
    var found = before
    if let verb { found += scanner.phrases(in: verb.upperBound..<end, .behindVerb) }
    let labelled = words.deadlineLabels.flatMap { scanner.phrases(in: $0, .labelled).prefix(1) }
    found += labelled.filter { label in !found.contains { $0.overlaps(label) } }
    let condition = verb.flatMap { scanner.condition(in: start..<$0.lowerBound) }
    if found.isEmpty, let condition { found = [condition] }
    if verb != nil || charged == nil {
      executors = self.executors(
        words, before + [condition].compactMap { $0 }, from: charged ?? 0,
        to: start > 0 ? head : verb?.lowerBound ?? end)
    }
    if executors.isEmpty, let label = words.executorLabel {
      executors = [string(label.lowerBound, label.upperBound).trimmed.withoutFullStop]
    }
    if executors.isEmpty, !hasExecutor, let place = words.bracketed {
      executors = [string(place.lowerBound, place.upperBound).trimmed]
    }
    // «До 1 березня скласти перелік»: what begins with its time is somebody's duty.
    let beginsWithTime = before.contains { isBlank(0, $0.lowerBound) }
    guard
      !executors.isEmpty || hasExecutor || beginsWithTime || !labelled.isEmpty
        || words.beginsWithTask || words.beginsWithOpening && verb.map(isTask) ?? false
    else { return }
    deadlines = found.map { string($0.lowerBound, $0.upperBound) }
  }

  private func isTask(_ verb: Range<Int>) -> Bool {
    !WordForms.isPerformative(string(verb.lowerBound, verb.upperBound).lowercased())
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    string(start, end).allSatisfy { !$0.isLetter }
  }

  private func executors(
    _ words: SentenceWords, _ phrases: [Range<Int>], from place: Int, to end: Int
  ) -> [String] {
    var start = place
    var end = end
    for phrase in phrases {
      if isBlank(start, phrase.lowerBound) {
        start = phrase.upperBound
      } else {
        end = min(end, phrase.lowerBound)
      }
    }
    guard start < end else { return [] }
    let isNominative = !phrases.isEmpty && words.beginsWithNominative(from: start)
    if place == 0, !isNominative, !words.beginsWithDative(from: start) {
      guard let later = words.laterDative(in: start..<end) else { return [] }
      start = later
    }
    end = words.manner(in: start..<end) ?? end
    // «Начальникам відділів: обліку – до 1 березня …»
    let colon = scalars[start..<end].dropFirst(2).firstIndex(of: ":") ?? end
    let texts = words.bodies(in: start..<colon).map {
      string($0.lowerBound, $0.upperBound).trimmed.withoutAdverb
    }
    return texts.contains { $0.isEmpty || $0.split(separator: " ").count > 30 } ? [] : texts
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<max(start, end)])
    return String(view)
  }
}

extension String {
  /// The text without the marks and white space at its ends.
  fileprivate var trimmed: String {
    let isMark = { (character: Character) in
      character.isWhitespace || ",:;–—-([".contains(character)
    }
    guard let first = firstIndex(where: { !isMark($0) }),
      let last = lastIndex(where: { !isMark($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// The text without an adverb at its end: «відділам неухильно дотримувати».
  fileprivate var withoutAdverb: String {
    guard let last = split(separator: " ").last, last.count > 5, last == last.lowercased(),
      ["но", "во", "ро", "то"].contains(where: last.hasSuffix)
    else { return self }
    return String(dropLast(last.count)).trimmed
  }

  /// The text without the full stop of a sentence, but with that of initials.
  fileprivate var withoutFullStop: String {
    let word = split { !$0.isLetter }.last ?? ""
    return hasSuffix(".") && word.count > 2 ? String(dropLast()) : self
  }
}
