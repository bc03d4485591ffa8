/// Why the program cannot do its work, which is no fault of the user's plans; exit status 2.
package struct ProgramFault: Error, Sendable, Equatable {
  /// What is told.
  package let message: Message

  /// Makes a fault.
  package init(uk: String, en: String) {
    message = Message(uk: uk, en: en)
  }
}
