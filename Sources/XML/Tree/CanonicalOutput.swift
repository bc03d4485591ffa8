internal import CLibXML2
internal import Diagnostics

/// Writes the canonical form of a tree into a buffer, as far as there is room, and counts on beyond.
@safe struct CanonicalOutput {
  private let start: UnsafeMutablePointer<UInt8>?
  private let capacity: Int
  /// The bytes of all that was to be written.
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    unsafe start = buffer.baseAddress
    capacity = buffer.count
  }

  /// Writes an element with all that is in it, and behind its name a declaration.
  mutating func write(
    element: UnsafeMutablePointer<xmlNode>, _ declaration: [UInt8], depth: Int
  ) {
    let name = unsafe element.pointee.name
    let length = unsafe name.map { unsafe pysarLength($0) } ?? 0
    put(UInt8(ascii: "<"))
    unsafe put(name, length)
    unsafe declaration.withUnsafeBufferPointer { unsafe put($0.baseAddress, $0.count) }
    if let first = unsafe element.pointee.properties { unsafe write(attributes: first) }
    put(UInt8(ascii: ">"))
    var hasElements = false
    var next = unsafe element.pointee.children
    while let child = unsafe next {
      switch unsafe child.pointee.type {
      case XML_ELEMENT_NODE:
        hasElements = true
        indent(depth + 1)
        unsafe write(element: child, [], depth: depth + 1)
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        unsafe put(text: child, escaping: Self.escapedInTexts)
      default: break
      }
      unsafe next = unsafe child.pointee.next
    }
    if hasElements { indent(depth) }
    put(UInt8(ascii: "<"))
    put(UInt8(ascii: "/"))
    unsafe put(name, length)
    put(UInt8(ascii: ">"))
  }

  /// Writes attributes by the order of their names, of which there are too few to sort them.
  private mutating func write(attributes first: UnsafeMutablePointer<xmlAttr>) {
    var written: UnsafePointer<xmlChar>?
    while let attribute = unsafe Self.attribute(behind: written, in: first) {
      put(UInt8(ascii: " "))
      unsafe put(attribute.pointee.name, pysarLength(attribute.pointee.name))
      put(UInt8(ascii: "="))
      put(UInt8(ascii: "\""))
      var next = unsafe attribute.pointee.children
      while let text = unsafe next {
        unsafe put(text: text, escaping: Self.escapedInAttributes)
        unsafe next = unsafe text.pointee.next
      }
      put(UInt8(ascii: "\""))
      unsafe written = unsafe attribute.pointee.name
    }
  }

  /// The attribute whose name follows one by its bytes, or the first of all.
  private static func attribute(
    behind name: UnsafePointer<xmlChar>?, in first: UnsafeMutablePointer<xmlAttr>
  ) -> UnsafeMutablePointer<xmlAttr>? {
    var found: UnsafeMutablePointer<xmlAttr>?
    var next: UnsafeMutablePointer<xmlAttr>? = unsafe first
    while let attribute = unsafe next {
      let own = unsafe attribute.pointee.name
      if unsafe name == nil || xmlStrcmp(own, name) > 0,
        unsafe found == nil || xmlStrcmp(own, found?.pointee.name) < 0
      {
        unsafe found = unsafe attribute
      }
      unsafe next = unsafe attribute.pointee.next
    }
    return unsafe found
  }

  private mutating func indent(_ depth: Int) {
    put(0x0A)
    for _ in 0..<depth * 2 { put(0x20) }
  }

  /// Writes a byte.
  mutating func put(_ byte: UInt8) {
    if count < capacity { unsafe start?[count] = byte }
    count += 1
  }

  private mutating func put(_ bytes: UnsafePointer<UInt8>?, _ length: Int) {
    if count + length <= capacity, let start = unsafe start, let bytes = unsafe bytes {
      unsafe (start + count).update(from: bytes, count: length)
    }
    count += length
  }

  /// Writes a text, in runs up to the next character that must be escaped.
  private mutating func put(text: UnsafeMutablePointer<xmlNode>, escaping escaped: StaticString) {
    guard var rest = unsafe text.pointee.content else { return }
    while true {
      let length = unsafe pysarLengthBefore(rest, escaped.utf8Start)
      unsafe put(rest, length)
      let byte = unsafe rest[length]
      if byte == 0 { return }
      for byte in Self.escape(byte).utf8 { put(byte) }
      unsafe rest += length + 1
    }
  }

  private static let escapedInTexts: StaticString = "&<>\r"
  private static let escapedInAttributes: StaticString = "&<\"\t\n\r"

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x09: "&#x9;"
    case 0x0A: "&#xA;"
    default: "&#xD;"
    }
  }
}
