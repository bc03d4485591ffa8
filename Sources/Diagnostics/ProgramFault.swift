/// Why the program cannot do its work, which is no fault of the user's plans; exit status 2.
public struct ProgramFault: Error, Sendable, Equatable {
  /// What is told.
  public let message: Message

  /// Makes a fault.
  public init(uk: String, en: String) {
    message = Message(uk: uk, en: en)
  }
}
