/// Sentences of the command line in another language, each below the English one; `{}` stands for
/// what the program puts there.
package struct Translations: Sendable {
  private let whole: [String: String]
  /// Those that hold `{}`, cut at it.
  private let patterns: [(english: [String], other: [String])]

  /// Reads the sentences: pairs of lines, an empty line between each two.
  package init(_ texts: [String]) {
    var whole: [String: String] = [:]
    var patterns: [(english: [String], other: [String])] = []
    for pair in texts.flatMap({ $0.paragraphs }) {
      let lines = pair.split(separator: "\n", maxSplits: 1).map(String.init)
      guard lines.count == 2 else { continue }
      if lines[0].contains("{}") {
        patterns.append((lines[0].cut, lines[1].cut))
      } else {
        whole[lines[0]] = lines[1]
      }
    }
    self.whole = whole
    self.patterns = patterns
  }

  /// A sentence in the other language; nil where it is not known.
  package func sentence(_ english: String) -> String? {
    if let known = whole[english] { return known }
    for pattern in patterns {
      guard let values = english.values(between: pattern.english) else { continue }
      var result = pattern.other[0]
      for (part, value) in zip(pattern.other.dropFirst(), values) {
        result += (whole[value] ?? unquoted(value)) + part
      }
      return result
    }
    return nil
  }

  /// A line with its placeholders, `<paths>`, in the other language.
  func withPlaceholders(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      result += rest[..<start] + (whole[String(rest[start...end])] ?? String(rest[start...end]))
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  /// A value without the quotation marks of the list that it is: `'uk' and 'en'`.
  private func unquoted(_ value: String) -> String {
    let or = " \(whole["or"] ?? "or") "
    var result = value
    for (mark, words) in [("', '", ", "), ("' and '", or), ("' or '", or), ("'", "")] {
      result = result.split(separator: mark, omittingEmptySubsequences: false)
        .joined(separator: words)
    }
    return result
  }
}

extension String {
  /// The parts that have an empty line between each two.
  var paragraphs: [String] {
    var result: [String] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || result.isEmpty {
        result.append(String(line))
      } else {
        result[result.count - 1] += (result[result.count - 1].isEmpty ? "" : "\n") + line
      }
    }
    return result.filter { !$0.isEmpty }
  }

  /// The parts beside each `{}`.
  fileprivate var cut: [String] {
    var parts = [""]
    var rest = self[...]
    while let character = rest.first {
      if rest.hasPrefix("{}") {
        parts.append("")
        rest = rest.dropFirst(2)
      } else {
        parts[parts.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  /// What stands between parts that this begins with, holds in order and ends with.
  fileprivate func values(between parts: [String]) -> [String]? {
    guard hasPrefix(parts[0]), let last = parts.last else { return nil }
    var rest = dropFirst(parts[0].count)
    var values: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let (value, behind) = rest.split(before: part) else { return nil }
      values.append(String(value))
      rest = behind
    }
    guard rest.hasSuffix(last), rest.count >= last.count else { return nil }
    return values + [String(rest.dropLast(last.count))]
  }
}

extension Substring {
  /// What stands before a part, and what behind it.
  fileprivate func split(before part: String) -> (Substring, Substring)? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return (self[..<start], self[start...].dropFirst(part.count))
      }
      start = index(after: start)
    }
    return nil
  }
}
