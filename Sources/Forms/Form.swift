public import Documents
internal import XML

/// A form: an HTML page whose places are bound to the elements of a plan, ready to be rendered.
public struct Form: Sendable {
  /// The form's name: `form`, `control`.
  public let name: String
  /// The style sheets that it links and holds, one after the other.
  public let style: String
  /// How the sheet lies.
  public let orientation: Orientation
  /// The language of its text.
  public let language: String
  /// What is filled in from a plan.
  let sheet: FormSheet
  /// What is printed to be filled in by hand.
  let blank: FormSheet
  /// All expressions; parts refer to them by index.
  let expressions: [XPathExpression]
}
