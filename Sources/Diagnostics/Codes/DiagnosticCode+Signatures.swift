extension DiagnosticCode {
  /// The codes of electronic signatures.
  static let ofSignatures: [DiagnosticCode] = [
    of(
      "signature-missing", .error,
      Message(
        uk:
          "Немає електронного підпису особи, яка має підписати план, а `--require-signatures` його вимагає.",
        en:
          "The signature of someone who must sign a plan is missing, and `--require-signatures` asks for it."
      ),
      remedy: Message(
        uk:
          "Покладіть файл підпису (`*.p7s`, `*.asice`, `*.asics`) біля плану з тією самою назвою.",
        en: "Put the signature (`*.p7s`, `*.asice`, `*.asics`) beside the plan, named like it.")),
    of(
      "signature-other", .error,
      Message(
        uk: "Електронний підпис поставлено не на цей файл: сума, яку підписано, – інша.",
        en: "A signature is not of this file: the digest that was signed is another."),
      remedy: Message(
        uk: "Покладіть біля плану його власний підпис або підписаний файл.",
        en: "Put the plan's own signature beside it, or the file that was signed.")),
    of(
      "signature-broken", .error,
      Message(
        uk: "Електронний підпис недійсний: його або сертифікат змінено.",
        en: "A signature is invalid: it or its certificate was altered."),
      remedy: Message(
        uk: "Візьміть підпис із першоджерела або підпишіть документ ще раз.",
        en: "Take the signature from where it came, or sign the document again.")),
    of(
      "signature-untrusted", .error,
      Message(
        uk:
          "Електронний підпис відповідає файлу, але його сертифікату не можна довіряти: надавач невідомий, "
          + "строк скінчився, сертифікат відкликано або він не для підпису.",
        en:
          "A signature fits its file, but its certificate is not to be trusted: its authority is unknown, it has "
          + "expired, was revoked, or is not for signing."),
      remedy: Message(
        uk:
          "Якщо надавачеві довіряєте, покладіть його сертифікат до теки `--trust`; інакше підпишіть ще раз.",
        en:
          "Where you trust the authority, put its certificate into the folder of `--trust`; else sign again."
      )),
    of(
      "signature-container", .error,
      Message(
        uk:
          "Контейнер ASiC не такий, яким його складають програми підпису: у ньому бракує файлу, щось змінено "
          + "або він завеликий.",
        en:
          "An ASiC container is not as signing programs make it: a file is missing, something was altered, or "
          + "it is too large."),
      remedy: Message(
        uk: "Візьміть контейнер із першоджерела або підпишіть документ ще раз.",
        en: "Take the container from where it came, or sign the document again.")),
    of(
      "signature-unreadable", .warning,
      Message(
        uk: "Файл названо як електронний підпис, а прочитати його як підпис не можна.",
        en: "A file is named as a signature and cannot be read as one."),
      remedy: Message(
        uk: "Покладіть файл підпису, як його зберегла програма підпису.",
        en: "Put the signature there as the signing program has saved it.")),
    of(
      "signature-trust", .warning,
      Message(
        uk:
          "У теці довірених сертифікатів лежить файл, який не є ні сертифікатом, ні списком відкликаних (CRL).",
        en:
          "A file in the folder of trusted certificates is neither a certificate nor a list of revoked ones (CRL)."
      ),
      remedy: Message(
        uk: "Заберіть його або збережіть сертифікат у PEM чи DER.",
        en: "Take it away, or save the certificate in PEM or DER.")),
    of(
      "signature-unchecked", .note,
      Message(
        uk: "Електронний підпис є, але програма його не перевірила або перевірила не до кінця.",
        en: "A signature is there, but it was not checked, or not to the end."),
      remedy: Message(
        uk:
          "Перевірте його програмою або сервісом, що знає його алгоритм, як-от czo.gov.ua; сертифікати надавачів "
          + "RSA та ECDSA називають через `--trust`.",
        en:
          "Check it with a program or service that knows its algorithm, such as czo.gov.ua; certificates of "
          + "authorities for RSA and ECDSA are named by `--trust`.")),
    of(
      "signature-valid", .note,
      Message(
        uk:
          "Електронний підпис відповідає файлу, а його сертифікату довірено: сказано, хто, коли й що підписав.",
        en:
          "A signature fits its file, and its certificate is trusted: who signed what, and when, is told."
      ),
      remedy: Message(uk: "Робити нічого не треба.", en: "There is nothing to do.")),
  ]

  private static func of(
    _ name: String, _ severity: Severity, _ meaning: Message, remedy: Message
  ) -> DiagnosticCode {
    DiagnosticCode(
      name: name, severity: severity, about: .archive, meaning: meaning, remedy: remedy)
  }
}
