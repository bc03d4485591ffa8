import Documents
import TestSupport
import Testing

/// The style sheet of HTML is written from sheets and roles.
@Suite struct StyleSheetTests {
  /// What forms link, so that a browser that opens one shows it as Pysar prints it.
  @Test func theLinkedSheetIsTheWrittenOne() {
    expectFile(
      Array(PageStyle.standard.styleSheetText.utf8), matches: "Templates/kinds/shared/sheet.css")
  }

  @Test(arguments: [
    (Sheet(), "@page { size: A4; margin: 20mm 10mm 20mm 30mm;"),
    (
      Sheet(
        width: 148, height: 210, margins: Sheet.Margins(top: 10, right: 7.5, bottom: 0, left: 20)),
      "@page { size: 148mm 210mm; margin: 10mm 7.5mm 0 20mm;"
    ),
  ])
  func sheetsBecomePages(_ sheet: Sheet, _ rule: String) {
    #expect(PageStyle(sheet: sheet).styleSheetText.contains(rule))
  }

  @Test func rolesBecomeRules() {
    let style = PageStyle(changes: [
      .body: RoleStyle(size: 12.5), .footnote: RoleStyle(weight: .bold, alignment: .end, above: 3),
    ])
    let lines = style.styleSheetText.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("body { font-size: 12.5pt; line-height: 1.15;") })
    #expect(
      lines.contains(
        ".footnotes { font-size: 10pt; font-weight: bold; text-align: right; margin-top: 3mm; }"))
  }

  @Test func whatARoleLeavesOpenIsItsParents() {
    let style = PageStyle(changes: [.body: RoleStyle(size: 12), .cell: RoleStyle(size: 9)])
    #expect(style.style(of: .indented).size == 12)
    #expect(style.style(of: .indented).isJustified == true)
    #expect(style.style(of: .sectionHead).size == 9)
    #expect(style.style(of: .sectionHead).weight == .bold)
    #expect(style.style(of: .actTitle).keepsWithNext == true)
    for role in Role.allCases {
      let full = style.style(of: role)
      #expect(full.size != nil && full.alignment != nil && full.keepsTogether != nil)
    }
  }
}
