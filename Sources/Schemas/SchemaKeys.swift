import Bytes
internal import Diagnostics

/// The keys of a mapping in both languages: their bytes lie in one array, so that looking for one
/// touches nothing else.
package struct SchemaKeys: Sendable {
  private let bytes: [UInt8]
  /// Where the names end among the bytes, two of each property.
  private let ends: [Int]

  init(of properties: [SchemaProperty]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for property in properties {
      for name in [property.name.uk, property.name.en] {
        bytes += name.utf8
        ends.append(bytes.count)
      }
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of the property of a key; plans mostly keep the schema's order, so the expected one
  /// is tried first.
  package func index(of key: Span<UInt8>, expected: Int) -> Int? {
    for index in expected..<ends.count / 2 where isName(key, of: index) { return index }
    for index in 0..<expected where isName(key, of: index) { return index }
    return nil
  }

  private func isName(_ key: Span<UInt8>, of index: Int) -> Bool {
    let start = index == 0 ? 0 : ends[index * 2 - 1]
    let middle = ends[index * 2]
    let end = ends[index * 2 + 1]
    return key.count == middle - start && key.equals(bytes.span.extracting(start..<middle))
      || key.count == end - middle && key.equals(bytes.span.extracting(middle..<end))
  }
}
