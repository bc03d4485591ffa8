extension Role {
  /// Where the text of a role stands in HTML.
  var textSelector: String {
    switch self {
    case .body: "body"
    case .indented: ".indent"
    case .heading: "h1, h2, h3"
    case .subheading: "h3"
    case .actType: "h1.act"
    case .actTitle: "h2.act"
    case .localTitle: "h2.local"
    case .fill: ".fill"
    case .place: ".place"
    case .approvalMark: ".stamp"
    case .label: "dt"
    case .value: "dd"
    case .captionedValue: "dd.captioned"
    case .caption: "dd small"
    case .listItem: "li"
    case .cell: "table"
    case .entry: "td.entry"
    case .columnHead: "thead th"
    case .rowHead: "th"
    case .sectionHead: "th.section"
    case .footnote: ".footnotes"
    case .signature: ".signature"
    case .actSignature: ".signature.line"
    case .signatureLine: "span.line"
    case .signingDate: ".signature .date"
    }
  }

  /// What stands apart from its neighbours in HTML, or is kept on a page.
  var boxSelector: String {
    switch self {
    case .body: "p"
    case .label: ".fields > div"
    default: textSelector
    }
  }
}
