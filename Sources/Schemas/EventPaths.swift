package import XPathLanguage

/// Which days of a plan's act its deadlines may count from, as its schema says (`x-events`).
package struct EventPaths: Sendable {
  /// The day on which the act was made.
  package let made: XPathExpression?
  /// The day on which it came into force, where the plan knows it.
  package let inForce: XPathExpression?
}
