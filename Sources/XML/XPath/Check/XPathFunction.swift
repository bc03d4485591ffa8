import Bytes
package import XPathLanguage

/// A function that expressions may call beside those of XPath 1.0.
package struct XPathFunction: Sendable {
  /// Its name.
  package let name: String
  /// What it takes and gives.
  package let signature: XPathSignature
  /// How a call is evaluated.
  let evaluation: Evaluation

  enum Evaluation: Sendable {
    /// Of the values of all arguments; what it is made of may keep a state, for one evaluator.
    case values(@Sendable () -> ([XPathValue]) -> XPathValue)
    /// Of two texts.
    case texts(@Sendable () -> (Span<UInt8>, Span<UInt8>) -> XPathValue)
    /// Of the first node: its number among its siblings of the same name.
    case number
    /// Of the first nodes of two: whether the one stands before the other.
    case order
    /// Of a text, by what was made of the literals behind it; see ``XPathTextCall``.
    case text(@Sendable ([String]) throws(XPathLiteralFault) -> XPathTextCall.Maker)
  }

  /// Makes a function of any values, perhaps of more as the last. Nodes must not be kept.
  package init(
    _ name: String, of parameters: [XPathSignature.Parameter], repeatsLast: Bool = false,
    gives result: XPathType, evaluate: @escaping @Sendable ([XPathValue]) -> XPathValue
  ) {
    self.init(name, of: parameters, repeatsLast: repeatsLast, gives: result, making: { evaluate })
  }

  /// Makes a function of any values that keeps a state of its own at each place where it is called.
  /// Absolute paths among its arguments give the same array as long as the tree is the same.
  package init(
    _ name: String, of parameters: [XPathSignature.Parameter], repeatsLast: Bool = false,
    gives result: XPathType, making make: @escaping @Sendable () -> ([XPathValue]) -> XPathValue
  ) {
    self.name = name
    signature = XPathSignature(parameters, repeatsLast: repeatsLast, gives: result)
    evaluation = .values(make)
  }

  /// Makes the function that numbers a node among its siblings.
  private init(numbering name: String) {
    self.name = name
    signature = XPathSignature([.nodes], gives: .number)
    evaluation = .number
  }

  /// Makes the function that compares the places of two nodes in the document.
  package init(comparing name: String) {
    self.name = name
    signature = XPathSignature([.nodes, .nodes], gives: .boolean)
    evaluation = .order
  }

  /// Makes a function of one text. The text is lent as UTF-8 and never copied.
  package init(
    _ name: String, gives result: XPathType,
    ofText evaluate: @escaping @Sendable (Span<UInt8>) -> XPathValue
  ) {
    self.init(
      name, literals: 0...0, gives: result, prepare: { _ throws(XPathLiteralFault) in 0 },
      make: { _ in evaluate })
  }

  /// Makes a function of two texts. They are lent as UTF-8 and never copied.
  package init(
    _ name: String, gives result: XPathType,
    ofTexts evaluate: @escaping @Sendable (Span<UInt8>, Span<UInt8>) -> XPathValue
  ) {
    self.init(name, gives: result, makingOfTexts: { evaluate })
  }

  /// Makes a function of two texts, made once for each evaluator: it may keep a state of its own.
  package init(
    _ name: String, gives result: XPathType,
    makingOfTexts make: @escaping @Sendable () -> (Span<UInt8>, Span<UInt8>) -> XPathValue
  ) {
    self.name = name
    signature = XPathSignature([.text, .text], gives: result)
    evaluation = .texts(make)
  }

  /// Makes a function of one text and, behind it, so many literals.
  ///
  /// - Parameters:
  ///   - prepare: makes literals ready, once for all evaluators.
  ///   - make: makes of that, once for each evaluator, what may keep a state of its own.
  package init<Subject: Sendable>(
    _ name: String, literals: ClosedRange<Int>, gives result: XPathType,
    prepare: @escaping @Sendable ([String]) throws(XPathLiteralFault) -> Subject,
    make: @escaping @Sendable (Subject) -> (Span<UInt8>) -> XPathValue
  ) {
    self.name = name
    signature = XPathSignature(
      [.text] + Array(repeating: .literal, count: literals.upperBound),
      optional: literals.count - 1, gives: result)
    evaluation = .text { literals throws(XPathLiteralFault) in
      let subject = try prepare(literals)
      return XPathTextCall.Maker(subject: subject) { make(subject) }
    }
  }

  /// The functions on texts and nodes that every form and rule may use: `upper-case`, `lower-case`,
  /// `capitalize` and `ordinal`, the place of a node among its siblings of the same name, from 1.
  package static let standard = [
    XPathFunction("upper-case", of: [.text], gives: .text) { .string($0[0].string.uppercased()) },
    XPathFunction("lower-case", gives: .text, ofText: { .string($0.lowercased()) }),
    XPathFunction("capitalize", of: [.text], gives: .text) {
      let text = $0[0].string
      return .string(text.prefix(1).uppercased() + text.dropFirst())
    },
    XPathFunction(numbering: "ordinal"),
  ]
}
