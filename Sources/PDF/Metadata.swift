internal import Markup

/// What a document says of itself to programs (XMP), and that it keeps to PDF/A-1a (ISO 19005-1).
struct Metadata {
  /// What wrote the document.
  static let producer = "Pysar"
  /// The title; empty where it has none.
  let title: String
  /// The language of the text: `uk`.
  let language: String
  /// By what else the document is known, such as the sum of what it says; empty where by nothing.
  let identifier: String

  /// The packet of XMP.
  var packet: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ markup: StaticString) { bytes.append(markup) }
    add("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
    add("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
    add("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
    add("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"")
    add(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
    add(" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
    add("<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n")
    add("<dc:format>application/pdf</dc:format>\n")
    if !title.isEmpty {
      bytes.append(
        escaping: title.utf8Span.span, from: "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
        to: "</rdf:li></rdf:Alt></dc:title>\n")
    }
    if !identifier.isEmpty {
      bytes.append(
        escaping: identifier.utf8Span.span, from: "<dc:identifier>", to: "</dc:identifier>\n")
    }
    bytes.append(
      escaping: language.utf8Span.span, from: "<dc:language><rdf:Bag><rdf:li>",
      to: "</rdf:li></rdf:Bag></dc:language>\n")
    bytes.append(
      escaping: Self.producer.utf8Span.span, from: "<pdf:Producer>", to: "</pdf:Producer>\n")
    add("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
    return bytes
  }

  /// Appends the older dictionary, which says the same.
  func appendInformation(to bytes: inout [UInt8]) {
    bytes.append("<<")
    if !title.isEmpty {
      bytes.append("/Title")
      bytes.append(text: title)
    }
    bytes.append("/Producer(")
    bytes += Array(Self.producer.utf8)
    bytes.append(")>>")
  }
}
