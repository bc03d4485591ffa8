package import Diagnostics

/// Writes ZIP archives (APPNOTE 6.3): the same files in the same order give the same bytes.
///
/// Files have no day of their own but the first one that the format knows, and nothing of the machine
/// that they were written on. What asks for the extensions beyond 4 GiB and 65,535 files is refused.
package struct ZIPWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var names: Set<String> = []
  private let sizeLimit: Int

  /// The largest number of files.
  private static let countLimit = 0xFFFF
  /// The longest name, in bytes.
  private static let nameLimit = 0xFFFF
  /// The version of the format that a reader must know: 2.0, which has compression.
  private static let version: UInt16 = 20
  /// The first of January 1980.
  private static let day: UInt16 = 1 << 5 | 1

  /// Begins an archive of at most so many bytes, by default as many as the format has.
  package init(sizeLimit: Int = 0xFFFF_FFFF) {
    self.sizeLimit = sizeLimit
  }

  /// Adds a file behind the others.
  ///
  /// - Throws: that the archive has no room for it, or has a file of its name.
  package mutating func add(_ entry: ZIPEntry) throws(ProgramFault) {
    let name = Array(entry.name.utf8)
    guard name.count <= Self.nameLimit else {
      throw ProgramFault(
        uk: "назва файлу «\(entry.name.prefix(40))…» задовга для архіву ZIP: дайте коротшу",
        en: "the name '\(entry.name.prefix(40))…' is too long for a ZIP archive: give a shorter one"
      )
    }
    guard !names.contains(entry.name) else {
      throw ProgramFault(
        uk: "в архіві вже є файл «\(entry.name)»: дайте другому іншу назву",
        en: "the archive has a file '\(entry.name)': give the other one another name")
    }
    let directoryGrowth = 46 + name.count
    let growth = 30 + name.count + entry.data.count
    guard names.count < Self.countLimit, entry.size <= sizeLimit,
      bytes.count + growth + directory.count + directoryGrowth + Self.endSize <= sizeLimit
    else {
      throw ProgramFault(
        uk: "файл «\(entry.name)» уже не вміщується в архів ZIP: поділіть його вміст на кілька",
        en: "a ZIP archive has no room for '\(entry.name)': make several of what is in it")
    }
    names.insert(entry.name)
    let place = UInt32(bytes.count)
    let common = Self.common(entry, nameLength: UInt16(name.count))
    bytes.reserveCapacity(bytes.count + growth)
    bytes.append(UInt32(0x0403_4B50))
    bytes += common
    bytes += name
    bytes += entry.data
    directory.append(UInt32(0x0201_4B50))
    directory.append(Self.version)
    directory += common
    // No comment, the first of one disk, nothing of a file system's.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(place)
    directory += name
  }

  /// Ends the archive, and gives its bytes.
  package consuming func finish() -> [UInt8] {
    let (place, size, count) = (UInt32(bytes.count), UInt32(directory.count), UInt16(names.count))
    bytes += directory
    bytes.append(UInt32(0x0605_4B50))
    bytes.append(UInt32(0))
    bytes.append(count)
    bytes.append(count)
    bytes.append(size)
    bytes.append(place)
    bytes.append(UInt16(0))
    return bytes
  }

  /// How many bytes stand behind the directory.
  private static let endSize = 22

  /// What stands at a file and in the directory alike: the version, how the file is written, its day,
  /// its sizes, and the length of its name.
  private static func common(_ entry: ZIPEntry, nameLength: UInt16) -> [UInt8] {
    let isASCII = entry.name.utf8.allSatisfy { $0 < 0x80 }
    var result: [UInt8] = []
    result.append(version)
    result.append(isASCII ? UInt16(0) : 1 << 11)
    result.append(entry.method.rawValue)
    result.append(UInt16(0))
    result.append(day)
    result.append(entry.checksum)
    result.append(UInt32(entry.data.count))
    result.append(UInt32(entry.size))
    result.append(nameLength)
    result.append(UInt16(0))
    return result
  }
}

extension [UInt8] {
  /// Adds a number, its lowest byte first.
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
