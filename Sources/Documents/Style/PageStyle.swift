/// How documents of one form look: their first sheet, and how the parts of each role look.
///
/// It is all that a writer must know to lay out pages. It is made once, for all documents of a form.
package struct PageStyle: Sendable {
  /// The sheet on which a document begins.
  package let sheet: Sheet
  /// What a form's own style sheets add for browsers alone, as CSS; other writers skip it.
  package let browserStyle: String
  /// The styles of all roles by their raw values, each as it is written.
  private let styles: [RoleStyle]
  /// The style sheet of the HTML.
  let styleSheet: StyleSheet

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - changes: what differs from the ``standard`` styles of roles.
  ///   - columnWidths: the shares of columns that tables may have, in percent.
  package init(
    sheet: Sheet = Sheet(), changes: [Role: RoleStyle] = [:], columnWidths: Set<Int> = [],
    browserStyle: String = ""
  ) {
    self.sheet = sheet
    self.browserStyle = browserStyle
    styles = Role.allCases.map { role in
      let standard = Self.standardStyle(of: role)
      return changes[role]?.over(standard) ?? standard
    }
    styleSheet = StyleSheet(
      sheet: sheet, styles: styles, columnWidths: columnWidths, browserStyle: browserStyle)
  }

  /// How the parts of a role look, in all that can be said of them.
  package func style(of role: Role) -> RoleStyle {
    let own = styles[Int(role.rawValue)]
    return role.parent.map { own.over(style(of: $0)) } ?? own
  }

  /// The style sheet that HTML pages of this style have.
  package var styleSheetText: String { styleSheet.text }

  /// The look of an official document, which a form may change in part.
  package static let standard = PageStyle()
}
