/// How often a finding is repeated in its file, and the first places where it stands again.
package struct Repetition: Sendable, Equatable {
  /// How many there are, the one that is told among them.
  package var count: Int
  /// The places of the others, as many as are kept.
  package var places: [SourceRange]

  /// So many places are named to a person.
  private static let namedPlaces = 5

  /// Makes a repetition.
  package init(count: Int, places: [SourceRange]) {
    self.count = count
    self.places = places
  }

  /// What a person is told of it: `усього таких зауважень: 500, ще в рядках 14, 16, 18 …`.
  package var summary: Message {
    let named = places.prefix(Self.namedPlaces)
    var lines: [String] = []
    for place in named {
      let line = String(place.start.line)
      if lines.last != line { lines.append(line) }
    }
    let list = lines.joined(separator: ", ") + (count > named.count + 1 ? " …" : "")
    return Message(
      uk: "усього таких зауважень: \(count), ще в рядках \(list)",
      en: "\(count) such findings in all, again on lines \(list)")
  }
}

extension [Diagnostic] {
  /// So many findings with the same words are told singly.
  private static let sameLimit = 3
  /// So many findings of a sort are told singly where their words differ.
  private static let sortLimit = 10
  /// So many further places are kept, for programs.
  private static let placeLimit = 1000

  /// The findings with those that are repeated told once, where the first of them stands: more than
  /// three of a file that say the same, and more than ten that say it of different values.
  package func withRepetitionsToldOnce() -> [Diagnostic] {
    guard count > Self.sameLimit else { return self }
    return gathered(beyond: Self.sameLimit) { $0.message.uk }
      .gathered(beyond: Self.sortLimit) { $0.message.uk.withoutValues }
  }

  private func gathered(beyond limit: Int, by words: (Diagnostic) -> String) -> [Diagnostic] {
    guard count > limit else { return self }
    var groups: [RepetitionKey: [Int]] = [:]
    for (index, finding) in enumerated() where finding.range != nil && finding.other == nil {
      let key = RepetitionKey(
        file: finding.file, code: finding.code, severity: finding.severity, words: words(finding))
      groups[key, default: []].append(index)
    }
    guard groups.values.contains(where: { $0.count > limit }) else { return self }
    var result = self
    var told: Set<Int> = []
    for members in groups.values where members.count > limit {
      let total = members.reduce(0) { $0 + (self[$1].repetition?.count ?? 1) }
      let places = members.flatMap { index in
        [self[index].range].compactMap(\.self) + (self[index].repetition?.places ?? [])
      }.sorted { $0.start < $1.start }.filter { $0 != self[members[0]].range }
      result[members[0]].repetition = Repetition(
        count: total, places: Array<SourceRange>(places.prefix(Self.placeLimit)))
      told.formUnion(members.dropFirst())
    }
    return result.indices.filter { !told.contains($0) }.map { result[$0] }
  }
}

extension String {
  /// A message without what it says of one place: quoted words and numbers.
  fileprivate var withoutValues: String {
    var isQuoted = false
    return String(
      unicodeScalars.filter { scalar in
        if scalar == "«" { isQuoted = true }
        if scalar == "»" { isQuoted = false }
        return !isQuoted && !("0"..."9").contains(scalar)
      }.map(Character.init))
  }
}

/// What makes findings repetitions of each other.
private struct RepetitionKey: Hashable {
  let file: String
  let code: String
  let severity: Severity
  let words: String
}
