package import Documents
internal import Schemas
internal import XPathLanguage

/// A form: an HTML page whose places are bound to the elements of a plan, ready to be rendered.
package struct Form: Sendable {
  /// The form's name: `form`, `control`.
  package let name: String
  /// How its documents look.
  package let style: PageStyle
  /// The language of its text.
  package let language: String
  /// What is filled in from a plan.
  let sheet: FormSheet
  /// What is printed to be filled in by hand.
  let blank: FormSheet
  /// All expressions; parts refer to them by index.
  let expressions: [XPathExpression]
  /// What tables are made of whose columns plans name.
  let tableNames: TableNames
}
