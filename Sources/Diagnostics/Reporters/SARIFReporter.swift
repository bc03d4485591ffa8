/// Diagnostics as SARIF 2.1.0 (OASIS), for code hosts and editors.
public struct SARIFReporter: Sendable {
  private let language: Language
  private let version: String

  /// Makes a reporter; the version is the program's.
  public init(language: Language = .uk, version: String) {
    self.language = language
    self.version = version
  }

  /// The SARIF log of the diagnostics.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted()
    let driver: JSONText = .object([
      ("name", .string("pysar")),
      ("version", .string(version)),
      ("rules", .array(codes.map { rule($0, diagnostics) })),
    ])
    let run: JSONText = .object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .string("unicodeCodePoints")),
      ("language", .string(language.rawValue)),
      ("results", .array(diagnostics.map { result($0, codes) })),
    ])
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).write() + "\n"
  }

  /// What is known of a sort of finding: the clause that it rests on, and how to mend it.
  private func rule(_ code: String, _ diagnostics: [Diagnostic]) -> JSONText {
    var members: [(String, JSONText)] = [("id", .string(code))]
    let own = diagnostics.filter { $0.code == code }
    if let citation = own.lazy.compactMap(\.citation).first {
      members.append(("shortDescription", .object([("text", .string(citation[language]))])))
    }
    if let help = own.lazy.compactMap(\.help).first {
      members.append(("help", .object([("text", .string(help[language]))])))
    }
    return .object(members)
  }

  private func result(_ diagnostic: Diagnostic, _ codes: [String]) -> JSONText {
    var text = diagnostic.message[language]
    if let citation = diagnostic.citation { text += "\n" + citation[language] }
    if let help = diagnostic.help { text += "\n" + help[language] }
    var place: [(String, JSONText)] = [
      ("artifactLocation", .object([("uri", .string(Self.uri(of: diagnostic.file)))]))
    ]
    if let range = diagnostic.range {
      place.append(
        (
          "region",
          .object([
            ("startLine", .number(Int(range.start.line))),
            ("startColumn", .number(Int(range.start.column))),
            ("endLine", .number(Int(range.end.line))),
            ("endColumn", .number(Int(range.end.column))),
            ("snippet", .object([("text", .string(diagnostic.excerpt))])),
          ])
        ))
    }
    return .object([
      ("ruleId", .string(diagnostic.code)),
      ("ruleIndex", .number(codes.firstIndex(of: diagnostic.code) ?? 0)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string(text))])),
      ("locations", .array([.object([("physicalLocation", .object(place))])])),
    ])
  }

  /// A path as a relative URI reference (RFC 3986).
  private static func uri(of path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return result
  }
}
