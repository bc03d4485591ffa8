internal import Compression
import Diagnostics
import Digests
import Files
import Fonts
internal import QRCodes
import Renditions
internal import XML

/// Everything besides the plans that the renditions depend on: by content and not by date.
struct Fingerprint: Sendable, Equatable {
  /// The digest of kinds, forms, rules, calendars, options and program.
  let digest: Digest
  /// The digest of kinds, forms, rules and calendars alone.
  let templates: Digest
  /// The program's file, and the digest of its build ID, or else of all of it: it is read only once.
  let program: (stamp: FileStamp, digest: Digest)

  /// Takes the fingerprint of a batch; the program's digest is taken over if its file has not changed.
  init(_ batch: Batch, former: (stamp: FileStamp, digest: Digest)?) throws(ProgramFault) {
    program = try Self.program(former)
    var hasher = DigestHasher()
    hasher.update(program.digest.bytes)
    for format in RenditionFormat.all where batch.formats.contains(format) {
      hasher.update(format.name)
    }
    for version in Self.libraries(of: batch) { hasher.update(version) }
    if batch.formats.contains(.pdf) {
      for file in try FontFiles(folder: batch.font).files { hasher.update(Digest(of: file).bytes) }
    }
    hasher.update("")
    for form in Set(batch.forms).sorted() { hasher.update(form) }
    hasher.update("")
    for folder in batch.planFolders { hasher.update(folder) }
    if batch.requiresSeal { hasher.update("sealed") }
    templates = Self.digest(of: batch.templates)
    hasher.update(templates.bytes)
    digest = hasher.finish()
  }

  /// The versions of the libraries that renditions are made with and that the program finds where it
  /// runs: an upgrade may change what they make.
  static func libraries(of batch: Batch) -> [String] {
    let isSet = batch.formats.contains(.pdf)
    return [
      "libxml2 \(XMLLibrary.version)", "zlib \(Deflate.version)", "libqrencode \(QRCode.version)",
      "HarfBuzz \(isSet ? (try? HarfBuzz.version()) ?? "" : "")",
    ]
  }

  /// The digest of everything in the template folders that a batch depends on.
  static func digest(of templates: TemplateFolders) -> Digest {
    var hasher = DigestHasher()
    for folder in TemplateFolders.names { add(folder, templates, &hasher) }
    return hasher.finish()
  }

  private static func add(
    _ path: String, _ templates: TemplateFolders, _ hasher: inout DigestHasher
  ) {
    hasher.update(path)
    do throws(FileFault) {
      guard let source = try templates.read(path) else { return }
      hasher.update(Digest(of: source.bytes).bytes)
    } catch {
      if error != .isFolder { hasher.update("\(error)") }
      for name in templates.list(path).names { add(path + "/" + name, templates, &hasher) }
    }
  }

  private static func program(_ former: (stamp: FileStamp, digest: Digest)?)
    throws(ProgramFault) -> (stamp: FileStamp, digest: Digest)
  {
    let name = "/proc/self/exe"
    do throws(SystemError) {
      let file = try Descriptor(reading: name)
      let stamp = try file.stamp()
      if let former, former.stamp == stamp { return former }
      var hasher = DigestHasher()
      var part = try file.read(BuildID.headLength)
      if let id = BuildID.read(part) { return (stamp, Digest(of: id)) }
      while !part.isEmpty {
        hasher.update(part)
        part = try file.read(1 << 16)
      }
      return (stamp, hasher.finish())
    } catch {
      throw error.fault("прочитати програму", "read the program", name)
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.digest == right.digest }
}
