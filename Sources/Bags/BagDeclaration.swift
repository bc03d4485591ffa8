internal import Diagnostics

/// What `bagit.txt` declares: the version of BagIt, and how other tag files are encoded.
struct BagDeclaration {
  /// The version.
  struct Version: Comparable {
    let major: Int
    let minor: Int

    /// RFC 8493.
    static let standard = Version(major: 1, minor: 0)

    static func < (left: Self, right: Self) -> Bool {
      (left.major, left.minor) < (right.major, right.minor)
    }
  }

  /// The version of BagIt.
  let version: Version
  /// How tag files are encoded.
  let encoding: TagEncoding

  /// What this program writes.
  static let standard = BagDeclaration(version: .standard, encoding: .utf8)

  /// The name of the file.
  static let name = "bagit.txt"

  /// The file as it is written.
  static let text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// Reads the file; ``standard`` stands in where it says nothing that can be read.
  static func read(_ source: SourceFile) -> (declaration: BagDeclaration, faults: [Diagnostic]) {
    func fault(_ line: Int?, _ uk: String, _ en: String) -> (BagDeclaration, [Diagnostic]) {
      (
        .standard,
        [
          Diagnostic(
            code: "bag-declaration", in: source,
            at: line.map { SourceRange(line: $0, column: 1) }, Message(uk: uk, en: en),
            help: Message(
              uk:
                "у bagit.txt два рядки: «BagIt-Version: 1.0» і «Tag-File-Character-Encoding: UTF-8»",
              en:
                "bagit.txt has two lines: 'BagIt-Version: 1.0' and 'Tag-File-Character-Encoding: UTF-8'"
            ))
        ]
      )
    }
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return fault(
        1, "перед текстом стоїть позначка BOM", "a byte order mark stands before the text")
    }
    let lines = TagText.lines(String(decoding: source.bytes, as: UTF8.self))
    guard lines.count == 2 else {
      return fault(
        nil, "рядків має бути два, а їх \(lines.count)",
        "there must be two lines, and here are \(lines.count)")
    }
    guard let version = value(of: "BagIt-Version: ", in: lines[0]).flatMap(Version.init) else {
      return fault(
        1, "тут має бути версія BagIt, як-от 1.0", "the version of BagIt belongs here: 1.0")
    }
    guard version <= .standard else {
      return fault(
        1, "цієї версії BagIt програма ще не знає", "this version of BagIt is not known yet")
    }
    guard let name = value(of: "Tag-File-Character-Encoding: ", in: lines[1]) else {
      return fault(2, "тут має бути кодування", "the encoding belongs here")
    }
    guard let encoding = TagEncoding(named: name) else {
      return fault(
        2, "кодування «\(name)» програма не читає", "the encoding '\(name)' cannot be read")
    }
    return (BagDeclaration(version: version, encoding: encoding), [])
  }

  /// What stands behind a label, and nothing else in the line.
  private static func value(of label: String, in line: String) -> String? {
    guard line.hasPrefix(label) else { return nil }
    let value = line.dropFirst(label.count)
    return value.isEmpty || value.contains(where: \.isWhitespace) ? nil : String(value)
  }
}

extension BagDeclaration.Version {
  /// Reads a version: digits, a full stop, digits.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({
        (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      }),
      let major = Int(parts[0]), let minor = Int(parts[1])
    else { return nil }
    // 0.97 came after 0.96, and 1.0 after all of them.
    self.init(major: major, minor: minor)
  }
}
