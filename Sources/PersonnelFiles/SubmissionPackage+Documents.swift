internal import Calendars
internal import Markup
internal import Signatures

/// The wrappers of a package's documents: what an archival electronic document (АЕД, order № 1886/5)
/// says of itself, as far as it is known.
extension SubmissionPackage {
  /// The schema of the wrappers, in the template folders and in the package.
  static let documentSchema = "archival-document.xsd"

  /// Which edition the wrappers follow, and that their names are yet to be compared with it.
  private static let edition: [(String, String?)] = [
    ("xmlns", "urn:pysar:archival-document:1"),
    (
      "edition",
      "наказ Мін’юсту від 11.11.2014 № 1886/5 (№ 1423/26200) зі змінами від 14.10.2022 № 4527/5"
    ), ("status", "підлягає звірці"),
  ]

  /// A wrapper for each document.
  var documents: [Metadata] {
    let files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    return items.compactMap { item in
      let own = item.files.compactMap { files["\(Group.content.folder)/\($0.name)"] }
      guard let first = own.first else { return nil }
      let stem = SignatureFiles.stem(of: first.name)
      return Metadata(
        path: "metadata/other/\(stem).xml", type: "OTHER", otherType: "AED", version: nil,
        bytes: wrapper(of: item, own))
    }
  }

  private func wrapper(of item: Inventory.Item, _ files: [File]) -> [UInt8] {
    var text = MarkupText()
    text.element("archival-document", Self.edition) { text in
      text.element("document") { text in
        Self.say("number", String(item.number), &text)
        Self.say("index", item.index, &text)
        Self.say("date", item.date.iso, &text)
        Self.say("title", item.title, &text)
        Self.say("kind", item.kind, &text)
        Self.say("sheets", item.sheets.map(String.init), &text)
        Self.say("language", "uk", &text)
      }
      write(inventory.servant, to: &text)
      Self.say("case-index", inventory.records.caseIndex, &text)
      Self.say("retention", inventory.records.retention, &text)
      Self.say("access", inventory.records.access, &text)
      text.element("files") { text in
        for file in files {
          let isSignature = SignatureFiles.isSignature(file.name)
          text.element(
            "file",
            [
              ("path", file.path), ("media-type", Self.mediaType(of: file.name)),
              ("size", String(file.size)), ("sha256", file.digest),
              ("role", isSignature ? "signature" : "document"),
            ])
        }
      }
    }
    return Array(text.text.utf8)
  }

  private func write(_ servant: Servant, to text: inout MarkupText) {
    if !servant.agency.isEmpty {
      text.element("agency") { text in
        Self.say("name", servant.agency, &text)
        Self.say("code", inventory.agencyCode, &text)
      }
    }
    text.element("servant") { text in
      Self.say("id", servant.id, &text)
      Self.say("name", servant.name, &text)
      Self.say("position", servant.position, &text)
    }
  }

  private static func say(_ name: String, _ value: String?, _ text: inout MarkupText) {
    guard let value, !value.isEmpty else { return }
    text.element(name, [], text: value)
  }
}
