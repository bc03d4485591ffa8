internal import CLibXML2
internal import Diagnostics

/// The canonical form of a tree (Canonical XML 1.0, W3C), with one namespace for all elements.
///
/// Elements that hold only elements are indented by two spaces a level; the white space belongs to
/// the canonical text. The result is its own canonical form: libxml2's C14N gives the same bytes.
public enum CanonicalXML {
  /// The bytes of a tree, in UTF-8, ending with a line feed.
  public static func write(_ root: XMLNode, namespace: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(16384)
    write(root, " xmlns=\"\(namespace)\"", 0, &output)
    output.append(0x0A)
    return output
  }

  private static func write(
    _ node: XMLNode, _ declaration: String, _ depth: Int, _ output: inout [UInt8]
  ) {
    let name = unsafe node.nameBytes
    output.append(UInt8(ascii: "<"))
    unsafe output.append(contentsOf: name)
    output.append(contentsOf: declaration.utf8)
    if unsafe node.pointer.pointee.properties != nil { write(attributesOf: node, &output) }
    output.append(UInt8(ascii: ">"))
    var hasElements = false
    var next = node.firstChild
    while let child = next {
      if child.isElement {
        hasElements = true
        indent(depth + 1, &output)
        write(child, "", depth + 1, &output)
      } else if child.isText {
        child.withText { escape($0, isAttribute: false, &output) }
      }
      next = child.nextSibling
    }
    if hasElements { indent(depth, &output) }
    output.append(contentsOf: "</".utf8)
    unsafe output.append(contentsOf: name)
    output.append(UInt8(ascii: ">"))
  }

  private static func write(attributesOf node: XMLNode, _ output: inout [UInt8]) {
    let attributes = node.attributes.sorted {
      unsafe $0.nameBytes.lexicographicallyPrecedes($1.nameBytes)
    }
    for attribute in attributes {
      output.append(UInt8(ascii: " "))
      unsafe output.append(contentsOf: attribute.nameBytes)
      output.append(contentsOf: "=\"".utf8)
      attribute.withText { escape($0, isAttribute: true, &output) }
      output.append(UInt8(ascii: "\""))
    }
  }

  private static func indent(_ depth: Int, _ output: inout [UInt8]) {
    output.append(0x0A)
    for _ in 0..<depth * 2 { output.append(0x20) }
  }

  /// Copies a text, in runs up to the next character that must be escaped.
  private static func escape(_ text: Span<UInt8>, isAttribute: Bool, _ output: inout [UInt8]) {
    var rest = text
    while true {
      let length = rest.first { bytes in
        bytes.below(0x20) | bytes.equal(to: UInt8(ascii: "\"")) | bytes.equal(to: UInt8(ascii: "&"))
          | bytes.equal(to: UInt8(ascii: "<"), butFor: UInt8(ascii: "<") ^ UInt8(ascii: ">"))
      } where: { index in
        entity(for: rest[index], isAttribute: isAttribute) != nil
      }
      let run = rest.extracting(..<(length ?? rest.count))
      unsafe run.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
      guard let length, let entity = entity(for: rest[length], isAttribute: isAttribute) else {
        return
      }
      output.append(contentsOf: entity.utf8)
      rest = rest.extracting((length + 1)...)
    }
  }

  @inline(__always)
  private static func entity(for byte: UInt8, isAttribute: Bool) -> String? {
    guard byte <= 0x3E else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return isAttribute ? nil : "&gt;"
    case 0x0D: return "&#xD;"
    case UInt8(ascii: "\""): return isAttribute ? "&quot;" : nil
    case 0x09: return isAttribute ? "&#x9;" : nil
    case 0x0A: return isAttribute ? "&#xA;" : nil
    default: return nil
    }
  }
}

extension XMLNode {
  fileprivate var nameBytes: UnsafeBufferPointer<xmlChar> {
    guard let name = unsafe pointer.pointee.name else { return unsafe .init(start: nil, count: 0) }
    return unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
  }
}
