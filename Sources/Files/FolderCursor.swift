/// Goes through the folders below one, none of them reached through a link. The folder that was
/// entered last stays open, as what is looked for mostly lies together.
package struct FolderCursor: ~Copyable {
  private let path: String
  private var top: Folder?
  private var entered: (path: String, folder: Folder)?

  /// Makes a cursor below a folder, which need not be there yet; links on the way to it are followed.
  package init(below path: String) {
    self.path = path
  }

  /// Makes a cursor below an open folder.
  package init(in folder: Folder) {
    path = ""
    top = folder
  }

  /// The folder above all.
  package mutating func root() throws(SystemError) -> Folder {
    if let top { return top }
    let folder = try Folder(at: path)
    top = folder
    return folder
  }

  /// Opens the folder that a path names.
  ///
  /// - Throws: why it cannot be opened; ``SystemError/link`` where a part of it is a link.
  package mutating func enter(_ path: Substring) throws(SystemError) -> Folder {
    try walk(path) { folder, name throws(SystemError) in try folder.folder(name) }
  }

  /// Opens the folder that a path lies in, and gives the name that it has there.
  package mutating func locate(_ path: String) throws(SystemError) -> (Folder, name: String) {
    let (folder, name) = Self.parts(of: path)
    try Folder.check(name)
    return (try enter(folder), name)
  }

  /// Opens the folder that a path names, and makes what of it is not there yet.
  package mutating func make(_ path: Substring) throws(SystemError) -> Folder {
    try walk(path) { folder, name throws(SystemError) in try folder.makeFolder(name) }
  }

  private mutating func walk(
    _ path: Substring, _ step: (Folder, String) throws(SystemError) -> Folder
  ) throws(SystemError) -> Folder {
    if let entered, entered.path.utf8.elementsEqual(path.utf8) { return entered.folder }
    entered = nil
    var folder = try root()
    for name in path.split(separator: "/", omittingEmptySubsequences: false) where !path.isEmpty {
      folder = try step(folder, String(name))
    }
    entered = (String(path), folder)
    return folder
  }

  /// Whether a path names something below a folder, and leads nowhere else.
  package static func isBelow(_ path: String) -> Bool {
    var length = 0
    var dots = 0
    let bytes = path.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/") {
        if length == 0 || length == dots && dots < 3 { return false }
        (length, dots) = (0, 0)
      } else {
        if byte == 0 { return false }
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return length > 0 && !(length == dots && dots < 3)
  }

  /// The folder of a path, empty for the one above all, and the name in it.
  package static func parts(of path: String) -> (folder: Substring, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (path[..<slash], String(path[path.utf8.index(after: slash)...]))
  }
}
