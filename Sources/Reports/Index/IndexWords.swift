import Diagnostics
internal import Schemas

/// The words of the index, in the language of its reader.
struct IndexWords {
  let language: Language

  /// The words of a message.
  func callAsFunction(_ uk: String, _ en: String) -> String { language == .uk ? uk : en }

  /// What the index is called.
  var title: String { self("Складені документи", "Documents built") }

  /// How far a plan has come.
  func state(_ state: PlanOutcome.State) -> String { state.words[language] }

  /// Why a former file does not show its plan as it is.
  func staleness(_ state: PlanOutcome.State) -> String {
    switch state {
    case .built:
      self(
        "з плану цього більше не складають (вилучить --prune)",
        "no longer made of the plan (--prune removes it)")
    case .faulty: self("план тепер з помилками", "the plan has errors now")
    case .unsigned: self("план тепер не підписано", "the plan is not signed now")
    case .failed: self("план не вдалося обробити", "the plan could not be processed")
    case .gone: self("плану вже немає (вилучить --prune)", "the plan is gone (--prune removes it)")
    }
  }

  /// What a finding is.
  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: self("помилка", "error")
    case .warning: self("попередження", "warning")
    case .note: self("примітка", "note")
    }
  }

  /// What is counted before a number of findings.
  func severities(_ severity: Severity) -> String {
    switch severity {
    case .error: self("помилок", "errors")
    case .warning: self("попереджень", "warnings")
    case .note: self("приміток", "notes")
    }
  }

  /// A number with its thousands apart: `165 000`, in English `165,000`.
  func grouped(_ number: Int) -> String {
    number.grouped(language, gap: "\u{A0}")
  }

  /// The heads of the columns of a table of plans.
  var planColumns: [String] {
    [
      self("План", "Plan"), self("Підрозділ", "Unit"), self("Вид", "Kind"),
      self("Стан", "State"), self("Документи", "Documents"), self("Зауваження", "Findings"),
    ]
  }
}
