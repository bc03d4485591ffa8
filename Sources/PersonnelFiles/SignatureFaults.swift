internal import Diagnostics

/// What is said of signatures.
extension Diagnostic {
  /// A signature that is there and is not checked, with what it says of itself.
  static func unchecked(_ path: String, _ facts: SignatureFacts?) -> Diagnostic {
    let signers = (facts?.signers ?? []).map { signer in
      ([signer.algorithmName, signer.name] + [signer.time].compactMap { $0 })
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let said = signers.isEmpty ? "" : " (\(signers.joined(separator: "; ")))"
    return Diagnostic(
      .note, code: "signature-unchecked", in: SourceFile(name: path, bytes: []), at: nil,
      Message(
        uk: "підпис є\(said), байти його ті самі; сам підпис не перевірено",
        en: "the signature is there\(said) and its bytes are the same; it is not checked itself"),
      help: Message(
        uk: "перевірте його програмою або сервісом, що знає його алгоритм, як-от czo.gov.ua",
        en: "check it with a program or service that knows its algorithm, such as czo.gov.ua"))
  }

  /// A signature of another file.
  static func otherFile(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "signature-other", in: SourceFile(name: path, bytes: []), at: nil,
      Message(
        uk: "підпис поставлено не на цей документ: сума, яку підписано, – інша",
        en: "the signature is not of this document: the digest that was signed is another"),
      help: Message(
        uk: "покладіть біля плану його власний підпис або той файл, який підписано",
        en: "put the plan's own signature beside it, or the file that was signed"))
  }
}
