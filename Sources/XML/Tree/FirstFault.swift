internal import CLibXML2
internal import Diagnostics

/// The first thing that libxml2 finds wrong with a text: what comes behind is often its consequence.
final class FirstFault {
  private(set) var fault: XMLFault?

  /// Notes an error of a parser, whose private place leads to where it is noted.
  static func note(_ data: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let data = unsafe data, let error = unsafe error?.pointee,
      unsafe error.level != XML_ERR_WARNING,
      let place = unsafe data.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private
    else { return }
    let first = unsafe Unmanaged<FirstFault>.fromOpaque(place).takeUnretainedValue()
    guard first.fault == nil else { return }
    first.fault = unsafe XMLFault(
      problem: XMLSentences.message(of: error),
      position: SourcePosition(line: max(Int(error.line), 1), column: max(Int(error.int2), 1)))
  }
}
