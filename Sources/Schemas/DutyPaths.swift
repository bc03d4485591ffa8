package import XPathLanguage

/// Where the duties of a plan stand, as its schema says (`x-duties`).
package struct DutyPaths: Sendable {
  /// The elements that are a duty each.
  package let each: XPathExpression
  /// What is owed, from such an element.
  package let what: XPathExpression
  /// What stands before that in the plan and belongs to it: the beginning of the point that a
  /// subpoint goes on with.
  package let lead: XPathExpression?
  /// Who owes it.
  package let who: XPathExpression
  /// The words for when.
  package let when: XPathExpression
}
