package import Diagnostics
internal import XPathLanguage

/// A call of a function that takes a text and, behind it, literals: `matches(., '\d+')`.
struct XPathTextCall {
  /// What a call makes of a text, lent in UTF-8.
  struct Evaluation {
    let evaluate: (Span<UInt8>) -> XPathValue
  }

  /// Makes such an evaluation, with a state of its own, for one evaluator.
  struct Maker: Sendable {
    /// What was made of the literals.
    let subject: any Sendable
    let make: @Sendable () -> (Span<UInt8>) -> XPathValue
  }

  /// What tells calls apart that are made ready in different ways.
  struct Key: Hashable {
    let name: String
    let literals: [String]

    init(name: String, literals: [String]) {
      self.name = name
      self.literals = literals
    }

    /// Literals are long and of many scripts; their lengths tell most of them apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      for literal in literals { hasher.combine(literal.utf8.count) }
    }

    /// The key of a call; nil where an argument behind the first one is no literal.
    init?(_ name: String, _ arguments: [XPathSyntax]) {
      var literals: [String] = []
      for argument in arguments.dropFirst() {
        guard case .literal(let text, _) = argument else { return nil }
        literals.append(text)
      }
      self.init(name: name, literals: literals)
    }
  }

  let key: Key
  private let places: [XPathPlace]
  private let prepareLiterals: @Sendable ([String]) throws(XPathLiteralFault) -> Maker

  /// Takes a call; nil where the function is of another sort, or cannot be called so.
  init?(_ function: XPathFunction, _ arguments: [XPathSyntax]) {
    guard case .text(let prepare) = function.evaluation,
      function.signature.arity.contains(arguments.count)
    else {
      return nil
    }
    guard let key = Key(function.name, arguments) else { return nil }
    self.key = key
    prepareLiterals = prepare
    places = arguments.compactMap { argument in
      if case .literal(_, let place) = argument { place } else { nil }
    }.suffix(key.literals.count)
  }

  /// Makes the literals ready.
  ///
  /// - Throws: what is wrong with one of them, at its place in the expression.
  func prepare() throws(XPathFault) -> Maker {
    do throws(XPathLiteralFault) {
      return try prepareLiterals(key.literals)
    } catch {
      throw XPathFault(
        problem: error.problem, offset: places[error.literal].offset + 1 + error.offset,
        length: error.length)
    }
  }
}

/// The literals in calls of text functions, each made ready once, for any number of evaluators.
package struct XPathTextCalls: Sendable {
  private var makers: [XPathTextCall.Key: XPathTextCall.Maker] = [:]

  /// No call yet.
  package init() {}

  /// What was made of the literals of a call; nil where no expression that was checked has it.
  package func subject(ofCall name: String, literals: [String]) -> (any Sendable)? {
    makers[XPathTextCall.Key(name: name, literals: literals)]?.subject
  }

  /// What makes the evaluation of a call; its literals are made ready unless they are.
  ///
  /// - Throws: what is wrong with one of them.
  mutating func maker(of call: XPathTextCall) throws(XPathFault) -> XPathTextCall.Maker {
    if let known = makers[call.key] { return known }
    let maker = try call.prepare()
    makers[call.key] = maker
    return maker
  }
}

/// What is wrong with a literal that a function takes behind a text.
package struct XPathLiteralFault: Error, Sendable, Equatable {
  /// Which of the literals it is, from 0.
  package let literal: Int
  /// The reason in both languages.
  package let problem: Message
  /// Where it stands within the literal, in Unicode scalars from 0.
  package let offset: Int
  /// How long it is, in Unicode scalars.
  package let length: Int

  /// Makes a fault.
  package init(literal: Int, problem: Message, offset: Int, length: Int) {
    self.literal = literal
    self.problem = problem
    self.offset = offset
    self.length = length
  }
}
