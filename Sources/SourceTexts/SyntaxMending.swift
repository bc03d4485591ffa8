package import Diagnostics
internal import YAML

/// The text of plans with the lines that are no YAML as they were meant, so that the rest of it can be
/// read and what else is wrong be told in the same run.
package struct SyntaxMending {
  /// The text; as it was where nothing could be mended.
  package private(set) var source: SourceFile
  /// What was wrong with the lines that were mended.
  package private(set) var faults: [SyntaxFault] = []
  /// The numbers of those lines.
  package private(set) var lines: Set<Int> = []

  /// How many faults are told of.
  private static let limit = 40

  /// Mends a text as far as it can be told how its lines were meant.
  package init(_ source: SourceFile, isKey: @escaping (String) -> Bool) {
    self.source = source
    var found = Self.fault(in: source, isKey)
    while let (line, told) = found, faults.count < Self.limit, !told.mended.isEmpty,
      let text = self.source.replacing(told.mended)
    {
      let known = lines.union(told.mended.keys)
      let next = Self.fault(in: text, isKey)
      // What was meant is known where the text can be read beyond it, or where what keeps it from
      // that can be mended, too.
      if let next, next.line <= line {
        guard !next.fault.mended.isEmpty, known.isDisjoint(with: next.fault.mended.keys) else {
          return
        }
      }
      self.source = text
      faults.append(told)
      lines = known
      found = next.flatMap { lines.isDisjoint(with: $0.fault.mended.keys) ? $0 : nil }
    }
  }

  /// What was wrong, without what comes of a mapping where a list belongs: its lines stand as those of
  /// an item do.
  ///
  /// - Parameter mappings: where such mappings begin.
  package func faults(besides mappings: [SourcePosition]) -> [SyntaxFault] {
    faults.filter { fault in
      !mappings.contains { start in
        let last = Int(fault.place.start.line)
        guard fault.isGuess, last > start.line else { return false }
        return (Int(start.line)...last).allSatisfy { number in
          let parts = LineParts(source.line(number))
          return parts.isBlank || parts.contentIndent >= start.column - 1
        }
      }
    }
  }

  /// Why a text cannot be read to its end, and the line at which that is seen.
  private static func fault(in source: SourceFile, _ isKey: @escaping (String) -> Bool)
    -> (line: Int, fault: SyntaxFault)?
  {
    YAMLDocuments.withDocuments(of: source) { stream in
      var documents = stream
      let faults = SyntaxFaults(source: source, isKey: isKey)
      func told(_ fault: YAMLFault, behind last: YAMLEvent?) -> (Int, SyntaxFault) {
        (Int((fault.opening ?? fault.position).line), faults.told(fault, behind: last))
      }
      do throws(YAMLFault) {
        while let document = try documents.next() {
          if let fault = document.fault { return told(fault, behind: document.events.last) }
        }
        return nil
      } catch {
        return told(error, behind: nil)
      }
    }
  }
}

extension SourceFile {
  /// The text with other lines, by number; nil where one of them is too long to be known whole.
  fileprivate func replacing(_ lines: [Int: String]) -> SourceFile? {
    var result: [UInt8] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if number > 1 { result.append(0x0A) }
      guard let text = lines[number] else {
        result += line
        continue
      }
      guard line.count < 4096 else { return nil }
      result += text.utf8
      if line.last == 0x0D { result.append(0x0D) }
    }
    return SourceFile(name: name, bytes: result)
  }
}
