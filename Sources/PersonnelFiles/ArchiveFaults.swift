internal import Calendars
internal import Comparisons
internal import Contents
internal import Diagnostics
internal import Files
internal import Plans
internal import Schemas
internal import Signatures

/// What is wrong with plans for personnel files.
extension Diagnostic {
  static func unsigned(_ plan: PlanTree, asOf day: LocalDate) -> Diagnostic {
    let later = plan.signedOn.map { $0.formatted("dd.MM.yyyy") }
    return Diagnostic(
      .warning, code: "archive-unsigned", in: plan.source, at: nil,
      later.map {
        Message(
          uk: "план не взято: його підписано \($0), пізніше за день передання",
          en: "the plan is left: it was signed on \($0), after the day of the export")
      }
        ?? Message(
          uk: "план не взято: його підписали ще не всі",
          en: "the plan is left: not all who must have signed it"),
      help: Message(
        uk: "впишіть дати підписів; чийого підпису бракує, каже pysar status",
        en: "write down the days of the signatures; pysar status says whose are missing"))
  }

  static func namesake(_ path: String, _ name: String) -> Diagnostic {
    Diagnostic(
      code: "archive-namesake", file: path,
      Message(
        uk: "план не взято: не видно, чи це та сама людина, що й в інших планах – «\(name)»",
        en:
          "the plan is left: it does not show whether this is the same person as in other plans: '\(name)'"
      ),
      help: Message(
        uk: "додайте до планів ідентифікатор службовця (службовець: ідентифікатор: …)",
        en: "give the plans the servant's identifier (servant: id: …)"))
  }

  /// That a document goes back to a plan of another person.
  static func otherOwner(_ plan: PlanTree, _ servant: Servant, _ other: PlanOwner) -> Diagnostic {
    let own = PlanOwner(name: servant.name, id: servant.id)
    return Diagnostic(
      code: "archive-person", in: plan.source, at: nil,
      Message(
        uk:
          "план не взято: він про «\(own.words)», а посилається на план іншої особи – «\(other.words)»",
        en:
          "the plan is left: it is of '\(own.words)', and refers to a plan of another person, '\(other.words)'"
      ),
      help: Message(
        uk: "виправте ідентифікатор, ім’я або шлях до плану",
        en: "mend the identifier, the name, or the path of the plan"))
  }

  /// That a document has another name than the file of its identifier.
  static func stranger(_ plan: SignedPlan, _ name: String, known: Servant) -> Diagnostic {
    let id = plan.servant.id
    return Diagnostic(
      code: "archive-person", file: plan.path,
      Message(
        uk:
          "план не взято: справа\(id.map { " з ідентифікатором «\($0)»" } ?? "") – «\(known.name)», а тут «\(name)»",
        en:
          "the plan is left: the file\(id.map { " of the identifier '\($0)'" } ?? "") is that of '\(known.name)', and here is '\(name)'"
      ),
      help: id.map {
        Message(
          uk: "виправте ідентифікатор чи ім’я; якщо ім’я змінилося: --renamed \($0)",
          en: "mend the identifier or the name; where the name has changed: --renamed \($0)")
      }
        ?? Message(
          uk: "дайте службовцеві ідентифікатор: без нього змінене ім’я – інша людина",
          en: "give the servant an identifier: without one, a changed name is another person"))
  }

  static func several(_ source: SourceFile, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "archive-several", in: source, at: nil,
      Message(
        uk: "файл не взято: у ньому планів \(count), а до особової справи беруть файл одного",
        en: "the file is left: it has \(count) plans, and a personnel file takes a file of one"),
      help: Message(
        uk: "покладіть кожний план до окремого файлу", en: "put each plan into a file of its own"))
  }

  static func unsignedFile(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "signature-missing", file: path,
      Message(
        uk: "план не взято: біля нього немає файлу електронного підпису",
        en: "the plan is left: there is no file of a signature beside it"),
      help: Message(
        uk: "покладіть підпис поруч: \(SignatureFiles.stem(of: path)).yaml.p7s, .asice або .asics",
        en:
          "put the signature beside it: \(SignatureFiles.stem(of: path)).yaml.p7s, .asice or .asics"
      ))
  }

  static func differs(_ source: SourceFile, _ item: Inventory.Item, _ change: Message?)
    -> Diagnostic
  {
    let day = item.date.formatted("dd.MM.yyyy")
    let what =
      change
      ?? Message(
        uk: "зміст той самий, інші лише байти файлу", en: "it says the same, only its bytes differ")
    return Diagnostic(
      code: "archive-differs", in: source, at: nil,
      Message(
        uk: "«\(item.title)» від \(day) уже є у справі (№ \(item.number)), і не такий: \(what.uk)",
        en:
          "'\(item.title)' of \(day) is in the file already (No. \(item.number)), and not such: \(what.en)"
      ),
      help: Message(
        uk: "поверніть файл, яким його передано, або складіть переглянутий план: pysar revise",
        en: "put back the file as it was handed over, or write a revised plan: pysar revise"))
  }

  static func brokenParts(of folder: String, _ cause: SystemError) -> Diagnostic {
    Diagnostic(
      code: "archive-chain", file: folder,
      Message(
        uk: "справу не продовжено: її пакети не такі, якими їх складено (\(cause.reason.uk))",
        en: "the file is not gone on with: its bags are not as they were made (\(cause.reason.en))"),
      help: Message(
        uk: "перевірте справу: pysar archive verify \(folder)",
        en: "verify the file: pysar archive verify \(folder)"))
  }
}

/// What is wrong with the inventory of all files, or with files by it.
extension Diagnostic {
  /// That a file is gone, cannot be read, or is not what the inventory of all files says of it.
  static func unlike(_ line: FileLine, isThere: Bool, in archive: String) -> Diagnostic {
    .brokenChain(
      "\(archive)/\(line.folder)",
      isThere
        ? Message(
          uk: "справа не така, як в описі всіх справ: пакетів у ньому \(line.parts)",
          en: "the file is not as the inventory of all files has it: \(line.parts) bags there")
        : Message(
          uk: "справи, яка є в описі, немає або її не прочитати: \(line.name)",
          en: "a file of the inventory is gone or cannot be read: \(line.name)"))
  }

  /// That the inventory of all files is there, and cannot be read.
  static func unreadableInventory(in archive: String) -> Diagnostic {
    .inventory(
      "\(archive)/\(ArchiveName.inventories)",
      Message(
        uk: "опису всіх справ не прочитати", en: "the inventory of all files cannot be read"))
  }
}

extension PlanComparison {
  /// The first change, and how many there are besides; nil where there is none.
  var inWords: Message? {
    guard let first = changes.first else { return nil }
    func path(_ name: (Schema.Name) -> String) -> String {
      first.path.map { step in
        switch step {
        case .key(let key): name(key)
        case .item(let old, let new): String((new ?? old ?? 0) + 1)
        }
      }.joined(separator: "/")
    }
    func text(_ value: ContentValue?) -> String {
      if case .text(let text)? = value { "«\(text)»" } else { value == nil ? "–" : "…" }
    }
    let values = "\(text(first.old)) → \(text(first.new))"
    let rest = changes.count - 1
    return Message(
      uk: "\(path { $0.uk }): \(values)" + (rest > 0 ? "; ще змін: \(rest)" : ""),
      en: "\(path { $0.en }): \(values)" + (rest > 0 ? "; further changes: \(rest)" : ""))
  }
}
