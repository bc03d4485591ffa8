import Bytes
internal import Calendars
internal import Diagnostics
internal import SourceTexts

/// What a scalar says, as the tree has it.
package enum CanonicalText {
  /// As it was written.
  case written
  /// In the one spelling of several that the tree has.
  case spelt([UInt8])
}

/// Why a scalar is none of its type.
package enum ScalarFault: Error {
  case tooShort
  case unknownValue([Schema.Name])
  case wrongBoolean
  case wrongNumber
  case numberOutOfRange
  case wrongDate
  case noSuchDay
  /// The type is one of collections.
  case noScalar
}

extension SchemaType.Form {
  /// Reads a text without white space at its ends.
  ///
  /// - Throws: why it is not what is asked for.
  package func read(_ text: Span<UInt8>) throws(ScalarFault) -> CanonicalText {
    switch self {
    case .text(let minLength):
      guard minLength <= 1 || text.scalarCount >= minLength else { throw .tooShort }
      return .written
    case .choice(let names):
      for name in names where name.matches(text) { return .spelt(name.enBytes) }
      throw .unknownValue(names)
    case .boolean:
      switch String(copying: text).lowercased() {
      case "true", "так": return .spelt(Array("true".utf8))
      case "false", "ні": return .spelt(Array("false".utf8))
      default: throw .wrongBoolean
      }
    case .integer(let minimum, let maximum):
      guard let number = Int(String(copying: text)) else { throw .wrongNumber }
      guard number >= minimum ?? .min, number <= maximum ?? .max else { throw .numberOutOfRange }
      return .spelt(Array(String(number).utf8))
    case .years(let years):
      if let year = Int(String(copying: text)) {
        guard years.contains(year) else { throw .numberOutOfRange }
        return .spelt(Array(String(year).utf8))
      }
      let numbers = String(copying: text).split { !("0"..."9").contains($0) }
      guard numbers.contains(where: { $0.count == 4 }) else { throw .wrongNumber }
      return .written
    case .date: return try Self.readDate(text)
    case .object, .list: throw .noScalar
    }
  }

  private static func readDate(_ text: Span<UInt8>) throws(ScalarFault) -> CanonicalText {
    if LocalDate(iso: text) != nil { return .written }
    do throws(DateReader.Fault) {
      return .spelt(try DateReader.read(text).isoBytes)
    } catch .noSuchDay {
      throw .noSuchDay
    } catch {
      throw .wrongDate
    }
  }
}
