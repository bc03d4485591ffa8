internal import Diagnostics

/// What is said of signatures.
extension Diagnostic {
  /// What was found of a signer.
  ///
  /// - Parameter part: what of the file is the signature, where it is a container.
  static func of(_ check: SignerCheck, in path: String, _ part: String?) -> Diagnostic {
    let place = part.map { $0 + ": " } ?? ""
    let (severity, code, message, help): (Severity, String, Message, Message?) =
      switch check.state {
      case .trusted: (.note, "signature-valid", check.valid, nil)
      case .fitting: (.note, "signature-unchecked", check.fitting, .nameTrust)
      case .unchecked(let reason):
        (.note, "signature-unchecked", check.unchecked(reason), .elsewhere)
      case .other: (.error, "signature-other", .other, .ownSignature)
      case .broken(let reason): (.error, "signature-broken", check.invalid(reason), .signAgain)
      case .untrusted(let reason):
        (.error, "signature-untrusted", check.untrusted(reason), .signAgain)
      case .unknown(let reason):
        (.error, "signature-untrusted", check.untrusted(reason), .addCertificate)
      }
    return Diagnostic(
      severity, code: code, file: path,
      Message(uk: place + message.uk, en: place + message.en), help: help)
  }

  /// A file that is named as a signature and is none that is known here.
  static func unreadable(_ path: String, _ part: String?) -> Diagnostic {
    let place = part.map { $0 + ": " } ?? ""
    return Diagnostic(
      .warning, code: "signature-unreadable", file: path,
      Message(
        uk: place + "підпису тут не видно: це не CMS у DER, або його пошкоджено",
        en: place + "no signature is seen here: this is no CMS in DER, or it is damaged"),
      help: Message(
        uk: "покладіть файл підпису, як його зберегла програма підпису",
        en: "put the signature here as the signing program has saved it"))
  }

  /// A file that is named as a container and is none.
  static func unreadableContainer(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "signature-unreadable", file: path,
      Message(
        uk: "контейнера ASiC тут не видно: це не архів ZIP, або його пошкоджено",
        en: "no ASiC container is seen here: this is no ZIP archive, or it is damaged"),
      help: Message(
        uk: "покладіть контейнер, як його зберегла програма підпису",
        en: "put the container here as the signing program has saved it"))
  }

  /// What is wrong with a container.
  static func container(_ path: String, _ message: Message, _ severity: Severity = .error)
    -> Diagnostic
  {
    Diagnostic(
      severity, code: "signature-container", file: path,
      message,
      help: severity < .error
        ? Message(
          uk: "підпишіть контейнер програмою підпису, усі його документи",
          en: "sign the container with a signing program, all of its documents")
        : Message(
          uk: "візьміть контейнер таким, яким його зберегла програма підпису, або підпишіть ще раз",
          en: "take the container as the signing program has saved it, or sign again"))
  }

  /// A part of a container that is signed in a way that is not known here.
  static func unchecked(_ path: String, part: String, _ what: Message) -> Diagnostic {
    Diagnostic(
      .note, code: "signature-unchecked", file: path,
      Message(uk: "\(part): \(what.uk)", en: "\(part): \(what.en)"), help: .elsewhere)
  }

  /// A file of a certificates' folder that is neither certificate nor list.
  static func unusable(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning, code: "signature-trust", in: source, at: nil,
      Message(
        uk: "у теці довірених лежить не сертифікат і не список відкликаних (CRL)",
        en: "what lies in the folder of trusted certificates is neither one nor a list (CRL)"),
      help: Message(
        uk: "заберіть файл або покладіть сертифікат у PEM чи DER",
        en: "take the file away, or put a certificate in PEM or DER"))
  }
}

