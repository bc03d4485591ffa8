internal import Diagnostics
internal import XPathLanguage

/// The types of expressions, by the signatures of the functions in them.
struct XPathTypes: Sendable {
  /// The signatures of all functions, by name.
  let signatures: [String: XPathSignature]

  init(_ functions: [XPathFunction]) {
    signatures = XPathSignature.core.merging(functions.map { ($0.name, $0.signature) }) { $1 }
  }

  /// The type of an expression; nil where it calls a function that there is not.
  func type(of syntax: XPathSyntax) -> XPathType? {
    switch syntax {
    case .number, .negate: .number
    case .literal: .text
    case .path, .filter, .binary(.union, _, _): .nodes
    case .function(let name, _, _): signatures[name]?.result
    case .binary(let operation, _, _):
      switch operation {
      case .plus, .minus, .times, .div, .mod: .number
      default: .boolean
      }
    }
  }

  /// Whether an expression may give nodes.
  func mayBeNodes(_ syntax: XPathSyntax) -> Bool { type(of: syntax).map { $0 == .nodes } ?? true }

  /// What is wrong with an argument; nil where it may stand there.
  func fault(of argument: XPathSyntax, in name: String, for parameter: XPathSignature.Parameter)
    -> XPathFault?
  {
    guard let type = type(of: argument), !parameter.takes(argument, type) else { return nil }
    let (wanted, help) = parameter.words
    let given = argument.isLiteral ? Self.literalName : type.name
    return XPathFault(
      problem: Message(
        uk: "функція «\(name)» бере тут \(wanted.uk), а це \(given.uk)",
        en: "the function '\(name)' takes \(wanted.en) here, and this is \(given.en)"),
      help: help, offset: argument.place.offset, length: argument.place.length)
  }

  private static let literalName = Message(uk: "рядок у лапках", en: "a quoted string")
}

extension XPathSignature.Parameter {
  fileprivate func takes(_ argument: XPathSyntax, _ type: XPathType) -> Bool {
    switch self {
    case .any: true
    case .nodes: type == .nodes
    case .literal: argument.isLiteral
    case .text: type != .boolean
    case .number:
      if case .literal(let text, _) = argument {
        !XPathValue.string(text).number.isNaN
      } else {
        type != .boolean
      }
    }
  }

  /// What is taken, and how to give it.
  fileprivate var words: (wanted: Message, help: Message) {
    switch self {
    case .nodes:
      (
        Message(uk: "вузли", en: "nodes"),
        Message(
          uk: "дайте шлях до елементів чи атрибутів: tasks/task, //executor, @to",
          en: "give a path to elements or attributes: tasks/task, //executor, @to")
      )
    case .literal:
      (
        Message(uk: "лише рядок у лапках або $назву шаблону", en: "only a quoted string or $name"),
        Message(
          uk: "запишіть його в лапках, бо шаблони читаються разом із правилом",
          en: "write it in quotation marks, since patterns are read with the rule")
      )
    case .number:
      (
        Message(uk: "число", en: "a number"),
        Message(
          uk: "дайте число або шлях до нього: 2, count(tasks/task), year",
          en: "give a number or a path to one: 2, count(tasks/task), year")
      )
    case .text, .any:
      (
        Message(uk: "текст", en: "a text"),
        Message(
          uk: "дайте шлях до тексту, рядок у лапках або функцію, що дає текст",
          en: "give a path to a text, a quoted string, or a function that gives a text")
      )
    }
  }
}

extension XPathSyntax {
  fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }
}
