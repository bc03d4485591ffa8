internal import Calendars
internal import Digests
internal import Markup

/// The METS of a package: `METS.xml`.
extension SubmissionPackage {
  /// A document of metadata that METS refers to.
  struct Metadata {
    let path: String
    let type: String
    /// What it is, where METS has no name for its type.
    var otherType: String?
    let version: String?
    let bytes: [UInt8]
  }

  /// The document.
  ///
  /// - Parameters:
  ///   - descriptions: what is said of the contents.
  ///   - provenance: what is said of the files, and how they came about.
  func mets(_ descriptions: [Metadata], _ provenance: Metadata) -> [UInt8] {
    var text = MarkupText()
    text.element("mets:mets", Self.namespaces + root) { text in
      writeHeader(to: &text)
      for (index, description) in descriptions.enumerated() {
        let id = Self.id(ofDescription: index)
        text.element("mets:dmdSec", section(id)) { write(description, to: &$0) }
      }
      text.element("mets:amdSec") { text in
        text.element("mets:digiprovMD", section("provenance")) { write(provenance, to: &$0) }
      }
      text.element("mets:fileSec", [("ID", "files")]) { text in
        for group in Group.allCases { write(group, to: &text) }
      }
      text.element("mets:structMap", [("ID", "map"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")]) {
        writeMap(descriptions.indices.map { Self.id(ofDescription: $0) }, to: &$0)
      }
    }
    return Array(text.text.utf8)
  }

  private static let namespaces: [(String, String?)] = [
    ("xmlns:mets", "http://www.loc.gov/METS/"),
    ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
      "xsi:schemaLocation",
      "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd "
        + "http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd "
        + "https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd"
    ),
  ]

  private static let contentType: [(String, String?)] = [
    ("csip:CONTENTINFORMATIONTYPE", "OTHER"),
    ("csip:OTHERCONTENTINFORMATIONTYPE", "personnel-file"),
  ]

  private var root: [(String, String?)] {
    [
      ("OBJID", name), ("LABEL", title), ("TYPE", "Textual works – Digital"),
      ("PROFILE", Self.profile),
    ] + Self.contentType
  }

  private func section(_ id: String) -> [(String, String?)] {
    [("ID", id), ("CREATED", inventory.day.start), ("STATUS", "CURRENT")]
  }

  private func writeHeader(to text: inout MarkupText) {
    let day = inventory.day.start
    text.element(
      "mets:metsHdr",
      [
        ("CREATEDATE", day), ("LASTMODDATE", day), ("RECORDSTATUS", "NEW"),
        ("csip:OAISPACKAGETYPE", "SIP"),
      ]
    ) { text in
      text.element(
        "mets:agent", [("ROLE", "CREATOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE")]
      ) { text in
        text.element("mets:name", [], text: "pysar")
        text.element("mets:note", [("csip:NOTETYPE", "SOFTWARE VERSION")], text: version)
      }
      // The body has drawn up the documents, and hands them over.
      for role in [
        [("ROLE", "ARCHIVIST")], [("ROLE", "OTHER"), ("OTHERROLE", "SUBMITTER")],
      ] {
        text.element("mets:agent", role + [("TYPE", "ORGANIZATION")]) { text in
          let agency = inventory.servant.agency
          text.element("mets:name", [], text: agency.isEmpty ? "–" : agency)
          guard let code = inventory.agencyCode else { return }
          text.element("mets:note", [("csip:NOTETYPE", "IDENTIFICATIONCODE")], text: code)
        }
      }
      if let index = inventory.records.caseIndex {
        text.element("mets:altRecordID", [("TYPE", "REFERENCECODE")], text: index)
      }
    }
  }

  private func write(_ metadata: Metadata, to text: inout MarkupText) {
    text.element(
      "mets:mdRef",
      [
        ("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", metadata.path),
        ("MDTYPE", metadata.type), ("OTHERMDTYPE", metadata.otherType),
        ("MDTYPEVERSION", metadata.version),
        ("MIMETYPE", "application/xml"), ("SIZE", String(metadata.bytes.count)),
        ("CREATED", inventory.day.start),
        ("CHECKSUM", DigestStream.hex(of: metadata.bytes, .sha256)), ("CHECKSUMTYPE", "SHA-256"),
      ])
  }

  private func write(_ group: Group, to text: inout MarkupText) {
    let id = Self.id(of: group)
    let files = files.filter { $0.group == group }
    text.element("mets:fileGrp", [("ID", id), ("USE", group.rawValue)] + Self.contentType) { text in
      for (index, file) in files.enumerated() {
        text.element(
          "mets:file",
          [
            ("ID", "\(id)-\(index + 1)"), ("MIMETYPE", Self.mediaType(of: file.name)),
            ("SIZE", String(file.size)), ("CREATED", file.day.start), ("CHECKSUM", file.digest),
            ("CHECKSUMTYPE", "SHA-256"),
          ]
        ) { text in
          text.element(
            "mets:FLocat",
            [("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", file.path)])
        }
      }
    }
  }

  private func writeMap(_ descriptions: [String], to text: inout MarkupText) {
    text.element("mets:div", [("ID", "map-package"), ("LABEL", name)]) { text in
      text.element(
        "mets:div",
        [
          ("ID", "map-metadata"), ("LABEL", "Metadata"), ("ADMID", "provenance"),
          ("DMDID", descriptions.joined(separator: " ")),
        ])
      for group in Group.allCases {
        let id = Self.id(of: group)
        let label = group == .content ? "Representations" : group.rawValue
        text.element("mets:div", [("ID", "map-\(id)"), ("LABEL", label)]) { text in
          text.element("mets:fptr", [("FILEID", id)])
        }
      }
    }
  }

  private static func id(ofDescription index: Int) -> String { "description-\(index + 1)" }

  private static func id(of group: Group) -> String { "\(group)" }
}
