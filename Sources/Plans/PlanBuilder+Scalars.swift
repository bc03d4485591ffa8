internal import Deadlines
internal import Diagnostics
internal import YAML

extension PlanBuilder {
  /// The canonical text of a scalar of a type, or nil after saying what is wrong with it.
  mutating func readScalar(
    _ type: SchemaType, _ event: YAMLEvent, _ events: inout PlanEvents
  ) throws(Stop) -> [UInt8]? {
    guard event.kind == .scalar else {
      try reportWrongType(type, event, &events)
      return nil
    }
    if event.mayHoldEscapes, let scalar = SourceText.forbidden(in: event.text) {
      append(Faults.forbiddenCharacter(scalar, in: source, at: event.range))
      return nil
    }
    if mayCutText, event.isPlain { warnOfComment(behind: event) }
    let text = event.text.trimmed
    switch type.form {
    case .text(let minLength):
      guard minLength <= 1 || text.count(where: { $0 & 0xC0 != 0x80 }) >= minLength else {
        reportWrongValue("text-too-short", type, event)
        return nil
      }
      return text
    case .choice(let names):
      if let name = names.first(where: { $0.matches(text) }) { return name.enBytes }
      reportUnknownValue(names, event)
      return nil
    case .boolean:
      switch String(decoding: text, as: UTF8.self).lowercased() {
      case "true", "так": return Array("true".utf8)
      case "false", "ні": return Array("false".utf8)
      default:
        reportWrongValue("wrong-boolean", type, event)
        return nil
      }
    case .integer(let minimum, let maximum):
      guard let number = Int(String(decoding: text, as: UTF8.self)) else {
        reportWrongValue("wrong-number", type, event)
        return nil
      }
      guard number >= minimum ?? .min, number <= maximum ?? .max else {
        reportWrongValue("number-out-of-range", type, event)
        return nil
      }
      return Array(String(number).utf8)
    case .date:
      do throws(DateReader.Fault) {
        return Array(try DateReader.read(text).iso.utf8)
      } catch .noSuchDay {
        reportNoSuchDay(event)
      } catch {
        reportWrongValue("wrong-date", type, event)
      }
      return nil
    case .object, .list:
      try reportWrongType(type, event, &events)
      return nil
    }
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    guard let range = diagnostic.range else { return }
    report(diagnostic.code, at: range, diagnostic.message, help: diagnostic.help)
  }
}

extension YAMLEvent {
  /// Whether a scalar says nothing.
  var isBlank: Bool { text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
}

extension [UInt8] {
  /// The text without white space at its ends, which block scalars leave.
  var trimmed: [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }
    guard let first, let last, isSpace(first) || isSpace(last) else { return self }
    guard let start = firstIndex(where: { !isSpace($0) }),
      let end = lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(self[start...end])
  }
}
