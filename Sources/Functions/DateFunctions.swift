internal import Bytes
internal import Calendars
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on dates: `format-date(text, pattern)`, empty for an empty text; a text that is
  /// no date stays as it is.
  package static let dates = [
    XPathFunction("format-date", of: [.text, .text], gives: .text) { arguments in
      let text = arguments[0].string
      guard let date = try? DateReader.read(text.utf8.span) else { return .string(text) }
      return .string(date.formatted(arguments[1].string))
    }
  ]
}
