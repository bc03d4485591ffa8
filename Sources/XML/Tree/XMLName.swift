/// The name of an element or an attribute, ready for libxml2: one that is used for many nodes is
/// made once, and no text is copied or hashed for each of them.
package struct XMLName: Sendable, Hashable {
  /// The name in UTF-8, ending with a 0 as C has it.
  let bytes: [UInt8]

  /// Makes a name.
  package init(_ text: String) {
    bytes = Array(text.utf8) + [0]
  }
}
