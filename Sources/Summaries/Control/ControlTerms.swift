internal import Calendars
package import Diagnostics
package import Files
internal import YAML

/// The terms of control that no document sets itself, as `terms.yaml` beside the schema of control
/// cards has them.
package struct ControlTerms {
  /// A term.
  fileprivate struct Term {
    /// How the name of the body begins whose documents it is for; empty for all.
    let issuer: String
    /// Whether it runs from the day of the document, and not from that on which a duty is taken under
    /// control.
    let isOfDocument: Bool
    let days: Int, months: Int
    /// The first day on which a duty is taken under control by it.
    let since: LocalDate
  }

  private let terms: [Term]
  /// How much of a term the co-executors have, in hundredths.
  private let percent: Int
  private static let path = "kinds/control-card/terms.yaml"

  /// Reads the terms.
  ///
  /// - Throws: that they cannot be read.
  package init(_ folders: TemplateFolders) throws(ProgramFault) {
    guard let source = (try? folders.read(Self.path)) ?? nil,
      let file = try? YAMLNode(reading: source), let items = file["terms"]?.items,
      let percent = file["co-executors"]?["percent"]?.text.flatMap({ Int($0) }),
      (1...100).contains(percent)
    else { throw Self.fault(nil) }
    self.percent = percent
    var terms: [Term] = []
    for item in items {
      guard let term = Term(item) else { throw Self.fault(item) }
      terms.append(term)
    }
    self.terms = terms
  }

  private static func fault(_ node: YAMLNode?) -> ProgramFault {
    let line = node.map { ":\($0.range.start.line)" } ?? ""
    return ProgramFault(
      uk:
        "\(path)\(line): тут мають бути terms, кожний із from, days або months і since, та co-executors із percent",
      en:
        "\(path)\(line): terms belong here, each with from, days or months, and since, and co-executors with percent"
    )
  }

  /// The last day of the term of a duty that its document sets none for; nil where no term fits.
  func due(by reference: DocumentReference, opened: LocalDate) -> LocalDate? {
    let term = terms.first { $0.since <= opened && reference.issuer.hasPrefix($0.issuer) }
    guard let term else { return nil }
    let start = term.isOfDocument ? reference.day ?? opened : opened
    return start.adding(months: term.months)?.adding(days: term.days)
  }

  /// How many days of a term the co-executors have.
  func share(of days: Int) -> Int { days * percent / 100 }
}

extension ControlTerms.Term {
  /// Reads a term; nil where it is none.
  fileprivate init?(_ node: YAMLNode) {
    func number(_ key: String) -> Int? {
      node[key] == nil ? 0 : node[key]?.text.flatMap { Int($0) }
    }
    guard let from = node["from"]?.text, ["document", "opened"].contains(from),
      let days = number("days"), let months = number("months"),
      (0...3660).contains(days), (0...120).contains(months), days + months > 0,
      let since = node["since"]?.text.flatMap({ LocalDate(iso: $0.utf8.span) })
    else { return nil }
    self.init(
      issuer: node["issuer"]?.text ?? "", isOfDocument: from == "document", days: days,
      months: months, since: since)
  }
}