extension Message {
  fileprivate static let other = Message(
    uk: "підпис поставлено не на цей документ: сума, яку підписано, – інша",
    en: "the signature is not of this document: the digest that was signed is another")
  fileprivate static let ownSignature = Message(
    uk: "покладіть біля плану його власний підпис або той файл, який підписано",
    en: "put the plan's own signature beside it, or the file that was signed")
  fileprivate static let elsewhere = Message(
    uk: "перевірте його програмою або сервісом, що знає його алгоритм, як-от czo.gov.ua",
    en: "check it with a program or service that knows its algorithm, such as czo.gov.ua")
  fileprivate static let nameTrust = Message(
    uk: "щоб перевірити й сертифікат, назвіть теку довірених: --trust ТЕКА",
    en: "to check the certificate, too, name a folder of trusted ones: --trust DIR")
  fileprivate static let signAgain = Message(
    uk: "попросіть підписати документ ще раз, чинним сертифікатом",
    en: "ask for the document to be signed again, by a certificate that is valid")
  fileprivate static let addCertificate = Message(
    uk:
      "якщо надавачеві довіряєте, покладіть його сертифікат (і сертифікат підписувача, якщо його бракує) до теки --trust",
    en:
      "where you trust the authority, put its certificate (and the signer's, where that is missing) into the folder of --trust"
  )
}

extension SignerCheck {
  /// Who signed, by which algorithms, when.
  fileprivate func said(_ language: Language) -> String {
    var words = [subject, signer.algorithmName, signer.digestName].filter { !$0.isEmpty }
    if let time {
      let witnessed = witness.map {
        Message(uk: "за позначкою часу від «\($0)»", en: "by the time stamp of '\($0)'")
      }
      let claimed = Message(uk: "зі слів підписувача", en: "as the signer says")
      words.append("\(time.text) \((witnessed ?? claimed)[language])")
    } else {
      words.append(Message(uk: "без часу", en: "no time")[language])
    }
    return words.joined(separator: ", ")
  }

  fileprivate var valid: Message {
    let stamp = stampFault.map {
      Message(
        uk: "; позначку часу не взято до уваги: \($0.uk)", en: "; the time stamp is left: \($0.en)")
    }
    return Message(
      uk: "підпис дійсний: \(said(.uk)); підписано \(covered ?? ""); "
        + "сертифікат видав «\(issuer)», йому довірено; \(revoked.uk)\(stamp?.uk ?? "")",
      en: "the signature is valid: \(said(.en)); signed is \(covered ?? ""); "
        + "the certificate is by '\(issuer)', trusted; \(revoked.en)\(stamp?.en ?? "")")
  }

  private var revoked: Message {
    switch revocation {
    case .unknown:
      Message(
        uk: "чи не відкликано, не видно: пізнішого за підпис CRL немає",
        en: "whether it was revoked is not seen: there is no CRL later than the signature")
    case .clear(let day):
      Message(uk: "не відкликано (CRL \(day.text))", en: "not revoked (CRL of \(day.text))")
    case .revoked(let day):
      Message(
        uk: "відкликано пізніше за підпис, \(day.text)",
        en: "revoked later than the signature, \(day.text)")
    }
  }

  fileprivate var fitting: Message {
    Message(
      uk:
        "підпис відповідає файлу \(covered ?? "") (\(said(.uk))); чи довіряти сертифікату, не перевірено",
      en:
        "the signature fits \(covered ?? "") (\(said(.en))); whether its certificate is to be trusted is not checked"
    )
  }

  fileprivate func invalid(_ reason: Message) -> Message {
    Message(
      uk: "підпис недійсний: \(reason.uk) (\(said(.uk)))",
      en: "the signature is invalid: \(reason.en) (\(said(.en)))")
  }

  fileprivate func untrusted(_ reason: Message) -> Message {
    Message(
      uk: "підпису не довірено: \(reason.uk) (\(said(.uk)))",
      en: "the signature is not trusted: \(reason.en) (\(said(.en)))")
  }

  fileprivate func unchecked(_ reason: Message) -> Message {
    let document = covered.map { Message(uk: " на \($0)", en: " of \($0)") }
    return Message(
      uk: "підпис\(document?.uk ?? "") є (\(said(.uk))); його не перевірено: \(reason.uk)",
      en:
        "a signature\(document?.en ?? "") is there (\(said(.en))); it is not checked: \(reason.en)")
  }
}
