import Diagnostics
import Plans

extension PlanTree {
  /// What is said of a plan without a seal where every plan must have one.
  var unsealed: Diagnostic {
    Diagnostic(
      code: "unsealed", in: source, at: range(of: root).firstCharacter,
      Message(
        uk: "план не скріплено контрольною сумою, а беруть лише скріплені (--require-seal)",
        en: "the plan is not sealed, and only sealed ones are taken (--require-seal)"),
      help: Message(
        uk: "скріпіть його, коли всі підписали: pysar seal",
        en: "seal it when everyone has signed: pysar seal"))
  }
}
