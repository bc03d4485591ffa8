internal import Digests

/// The style sheet of a page as it stands in its head, below the policy that allows it and nothing
/// else: no script, no other style, nothing that is fetched or sent (Content Security Policy Level 3).
struct StyleElement: Sendable {
  /// The elements in UTF-8.
  let bytes: [UInt8]

  /// Makes the elements of a style sheet, in which nothing may end the element before its end.
  ///
  /// `</` says nothing in CSS outside of strings, and there `<\/` says the same.
  init(_ sheet: String) {
    var text = Array("\n".utf8)
    var last: UInt8 = 0
    for byte in sheet.utf8 {
      if last == UInt8(ascii: "<"), byte == UInt8(ascii: "/") { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
      last = byte
    }
    if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    let policy = """
      default-src 'none'; style-src 'sha256-\(Digest(of: text).base64)'; base-uri 'none'; \
      form-action 'none'
      """
    let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n<style>"
    bytes = Array(head.utf8) + text + Array("</style>\n".utf8)
  }
}
