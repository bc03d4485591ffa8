internal import Calendars
internal import Diagnostics
internal import Markup

/// What a package says of its contents (Dublin Core) and of its files (PREMIS 3.0).
extension SubmissionPackage {
  /// What the contents are.
  var description: Metadata {
    let servant = inventory.servant
    let days = items.map(\.date)
    var text = MarkupText()
    text.element(
      "metadata", [("xmlns:dc", "http://purl.org/dc/elements/1.1/")]
    ) { text in
      func say(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        text.element("dc:\(name)", [], text: value)
      }
      say("title", title)
      say("creator", servant.agency)
      say("subject", servant.position)
      let sheets = items.reduce(0) { $0 + ($1.sheets ?? 0) }
      say("description", "Документів: \(items.count), аркушів: \(sheets)")
      let records = inventory.records
      say("description", records.caseIndex.map { "Індекс справи за номенклатурою: \($0)" })
      say("description", records.retention.map { "Строк зберігання: \($0)" })
      if let first = days.min(), let last = days.max() {
        say("date", first == last ? first.iso : "\(first.iso)/\(last.iso)")
      }
      say("type", "Collection")
      say("identifier", name)
      say("identifier", servant.id)
      say("language", "uk")
      say("rights", records.access)
    }
    return Metadata(
      path: "metadata/descriptive/dc.xml", type: "DC", version: "1.1",
      bytes: Array(text.text.utf8))
  }

  /// The files with their digests, and the event that brought them together.
  var provenance: Metadata {
    var text = MarkupText()
    text.element(
      "premis",
      [
        ("xmlns", "http://www.loc.gov/premis/v3"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
          "xsi:schemaLocation",
          "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd"
        ), ("version", "3.0"),
      ]
    ) { text in
      text.element("object", [("xsi:type", "intellectualEntity")]) { text in
        Self.writeIdentifier("object", name, to: &text)
        text.element("originalName", [], text: title)
      }
      for file in files { write(file, to: &text) }
      writeEvent(to: &text)
      text.element("agent") { text in
        Self.writeIdentifier("agent", "pysar", to: &text)
        text.element("agentName", [], text: "pysar")
        text.element("agentType", [], text: "software")
        text.element("agentVersion", [], text: version)
      }
    }
    return Metadata(
      path: "metadata/preservation/premis.xml", type: "PREMIS", version: "3.0",
      bytes: Array(text.text.utf8))
  }

  private func write(_ file: File, to text: inout MarkupText) {
    text.element("object", [("xsi:type", "file")]) { text in
      Self.writeIdentifier("object", file.path, to: &text)
      text.element("objectCharacteristics") { text in
        text.element("fixity") { text in
          text.element("messageDigestAlgorithm", [], text: "SHA-256")
          text.element("messageDigest", [], text: file.digest)
        }
        text.element("size", [], text: String(file.size))
        text.element("format") { text in
          text.element("formatDesignation") { text in
            text.element("formatName", [], text: Self.mediaType(of: file.name))
          }
        }
      }
    }
  }

  private func writeEvent(to text: inout MarkupText) {
    text.element("event") { text in
      Self.writeIdentifier("event", "\(name)-package", to: &text)
      text.element("eventType", [], text: "information package creation")
      text.element("eventDateTime", [], text: inventory.day.start)
      text.element("eventDetailInformation") { text in
        text.element(
          "eventDetail", [],
          text: "Документи вийнято з пакетів BagIt особової справи; суму кожного файлу звірено")
      }
      text.element("linkingAgentIdentifier") { text in
        text.element("linkingAgentIdentifierType", [], text: "local")
        text.element("linkingAgentIdentifierValue", [], text: "pysar")
      }
      text.element("linkingObjectIdentifier") { text in
        text.element("linkingObjectIdentifierType", [], text: "local")
        text.element("linkingObjectIdentifierValue", [], text: name)
      }
    }
  }

  private static func writeIdentifier(
    _ what: String, _ value: String, to text: inout MarkupText
  ) {
    text.element("\(what)Identifier") { text in
      text.element("\(what)IdentifierType", [], text: "local")
      text.element("\(what)IdentifierValue", [], text: value)
    }
  }
}
