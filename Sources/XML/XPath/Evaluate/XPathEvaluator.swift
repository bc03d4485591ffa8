internal import CLibXML2
internal import Diagnostics
package import XPathLanguage

/// Runs expressions on trees, on one task: the most common ones by itself, the rest by libxml2.
///
/// A step down or up, an attribute, a count, a comparison cost tens of nanoseconds here and a
/// microsecond in libxml2, which sets up a stack and copies every name; all else is left to it.
@safe package final class XPathEvaluator {
  let functions: [String: XPathFunction]
  /// Those of two texts, each made once: what it remembers of texts, all its calls know.
  private let ofTexts: [String: (Span<UInt8>, Span<UInt8>) -> XPathValue]
  private let types: XPathTypes
  /// What was made of the literals of text functions, by call.
  fileprivate var textCalls: [XPathTextCall.Key: XPathTextCall.Evaluation] = [:]
  /// What is known of the tree that is being rendered.
  fileprivate let answers = TreeAnswers()
  /// The literals that were made ready.
  private var calls: XPathTextCalls
  private let context: UnsafeMutablePointer<xmlXPathContext>
  /// The node that libxml2 evaluates an expression at, while it does: `current()`.
  var current: UnsafeMutablePointer<xmlNode>?
  /// Whether an expression could not be evaluated since this was last set to false: it took more
  /// steps than ``stepLimit``. Its value is then the empty string.
  package var hasFailed: Bool {
    get { answers.hasFailed }
    set { answers.hasFailed = newValue }
  }
  /// Whether an expression could not be evaluated, or no more steps may be taken.
  package var isExhausted: Bool { hasFailed || answers.stepsLeft < 0 }
  /// Is asked now and then whether to give up; from then on nothing more is evaluated.
  package var isStopped: @Sendable () -> Bool = { false }
  /// How many steps one expression may take: a tenth of a second's worth of libxml2's.
  static let stepLimit = 2_000_000

  /// Makes an evaluator whose expressions may call these functions.
  ///
  /// - Parameter calls: the literals that were made ready when expressions were checked.
  package init(functions: [XPathFunction], calls: XPathTextCalls = XPathTextCalls()) {
    self.calls = calls
    types = XPathTypes(functions)
    self.functions = Dictionary(functions.map { ($0.name, $0) }) { $1 }
    ofTexts = self.functions.compactMapValues {
      if case .texts(let make) = $0.evaluation { make() } else { nil }
    }
    // Else two tasks that begin with libxml2 at a time may wait for each other forever.
    xmlInitParser()
    guard let context = unsafe xmlXPathNewContext(nil) else {
      preconditionFailure("libxml2 has no memory for an XPath context")
    }
    unsafe self.context = unsafe context
    unsafe xmlXPathContextSetCache(context, 1, -1, 0)
    // What fails shows in the value; libxml2 would also tell it to standard error.
    unsafe context.pointee.error = { _, _ in }
    for name in self.functions.keys {
      unsafe xmlXPathRegisterFunc(context, name, xpathCallback)
    }
    unsafe xmlXPathRegisterFunc(context, "current", currentCallback)
  }

  deinit { unsafe xmlXPathFreeContext(context) }

  /// Makes an expression ready to run.
  ///
  /// - Throws: why libxml2 refuses it; what ``XPathChecker`` passes, it does not refuse.
  package func compile(_ expression: XPathExpression) throws(XPathFault) -> XPath {
    try prepareTextCalls(in: expression.syntax)
    if let part = try part(of: expression.syntax) { return XPath(part) }
    return XPath(try compiled(expression.resolved))
  }

  /// What runs an expression: its alternatives and conditions each by themselves, so that one that
  /// is left to libxml2 is only asked where the others leave it open. Nil where all is left to it.
  private func part(of syntax: XPathSyntax) throws(XPathFault) -> XPathPart? {
    if let direct = compileDirectly(syntax) { return direct.part }
    switch syntax {
    case .binary(.or, let left, let right):
      guard let left = try side(left), let right = try side(right) else { return nil }
      return XPathOr(left, right)
    case .binary(.and, let left, let right):
      guard let left = try side(left), let right = try side(right) else { return nil }
      return XPathAnd(left, right)
    case .function("not", let arguments, _) where arguments.count == 1:
      return try side(arguments[0]).map { XPathNot($0) }
    default: return nil
    }
  }

  private func side(_ syntax: XPathSyntax) throws(XPathFault) -> XPathPart? {
    if let part = try part(of: syntax) { return part }
    guard let source = syntax.source else { return nil }
    return try compiled(source)
  }

  /// Makes a part of a compiled expression ready to run; nil where it is left to libxml2.
  package func compileDirectly(_ part: XPathSyntax) -> XPath? {
    XPathPartBuilder(
      functions: functions, ofTexts: ofTexts, textCalls: textCalls, answers: answers, types: types
    ).part(part).map { XPath($0) }
  }

  /// Makes an expression ready to be run by libxml2, however simple it is; tests compare the two.
  package func compileWithLibxml2(_ expression: XPathExpression) throws(XPathFault) -> XPath {
    try prepareTextCalls(in: expression.syntax)
    return XPath(try compiled(expression.resolved))
  }

  private func compiled(_ source: String) throws(XPathFault) -> XPathPart {
    guard let compiled = unsafe xmlXPathCtxtCompile(context, source) else {
      throw XPathFault(
        problem: Message(
          uk: "libxml2 не приймає цього виразу", en: "libxml2 does not take this expression"),
        offset: 0, length: source.unicodeScalars.count)
    }
    return unsafe CompiledXPath(compiled, self)
  }

  private func prepareTextCalls(in syntax: XPathSyntax) throws(XPathFault) {
    try syntax.forEachCall { name, arguments throws(XPathFault) in
      guard let function = functions[name],
        let call = XPathTextCall(function, arguments), textCalls[call.key] == nil
      else { return }
      textCalls[call.key] = XPathTextCall.Evaluation(evaluate: try calls.maker(of: call).make())
    }
  }

  /// Begins to evaluate expressions on one tree, which stays as it is until ``endTree()``: what they
  /// find out is remembered, and they may take so many steps altogether.
  package func beginTree(steps: Int) {
    pysarBeSilent()
    hasFailed = false
    answers.begin(steps: steps)
  }

  /// Allows so many steps, whatever was taken before.
  package func allow(steps: Int) { answers.allow(steps) }

  /// Forgets the tree.
  package func endTree() { answers.end() }

  /// The part that an expression is run by, which may take so many steps from here on.
  @inline(__always) private func begin(_ xpath: XPath) -> XPathPart {
    answers.untilAsked &-= 1
    if answers.untilAsked < 0 {
      answers.untilAsked = 16
      if isStopped() { answers.stop() }
    }
    answers.beginExpression(Self.stepLimit)
    return xpath.part
  }

  /// The value of an expression at a node, which is number `position` of `size`.
  package func value(_ xpath: XPath, at node: XMLNode, position: Int = 1, size: Int = 1)
    -> XPathValue
  {
    begin(xpath).value(at: XPathFocus(node: node, position: position, size: size))
  }

  /// The string value of an expression.
  package func string(_ xpath: XPath, at node: XMLNode, position: Int = 1, size: Int = 1)
    -> String
  {
    begin(xpath).string(at: XPathFocus(node: node, position: position, size: size))
  }

  /// Appends the string value of an expression, in UTF-8.
  package func append(
    _ xpath: XPath, to text: inout [UInt8], at node: XMLNode, position: Int = 1, size: Int = 1
  ) {
    begin(xpath).append(to: &text, at: XPathFocus(node: node, position: position, size: size))
  }

  /// Whether an expression is true at a node.
  package func boolean(_ xpath: XPath, at node: XMLNode, position: Int = 1, size: Int = 1) -> Bool {
    begin(xpath).boolean(at: XPathFocus(node: node, position: position, size: size))
  }

  /// The nodes that an expression selects; none where its value is of another type.
  package func nodes(_ xpath: XPath, at node: XMLNode, position: Int = 1, size: Int = 1)
    -> [XMLNode]
  {
    begin(xpath).nodes(at: XPathFocus(node: node, position: position, size: size))
  }

  /// The first node that an expression selects at a node.
  package func first(_ xpath: XPath, at node: XMLNode) -> XMLNode? {
    begin(xpath).first(at: XPathFocus(node: node))
  }

  func value(_ compiled: CompiledXPath, at focus: XPathFocus) -> XPathValue {
    let node = focus.node
    unsafe context.pointee.doc = unsafe node.pointer.pointee.doc
    unsafe context.pointee.node = unsafe node.pointer
    unsafe context.pointee.proximityPosition = Int32(focus.position)
    unsafe context.pointee.contextSize = Int32(focus.size)
    unsafe context.pointee.opLimit = UInt(Self.stepLimit)
    unsafe context.pointee.opCount = 0
    unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe current = unsafe node.pointer
    defer {
      unsafe current = nil
      unsafe context.pointee.doc = nil
      unsafe context.pointee.node = nil
      unsafe context.pointee.userData = nil
    }
    let object = unsafe withExtendedLifetime(self) {
      unsafe xmlXPathCompiledEval(compiled.pointer, context)
    }
    answers.take(Int(clamping: unsafe context.pointee.opCount))
    guard let object = unsafe object else {
      hasFailed = true
      return .string("")
    }
    defer { unsafe xmlXPathFreeObject(object) }
    return unsafe XPathValue(object)
  }
}

extension XPathEvaluator {
  /// The value of a call; nil where it has literals that no compiled expression has.
  func value(of function: XPathFunction, _ arguments: [XPathValue]) -> XPathValue? {
    switch function.evaluation {
    case .values(let make): return make()(arguments)
    case .number:
      guard case .nodes(let nodes) = arguments[0], let node = nodes.first else {
        return .number(.nan)
      }
      return .number(Double(answers.number(of: node)))
    case .order:
      guard let node = arguments[0].first, let other = arguments[1].first else {
        return .boolean(false)
      }
      return .boolean(answers.precedes(node, other))
    case .texts:
      return ofTexts[function.name].map { evaluate in
        arguments[0].withText { text in arguments[1].withText { evaluate(text, $0) } }
      }
    case .text:
      let key = XPathTextCall.Key(
        name: function.name, literals: arguments.dropFirst().map(\.string))
      return textCalls[key].map { arguments[0].withText($0.evaluate) }
    }
  }
}

/// An expression ready to run in the evaluator that made it.
package struct XPath {
  let part: XPathPart

  init(_ part: XPathPart) { self.part = part }

  /// Whether Pysar runs it by itself.
  package var isDirect: Bool { !(part is CompiledXPath) }
}
