import Bytes
internal import Diagnostics
internal import Files
internal import XML

/// The lines of a file of words, `words/russianisms.txt` and the like: an entry in each, and behind a
/// colon what is given for it, in UTF-8. What a `#` begins with is a comment.
struct WordLines {
  /// The entries, each with what stands behind its colon: nil where there is no colon, empty where
  /// nothing stands behind it.
  private(set) var entries: [(entry: ArraySlice<UInt8>, value: ArraySlice<UInt8>?)] = []

  /// Reads the lines of a text in UTF-8.
  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
      add(bytes[start..<end])
      start = end + 1
    }
  }

  /// Reads a file of the template folders.
  ///
  /// - Throws: that there is no such file, or that it cannot be read.
  init(named name: String, in folders: TemplateFolders) throws(XPathLiteralFault) {
    self.init(try Self.bytes(ofFile: "\(name).txt", in: folders))
  }

  /// Reads the bytes of a file of words.
  ///
  /// - Throws: that there is no such file, or that it cannot be read.
  static func bytes(ofFile file: String, in folders: TemplateFolders) throws(XPathLiteralFault)
    -> [UInt8]
  {
    let bytes: [UInt8]?
    do throws(FileFault) {
      bytes = try folders.bytes(of: "words/\(file)")
    } catch {
      throw fault(file, "список слів не читається", "the list of words cannot be read")
    }
    guard let bytes else {
      throw fault(file, "такого списку слів немає", "there is no such list of words")
    }
    return bytes
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    let line = line.withoutSpaces
    guard let first = line.first, first != UInt8(ascii: "#") else { return }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      entries.append((line, nil))
      return
    }
    entries.append((line[..<colon].withoutSpaces, line[(colon + 1)...].withoutSpaces))
  }

  /// The fault of a literal that names words that cannot be had.
  static func fault(_ name: String, _ uk: String, _ en: String) -> XPathLiteralFault {
    XPathLiteralFault(
      literal: 0, problem: Message(uk: uk, en: en), offset: 0,
      length: max(1, name.unicodeScalars.count))
  }
}

extension ArraySlice<UInt8> {
  /// Without the white space around it.
  var withoutSpaces: Self {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return [] }
    return self[first...last]
  }
}
