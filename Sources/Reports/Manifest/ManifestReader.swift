import Diagnostics
import Files
import Markup

/// Reads a manifest one line after the other, and understands no more of them than it is asked to.
struct ManifestReader: ~Copyable {
  /// The place of a line among the others: by the bytes of the source, then by the number.
  struct Key: Comparable {
    let source: String
    let number: Int

    init(_ line: ManifestLine) {
      source = line.source
      number = line.number ?? 1
    }

    static func < (left: Self, right: Self) -> Bool {
      // Texts are compared by bytes: as texts, two spellings of one letter would be the same.
      if left.source.utf8.elementsEqual(right.source.utf8) { return left.number < right.number }
      return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }

    static func == (left: Self, right: Self) -> Bool {
      left.number == right.number && left.source.utf8.elementsEqual(right.source.utf8)
    }
  }

  /// The bytes of the line that is looked at; nil behind the last.
  private(set) var bytes: [UInt8]?
  private var lines: LineReader
  private var line: ManifestLine?
  private var lastKey: Key?

  /// Opens a manifest, or the one in a folder.
  ///
  /// - Throws: why it cannot be read.
  init(at path: String) throws(ProgramFault) {
    let isFolder = FileSystem.isFolder(path)
    let name = isFolder ? path + (path.hasSuffix("/") ? "" : "/") + "manifest.jsonl" : path
    var lines = try LineReader(at: name)
    bytes = try lines.next()
    // What the manifest says of itself.
    if bytes?.starts(with: "{\"format\":".utf8) ?? false { bytes = try lines.next() }
    self.lines = lines
  }

  /// Goes on to the next line.
  ///
  /// - Throws: why it cannot be read.
  mutating func advance() throws(ProgramFault) {
    bytes = try lines.next()
    line = nil
  }

  /// The line that is looked at; nil behind the last.
  ///
  /// - Throws: that it is no line of a manifest, or stands before one that it should follow.
  mutating func current() throws(ProgramFault) -> ManifestLine? {
    guard line == nil, let bytes else { return line }
    let read: ManifestLine
    do throws(JSONFault) {
      read = try ManifestLine(reading: bytes[...])
    } catch {
      throw ProgramFault(
        uk: "\(place): це не рядок маніфесту", en: "\(place): this is no line of a manifest")
    }
    let key = Key(read)
    if let lastKey, lastKey >= key {
      throw ProgramFault(
        uk: "\(place): рядки маніфесту мають іти за шляхами, кожен план один раз",
        en: "\(place): the lines of a manifest must be in the order of their paths, each plan once")
    }
    lastKey = key
    line = read
    return read
  }

  private var place: String { "\(lines.name):\(lines.number)" }
}
