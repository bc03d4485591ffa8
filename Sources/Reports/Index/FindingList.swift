import Diagnostics
import Markup

/// The findings of a plan: each with its place, what is wrong, the clause, how to mend it.
struct FindingList {
  let words: IndexWords

  /// Adds how many findings there are of each severity: `помилок: 2, попереджень: 1`.
  func writeCounts(_ findings: [Diagnostic], to markup: inout MarkupBuffer) {
    var isFirst = true
    for severity in Severity.allCases.reversed() {
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { continue }
      if !isFirst { markup.raw(", ") }
      isFirst = false
      markup.text(words.severities(severity))
      markup.raw(": ")
      markup.number(count)
    }
  }

  /// Adds findings of a plan as a list, as many as there is room for.
  func write(
    _ findings: [Diagnostic], of outcome: PlanOutcome, limit: Int, to markup: inout MarkupBuffer
  ) {
    markup.raw("<ul class=findings>")
    let end = markup.count + limit
    for (index, finding) in findings.enumerated() {
      if markup.count >= end {
        markup.raw("<li>")
        markup.text(words("решта – у findings.json: ", "the rest is in findings.json: "))
        markup.number(findings.count - index)
        break
      }
      write(finding, of: outcome, to: &markup)
    }
    markup.raw("</ul>")
  }

  /// Adds the place and the words of a finding: `14:1 визначено завдань 6 …`.
  func writeHead(_ finding: Diagnostic, to markup: inout MarkupBuffer) {
    if let start = finding.range?.start {
      markup.raw("<span class=place>")
      markup.number(Int(start.line))
      markup.raw(":")
      markup.number(Int(start.column))
      markup.raw("</span> ")
    }
    markup.text(finding.message[words.language])
  }

  private func write(
    _ finding: Diagnostic, of outcome: PlanOutcome, to markup: inout MarkupBuffer
  ) {
    markup.raw("<li><b class=")
    markup.text(finding.severity.rawValue)
    markup.raw(">")
    markup.text(words.severity(finding.severity))
    markup.raw("</b> ")
    writeHead(finding, to: &markup)
    markup.raw(" <code>")
    markup.text(finding.code)
    markup.raw("</code>")
    if let other = finding.other {
      markup.raw("<p>")
      markup.text(words("інший план: ", "the other plan: "))
      markup.raw("<code>")
      markup.text(outcome.path(ofFile: other.file, beside: finding.file))
      markup.raw(":")
      markup.number(Int(other.range.start.line))
      markup.raw("</code>")
    }
    if let repetition = finding.repetition {
      markup.raw("<p>")
      markup.text(repetition.summary[words.language])
    }
    if let citation = finding.citation {
      markup.raw("<p>")
      if let url = citation.url {
        markup.raw("<a href=\"")
        markup.text(url)
        markup.raw("\">")
      }
      markup.text(citation[words.language])
      if citation.url != nil { markup.raw("</a>") }
    }
    if let help = finding.help {
      markup.raw("<p>")
      markup.text(words("як виправити: ", "help: "))
      markup.text(help[words.language])
    }
    markup.raw("\n")
  }
}
