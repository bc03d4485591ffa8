package import Digests
package import Files

/// The bytes of a file of a bag, digested once for all bags that it goes into.
package struct BagFile: Sendable {
  /// The bytes.
  package let bytes: [UInt8]
  /// The digests by ``BagWriter/algorithms``, as hexadecimal digits.
  package let digests: [String]

  /// Digests some bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    digests = BagWriter.algorithms.map { DigestStream.hex(of: bytes, $0) }
  }
}

/// Writes a bag (RFC 8493, version 1.0) into an empty folder: the same files make the same bytes.
package struct BagWriter: ~Copyable {
  /// The algorithms of its manifests.
  package static let algorithms: [DigestAlgorithm] = [.sha256, .sha512]

  private let folder: Folder
  private var cursor: FolderCursor
  private var written: [BagPath: (digests: [String], size: Int)] = [:]

  /// Begins a bag.
  package init(in folder: Folder) throws(SystemError) {
    self.folder = folder
    cursor = FolderCursor(in: folder)
    _ = try folder.makeFolder("data")
  }

  /// Writes a file of the payload, whose path begins with `data/`, or a tag file.
  package mutating func write(_ file: BagFile, to path: String) throws(SystemError) {
    let (parent, name) = FolderCursor.parts(of: path)
    try cursor.make(parent).create(name).write(file.bytes)
    written[BagPath(path)] = (file.digests, file.bytes.count)
  }

  /// Writes the manifests and what the bag says of itself, to which `Payload-Oxum` is added.
  ///
  /// - Returns: the digest by SHA-256 of the tag manifest, which stands for all of the bag.
  package mutating func finish(_ info: [BagInfo.Entry]) throws(SystemError) -> String {
    let payload = written.filter { $0.key.isPayload }
    let oxum = "\(payload.values.reduce(0) { $0 + $1.size }).\(payload.count)"
    try write(
      BagFile(Array(BagInfo.text(info + [("Payload-Oxum", oxum)]).utf8)), to: BagInfo.name)
    try write(BagFile(Array(BagDeclaration.text.utf8)), to: BagDeclaration.name)
    _ = try writeManifests(isOfTags: false)
    return try writeManifests(isOfTags: true)
  }

  /// - Returns: the digest by the first algorithm of the manifest by it.
  private mutating func writeManifests(isOfTags: Bool) throws(SystemError) -> String {
    var first = ""
    let files = written.filter { $0.key.isPayload != isOfTags }.sorted { $0.key < $1.key }
    for (index, algorithm) in Self.algorithms.enumerated() {
      let lines = files.map { "\($0.value.digests[index])  \($0.key.written)\n" }
      let name = BagManifest.name(algorithm, isOfTags: isOfTags)
      let file = BagFile(Array(lines.joined().utf8))
      if index == 0 { first = file.digests[0] }
      if isOfTags {
        try folder.create(name).write(file.bytes)
      } else {
        try write(file, to: name)
      }
    }
    return first
  }
}
