internal import Calendars
internal import Markup

/// A submission package of a personnel file, by E-ARK SIP 2.2.0: what is in it, and the documents of
/// XML that say so.
struct SubmissionPackage {
  /// Where a file stands in the package.
  enum Group: String, CaseIterable {
    case documentation = "Documentation"
    case schemas = "Schemas"
    case content = "Representations/original/data"

    /// The folder of its files.
    var folder: String { rawValue.lowercased() }
  }

  /// A file of the package.
  struct File {
    let group: Group
    /// Its path in the folder of its group.
    let name: String
    /// By SHA-256, as hexadecimal digits.
    let digest: String
    let size: Int
    /// The day of the bag that it comes from.
    let day: LocalDate

    /// Its path in the package.
    var path: String { "\(group.folder)/\(name)" }
  }

  /// Where the specification stands that a package keeps.
  static let profile = "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml"

  /// The inventory of the last bag.
  let inventory: Inventory
  /// The documents that the package has.
  let items: [Inventory.Item]
  /// The version of the program.
  let version: String
  private(set) var files: [File] = []

  /// Begins a package of some documents of a personnel file.
  init(_ inventory: Inventory, _ items: [Inventory.Item], version: String) {
    self.inventory = inventory
    self.items = items
    self.version = version
  }

  /// The name of the package and of its folder.
  var name: String {
    ([inventory.agencyCode, inventory.servant.folder].compactMap { $0 }).joined(separator: "-")
  }

  /// What people call the package.
  var title: String { "Особова справа: \(inventory.servant.name)" }

  /// Adds a file.
  mutating func add(_ file: File) { files.append(file) }

  /// The media type of a file, by its name.
  static func mediaType(of name: String) -> String {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    return ending.flatMap { mediaTypes[$0] } ?? "application/octet-stream"
  }

  private static let mediaTypes = [
    "yaml": "application/yaml", "xml": "application/xml", "xsd": "application/xml",
    "pdf": "application/pdf", "html": "text/html", "txt": "text/plain", "css": "text/css",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "p7s": "application/pkcs7-signature", "asice": "application/vnd.etsi.asic-e+zip",
    "asics": "application/vnd.etsi.asic-s+zip",
  ]
}

extension LocalDate {
  /// The beginning of the day, as XML has points in time.
  var start: String { "\(iso)T00:00:00" }
}
