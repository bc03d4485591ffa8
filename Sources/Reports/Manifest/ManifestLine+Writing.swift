import Diagnostics
import Digests
import Markup

extension ManifestLine {
  /// The line in UTF-8, with its end.
  package var bytes: [UInt8] {
    var writer = JSONWriter(.compact, capacity: 1024)
    writer.beginObject()
    writer.key("source")
    writer.write(source)
    if let number {
      writer.key("number")
      writer.write(number)
    }
    if !kind.isEmpty {
      writer.key("kind")
      writer.write(kind)
    }
    if !title.isEmpty {
      writer.key("title")
      writer.write(title)
    }
    if !unit.isEmpty {
      writer.key("unit")
      writer.write(unit)
    }
    writeVerdict(to: &writer) { writer in
      writer.key("renditions")
      writer.beginArray()
      for file in renditions { writer.write(file) }
      writer.endArray()
    }
    if !stale.isEmpty {
      writer.key("stale")
      writer.beginArray()
      for path in stale { writer.write(path) }
      writer.endArray()
    }
    writer.endObject()
    writer.endLine()
    return writer.take()
  }

  /// Writes the digest, the state and the counts of findings.
  func writeVerdict(to writer: inout JSONWriter, _ middle: (inout JSONWriter) -> Void = { _ in }) {
    if let digest {
      writer.key("digest")
      writer.writePlain {
        $0.append(contentsOf: Self.digestPrefix)
        digest.appendHex(to: &$0)
      }
    }
    writer.key("state")
    writer.write(state.rawValue)
    middle(&writer)
    writer.key("findings")
    writer.beginObject()
    writer.key("errors")
    writer.write(findings.errors)
    writer.key("warnings")
    writer.write(findings.warnings)
    writer.key("notes")
    writer.write(findings.notes)
    writer.endObject()
  }

  /// What stands before the digits of a source's digest.
  static let digestPrefix = Array("sha256:".utf8)
}

extension JSONWriter {
  fileprivate mutating func write(_ file: Rendition) {
    beginObject()
    key("path")
    write(file.path)
    key("sha256")
    writePlain { file.digest.appendHex(to: &$0) }
    key("bytes")
    write(file.size)
    endObject()
  }
}
