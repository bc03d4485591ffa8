/// What is the same for all ways to write an identifier: case, kinds of dash, spaces, letters that look
/// alike and zeros ahead of a number make no difference.
package enum IdentifierKey {
  /// The key of an identifier: «уп6» for «УП-06», «УП 06», «уп–6».
  package static func key(of text: Span<UInt8>) -> String {
    var runs: [String] = []
    var isNumber = false
    for word in NameWord.words(of: text) {
      var isNewWord = true
      for scalar in word.letters.compactMap(Unicode.Scalar.init) where scalar != "-" {
        let isDigit = 0x30...0x39 ~= scalar.value
        if isDigit != isNumber || isNewWord && isDigit || runs.isEmpty { runs.append("") }
        isNumber = isDigit
        isNewWord = false
        runs[runs.count - 1].unicodeScalars.append(scalar)
      }
    }
    return runs.map(withoutZeros).reduce(into: "") { key, run in
      let isBetweenNumbers = key.last?.isNumber ?? false && run.first?.isNumber ?? false
      key += (isBetweenNumbers ? "-" : "") + run
    }
  }

  private static func withoutZeros(_ run: String) -> String {
    let rest = run.drop { $0 == "0" }
    return rest.isEmpty && !run.isEmpty ? "0" : String(rest)
  }
}
