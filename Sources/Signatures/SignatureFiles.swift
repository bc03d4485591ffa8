package import Diagnostics
internal import Files

/// The files of signatures beside plans, which are taken along and never altered.
package struct SignatureFiles {
  /// The names in the folders that were looked into, in order: each is read once, however many plans
  /// it has.
  private var names: [String: [String]] = [:]

  /// How their names end: CMS, and containers of ASiC.
  private static let endings = [".p7s", ".asice", ".asics"]

  /// Makes what has looked into no folder yet.
  package init() {}

  /// Whether a name is a signature's.
  package static func isSignature(_ name: String) -> Bool {
    let small = name.lowercased()
    return endings.contains(where: small.hasSuffix)
  }

  /// The signatures beside the file of a plan: `kalyna.p7s`, `kalyna.yaml.p7s`, `kalyna.hai.p7s`,
  /// `kalyna.pdf.asice` for `kalyna.yaml`.
  ///
  /// - Returns: the signatures, and why others cannot be read.
  package mutating func beside(_ path: String) -> (files: [SourceFile], faults: [Diagnostic]) {
    var found: (files: [SourceFile], faults: [Diagnostic]) = ([], [])
    for name in names(beside: path) where Self.isSignature(name) {
      let file = Self.folder(of: path) + name
      guard Self.plan(of: file) ?? path == path else { continue }
      do throws(FileFault) {
        found.files.append(try SourceFile(at: file))
      } catch {
        found.faults.append(error.diagnostic(file: file))
      }
    }
    return found
  }

  /// The plan's file itself and its renditions beside it, as far as they can be read: what its
  /// signatures may be of.
  package mutating func signed(_ path: String) -> [SignedFile] {
    let own = FolderCursor.parts(of: path).name
    let start = Self.stem(of: own).count + 1
    return names(beside: path).filter { name in
      name == own || !Self.isSignature(name) && name.dropFirst(start).allSatisfy(\.isLetter)
    }.compactMap { name in
      (try? SourceFile(at: Self.folder(of: path) + name)).map { SignedFile($0.name, $0.bytes) }
    }
  }

  /// The signatures in the folders of plans that are beside none of them.
  package mutating func strays(besides plans: [String]) -> [String] {
    var known: Set<String> = []
    return plans.flatMap { plan -> [String] in
      let folder = Self.folder(of: plan)
      guard known.insert(folder).inserted else { return [] }
      return names(in: FileSystem.parent(of: plan)).filter(Self.isSignature).map { folder + $0 }
        .filter { Self.plan(of: $0) == nil }
    }
  }

  /// The plan that a signature is beside, by its name: `kalyna.yaml` for `kalyna.hai.p7s`; nil where
  /// there is none.
  package static func plan(of path: String) -> String? {
    var name = stem(of: FolderCursor.parts(of: path).name)
    while !name.isEmpty {
      for ending in ["", ".yaml", ".yml"] where ending.isEmpty == isPlan(name) {
        let plan = folder(of: path) + name + ending
        if FileSystem.isFile(plan) { return plan }
      }
      let shorter = stem(of: name)
      guard shorter != name else { return nil }
      name = shorter
    }
    return nil
  }

  /// The rendition that a signature is of, by its name: `pdf` for `.pdf.p7s`; nil for the plan itself.
  package static func format(ofSuffix suffix: String) -> String? {
    let words = suffix.split(separator: ".")
    return words.count == 2 && !["yaml", "yml"].contains(words[0]) ? String(words[0]) : nil
  }

  /// A name without its ending.
  package static func stem(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  static func isPlan(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// The names beside a file, its own among them, that are like its own but for what stands behind a
  /// full stop.
  mutating func names(beside path: String) -> ArraySlice<String> {
    let start = Self.stem(of: FolderCursor.parts(of: path).name) + "."
    let names = names(in: FileSystem.parent(of: path))
    return names[names.firstIndex(notBefore: start)...].prefix { $0.hasPrefix(start) }
  }

  private mutating func names(in folder: String) -> [String] {
    if let known = names[folder] { return known }
    let found = ((try? Folder.names(at: folder)) ?? []).sorted()
    names[folder] = found
    return found
  }

  /// What of a path stands before the name, with its slash.
  static func folder(of path: String) -> String {
    String(path.dropLast(FolderCursor.parts(of: path).name.count))
  }
}

extension [String] {
  /// Where a word would stand among words that are in order.
  fileprivate func firstIndex(notBefore word: String) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        self[middle] < word ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
