internal import Bytes
internal import Diagnostics
internal import Digests

/// A manifest of a bag: the digests of files by one algorithm.
struct BagManifest {
  /// A line.
  struct Entry {
    let path: BagPath
    let digest: String
    let line: Int
  }

  let algorithm: DigestAlgorithm
  /// Whether it lists tag files, and not the payload.
  let isOfTags: Bool
  let source: SourceFile
  private(set) var entries: [Entry] = []

  /// The algorithm that the name of a manifest tells, nil for one that is not known; nothing where a
  /// name is no manifest's.
  static func algorithm(ofFile name: String) -> (isOfTags: Bool, algorithm: DigestAlgorithm?)? {
    let isOfTags = name.hasPrefix("tagmanifest-")
    guard isOfTags || name.hasPrefix("manifest-"), name.hasSuffix(".txt") else { return nil }
    let word = name.dropFirst(isOfTags ? 12 : 9).dropLast(4)
    return (isOfTags, DigestAlgorithm(rawValue: word.lowercased()))
  }

  /// The name of a manifest.
  static func name(_ algorithm: DigestAlgorithm, isOfTags: Bool) -> String {
    "\(isOfTags ? "tag" : "")manifest-\(algorithm.rawValue).txt"
  }

  /// Reads a manifest.
  ///
  /// - Returns: it, and what is wrong with its lines.
  static func read(
    _ source: SourceFile, _ algorithm: DigestAlgorithm, isOfTags: Bool, _ bag: BagDeclaration
  ) -> (manifest: BagManifest, faults: [Diagnostic]) {
    var manifest = BagManifest(algorithm: algorithm, isOfTags: isOfTags, source: source)
    guard let text = TagText.read(source.bytes, bag.encoding) else {
      return (manifest, [.unreadableText(source)])
    }
    var faults = BagFaults(source)
    var known: [BagPath: String] = [:]
    var folded: [String: BagPath] = [:]
    for (index, line) in TagText.lines(text).enumerated() where !line.isEmpty {
      guard let entry = entry(line, at: index + 1, by: algorithm, in: bag, &faults) else {
        continue
      }
      guard entry.path.isPayload != isOfTags else {
        faults.add(
          "bag-manifest", at: entry.line,
          isOfTags
            ? Message(uk: "тут мають бути лише службові файли", en: "only tag files belong here")
            : Message(
              uk: "тут мають бути лише файли з data/", en: "only files of data/ belong here"))
        continue
      }
      if let former = known[entry.path] {
        let isSame = former == entry.digest
        faults.add(
          "bag-manifest", severity: isSame && bag.version < .standard ? .warning : .error,
          at: entry.line,
          isSame
            ? Message(uk: "цей файл уже названо", en: "this file is named already")
            : Message(
              uk: "цей файл уже названо з іншою сумою",
              en: "this file is named already with another digest"
            ))
        continue
      }
      if let other = folded.updateValue(entry.path, forKey: entry.path.folded) {
        faults.add(
          "bag-names", severity: .warning, at: entry.line,
          Message(
            uk: "від «\(other.text)» ця назва відрізняється лише регістром або формою літер",
            en: "this name differs from '\(other.text)' only in case or normal form"))
      }
      known[entry.path] = entry.digest
      manifest.entries.append(entry)
    }
    return (manifest, faults.all)
  }

  /// The file and the digest of a line; nil for one that names none.
  private static func entry(
    _ line: String, at number: Int, by algorithm: DigestAlgorithm, in bag: BagDeclaration,
    _ faults: inout BagFaults
  ) -> Entry? {
    let digest = line.utf8.prefix { $0 != 0x20 && $0 != 0x09 }
    let rest = line.utf8.dropFirst(digest.count)
    let written = String(Substring(rest.drop { $0 == 0x20 || $0 == 0x09 }))
    let length = algorithm.digestSize * 2
    guard digest.count == length, digest.allSatisfy(isHexadecimal), !written.isEmpty else {
      faults.add(
        "bag-manifest", at: number,
        Message(
          uk: "у рядку має бути сума з \(length) шістнадцяткових цифр, пропуск і шлях",
          en: "a line has a digest of \(length) hexadecimal digits, a space and a path"))
      return nil
    }
    var path = BagPath(written: written, isDecoded: bag.version >= .standard)
    for mark in ["*", "./"] where path.text.hasPrefix(mark) {
      faults.add(
        "bag-path", severity: .warning, at: number,
        Message(
          uk: "перед шляхом зайве «\(mark)»", en: "'\(mark)' before the path does not belong there")
      )
      path = BagPath(String(path.text.dropFirst(mark.count)))
    }
    guard !path.leadsOut else {
      faults.add(
        "bag-path", at: number,
        Message(uk: "шлях веде за межі пакета", en: "the path leads out of the bag"))
      return nil
    }
    guard !path.isOdd else {
      faults.add(
        "bag-path", at: number,
        Message(uk: "у шляху є порожня частина або «.»", en: "the path has an empty part or '.'"))
      return nil
    }
    return Entry(path: path, digest: String(Substring(digest)).lowercased(), line: number)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x46 ~= byte & 0xDF
  }
}
