import Diagnostics

/// Why the program cannot do its work; exit status 2.
struct ProgramFault: Error {
  let message: Message

  init(uk: String, en: String) {
    message = Message(uk: uk, en: en)
  }
}
