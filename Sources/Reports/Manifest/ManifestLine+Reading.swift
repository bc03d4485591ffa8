import Diagnostics
import Digests
package import Markup

extension ManifestLine {
  /// Reads a line; keys that it does not know are skipped.
  ///
  /// - Throws: where the bytes are no line of a manifest.
  package init(reading bytes: ArraySlice<UInt8>) throws(JSONFault) {
    var reader = JSONReader(bytes)
    var line = ManifestLine(source: "", state: .failed)
    var hasState = false
    try reader.object { reader, key throws(JSONFault) in
      switch key {
      case "source": line.source = try reader.string()
      case "number":
        let number = try reader.number()
        guard number > 0 else { throw reader.fault }
        line.number = number
      case "kind": line.kind = try reader.string()
      case "title": line.title = try reader.string()
      case "unit": line.unit = try reader.string()
      case "digest": line.digest = try reader.digest(after: Self.digestPrefix)
      case "state":
        guard let state = PlanOutcome.State(rawValue: try reader.string()) else {
          throw reader.fault
        }
        line.state = state
        hasState = true
      case "renditions":
        try reader.array { reader throws(JSONFault) in line.renditions.append(try reader.file()) }
      case "findings": line.findings = try reader.findings()
      case "stale":
        try reader.array { reader throws(JSONFault) in line.stale.append(try reader.string()) }
      default: try reader.skip()
      }
    }
    try reader.end()
    guard hasState, !line.source.isEmpty else { throw reader.fault }
    self = line
  }
}

extension JSONReader {
  fileprivate mutating func digest(after prefix: [UInt8] = []) throws(JSONFault) -> Digest {
    let text = Array(try string().utf8)
    guard text.starts(with: prefix), let digest = Digest(hex: text[prefix.count...]) else {
      throw fault
    }
    return digest
  }

  fileprivate mutating func file() throws(JSONFault) -> Rendition {
    var path = ""
    var digest: Digest?
    var size = 0
    try object { reader, key throws(JSONFault) in
      switch key {
      case "path": path = try reader.string()
      case "sha256": digest = try reader.digest()
      case "bytes": size = try reader.number()
      default: try reader.skip()
      }
    }
    guard let digest, !path.isEmpty else { throw fault }
    return Rendition(path: path, digest: digest, size: size)
  }

  fileprivate mutating func findings() throws(JSONFault) -> ManifestLine.Findings {
    var findings = ManifestLine.Findings()
    try object { reader, key throws(JSONFault) in
      switch key {
      case "errors": findings.errors = try reader.number()
      case "warnings": findings.warnings = try reader.number()
      case "notes": findings.notes = try reader.number()
      default: try reader.skip()
      }
    }
    return findings
  }
}
