extension PersonName {
  /// Whether two names differ in the surname alone, as when it has changed: the given name and what
  /// follows it are written out in both, and the same.
  package func isSameButSurname(as other: PersonName) -> Bool {
    !hasSameSurname(as: other)
      && fullGivenNames.contains { own in other.fullGivenNames.contains(own) }
  }
}
