internal import Calendars
internal import Diagnostics
internal import Files

/// How files of personnel files are called: by order № 1886/5 digits, full stops and hyphens before
/// the ending. What people call them stands in the inventory.
enum ArchiveName {
  /// The inventory stands before all items.
  static let inventory = "0000"
  /// One of the inventories of an export that has several.
  static func inventory(volume: Int) -> String {
    volume == 1 ? inventory : "\(inventory).\(volume)"
  }
  /// The folder of the inventories of all files.
  static let inventories = "inventory"
  /// What is written aside, until it gets its place.
  static let staging = ".pysar-archive"
  /// The folder in a bag of what its documents were judged by.
  static let definitions = "definitions"

  /// A part of a file, which is a bag.
  static func part(_ number: Int) -> String { padded(number, 3) }

  /// No file has more parts than that.
  private static let partLimit = 99_999

  /// The number of a part; nil where a name is none's.
  static func part(named name: String) -> Int? {
    guard let number = Int(name), (1...partLimit).contains(number), part(number) == name else {
      return nil
    }
    return number
  }

  /// Whether something in the folder of all files is the folder of one.
  static func isFile(_ entry: Folder.Entry) -> Bool {
    entry.kind == .folder && entry.name?.utf8.first.map { 0x30...0x39 ~= $0 } ?? false
  }

  /// An item: its number, the body's code where it has one, the day.
  static func item(_ number: Int, agencyCode: String?, _ date: LocalDate) -> String {
    let day = date.iso.replacing("-", with: ".")
    return ([padded(number, 4)] + [agencyCode, day].compactMap { $0 }).joined(separator: "-")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension ProgramFault {
  /// That a folder holds no personnel file.
  static func noPersonnelFiles(in path: String) -> ProgramFault {
    ProgramFault(
      uk: "у «\(path)» немає особових справ", en: "'\(path)' has no personnel files")
  }
}
