import Foundation

/// What is left of a folder when the power is cut: a model of a file system that keeps nothing but
/// what was put on the disk, fed with the calls of a run.
struct PowerCut {
  /// A call that changed files, as the shim writes it down.
  struct Call {
    let what: String
    let path: String
    let other: String
    let offset: Int
    let bytes: Data
  }

  /// The content of files by number, and which file or folder has a name; a folder has the number 0.
  private struct Tree {
    var names: [String: Int] = [:]
    var contents: [Int: Data] = [:]
  }

  /// What is kept of the changes that nobody had put on the disk.
  enum Loss: CaseIterable {
    /// Nothing.
    case all
    /// The names of files, not what is in them: what file systems do that write names first.
    case contents
  }

  private var live = Tree()
  private var durable = Tree()
  private var last = 0

  /// A folder as it stands on the disk before the run.
  init(of folder: String) throws {
    live.names[folder] = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type]
      if type as? FileAttributeType == .typeDirectory {
        live.names[path] = 0
      } else {
        last += 1
        live.names[path] = last
        live.contents[last] = try Data(contentsOf: URL(filePath: path))
      }
    }
    durable = live
  }

  /// Carries out a call.
  mutating func apply(_ call: Call) {
    switch call.what {
    case "create":
      last += 1
      live.names[call.path] = last
      live.contents[last] = Data()
    case "folder": live.names[call.path] = 0
    case "write": write(call)
    case "truncate":
      change(call.path) { content in
        content =
          content.count > call.offset
          ? content.prefix(call.offset) : content + Data(count: call.offset - content.count)
      }
    case "rename": rename(call.path, to: call.other)
    case "remove": live.names[call.path] = nil
    case "fsync": synchronize(call.path)
    default: durable = live
    }
  }

  private mutating func write(_ call: Call) {
    change(call.path) { content in
      let end = call.offset + call.bytes.count
      if content.count < end { content += Data(count: end - content.count) }
      content.replaceSubrange(call.offset..<end, with: call.bytes)
    }
  }

  private mutating func change(_ path: String, _ body: (inout Data) -> Void) {
    guard let file = live.names[path], file > 0 else { return }
    body(&live.contents[file, default: Data()])
  }

  private mutating func rename(_ path: String, to other: String) {
    for (name, file) in live.names where name == path || name.hasPrefix(path + "/") {
      live.names[name] = nil
      live.names[other + name.dropFirst(path.count)] = file
    }
  }

  /// Puts a file on the disk, or the names in a folder.
  private mutating func synchronize(_ path: String) {
    guard let file = live.names[path] else { return }
    guard file == 0 else {
      durable.contents[file] = live.contents[file]
      return
    }
    func isIn(_ name: String) -> Bool { (name as NSString).deletingLastPathComponent == path }
    for name in durable.names.keys where isIn(name) { durable.names[name] = nil }
    for (name, file) in live.names where isIn(name) { durable.names[name] = file }
  }

  /// Writes what is left to the folder.
  func write(_ loss: Loss, to folder: String) throws {
    let names = loss == .all ? durable.names : live.names
    for name in names.keys.sorted() where isReachable(name, names, folder) {
      guard let file = names[name], file > 0 else {
        try FileManager.default.createDirectory(
          atPath: name, withIntermediateDirectories: true)
        continue
      }
      try (durable.contents[file] ?? Data()).write(to: URL(filePath: name))
    }
  }

  /// Whether all folders above a name are there, too.
  private func isReachable(_ name: String, _ names: [String: Int], _ folder: String) -> Bool {
    var path = name
    while path.count > folder.count {
      guard names[path] != nil else { return false }
      path = (path as NSString).deletingLastPathComponent
    }
    return true
  }
}

extension PowerCut.Call {
  /// The calls in a log of the shim.
  static func read(_ log: Data) -> [PowerCut.Call] {
    var calls: [PowerCut.Call] = []
    var rest = log[...]
    func line() -> String {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      defer { rest = rest[min(end + 1, rest.endIndex)...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    while !rest.isEmpty {
      let (what, path, other) = (line(), line(), line())
      let (offset, size) = (Int(line()) ?? 0, Int(line()) ?? 0)
      let bytes = Data(rest.prefix(size))
      rest = rest.dropFirst(size)
      calls.append(
        PowerCut.Call(what: what, path: path, other: other, offset: offset, bytes: bytes))
    }
    return calls
  }
}
