internal import CLibXML2
internal import XPathLanguage

/// An expression that libxml2 compiled and runs, for the evaluator that owns it.
@safe final class CompiledXPath: XPathPart {
  let pointer: OpaquePointer
  private unowned let evaluator: XPathEvaluator

  init(_ pointer: OpaquePointer, _ evaluator: XPathEvaluator) {
    unsafe self.pointer = unsafe pointer
    self.evaluator = evaluator
  }

  deinit { unsafe xmlXPathFreeCompExpr(pointer) }

  override func value(at focus: XPathFocus) -> XPathValue { evaluator.value(self, at: focus) }
}

extension XPathValue {
  init(_ object: UnsafeMutablePointer<xmlXPathObject>) {
    switch unsafe object.pointee.type {
    case XPATH_STRING:
      self = .string(unsafe object.pointee.stringval.map { unsafe String(cString: $0) } ?? "")
    case XPATH_NUMBER: self = .number(unsafe object.pointee.floatval)
    case XPATH_BOOLEAN: self = .boolean(unsafe object.pointee.boolval != 0)
    case XPATH_NODESET:
      guard let set = unsafe object.pointee.nodesetval else {
        self = .nodes([])
        return
      }
      unsafe xmlXPathNodeSetSort(set)
      self = .nodes(
        unsafe UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr))
          .compactMap { unsafe $0.map { unsafe XMLNode($0) } })
    default: self = .string("")
    }
  }
}

/// Gives `current()`, the node that the whole expression is evaluated at.
func currentCallback(_ call: UnsafeMutablePointer<xmlXPathParserContext>?, _ count: Int32) {
  guard let call = unsafe call, let owner = unsafe call.pointee.context?.pointee.userData
  else { return }
  let evaluator = unsafe Unmanaged<XPathEvaluator>.fromOpaque(owner).takeUnretainedValue()
  unsafe valuePush(call, xmlXPathNewNodeSet(evaluator.current))
}

/// Calls the Swift function that an expression named; libxml2 knows only this one callback.
func xpathCallback(_ call: UnsafeMutablePointer<xmlXPathParserContext>?, _ count: Int32) {
  guard let call = unsafe call, let context = unsafe call.pointee.context,
    let owner = unsafe context.pointee.userData, let name = unsafe context.pointee.function
  else { return }
  let evaluator = unsafe Unmanaged<XPathEvaluator>.fromOpaque(owner).takeUnretainedValue()
  var arguments: [XPathValue] = []
  var objects: [UnsafeMutablePointer<xmlXPathObject>] = unsafe []
  for _ in 0..<count {
    guard let object = unsafe valuePop(call) else { continue }
    unsafe objects.append(object)
    arguments.insert(unsafe XPathValue(object), at: 0)
  }
  defer { unsafe objects.forEach { unsafe xmlXPathFreeObject($0) } }
  guard let function = unsafe evaluator.functions[String(cString: name)],
    function.signature.arity.contains(arguments.count)
  else {
    unsafe xmlXPathErr(call, Int32(XPATH_INVALID_ARITY.rawValue))
    return
  }
  guard let value = evaluator.value(of: function, arguments) else {
    unsafe xmlXPathErr(call, Int32(XPATH_EXPR_ERROR.rawValue))
    return
  }
  switch value {
  case .string(let text): unsafe valuePush(call, xmlXPathNewCString(text))
  case .number(let number): unsafe valuePush(call, xmlXPathNewFloat(number))
  case .boolean(let flag): unsafe valuePush(call, xmlXPathNewBoolean(flag ? 1 : 0))
  case .nodes(let nodes):
    let set = unsafe xmlXPathNewNodeSet(nil)
    for node in nodes { unsafe xmlXPathNodeSetAdd(set?.pointee.nodesetval, node.pointer) }
    unsafe valuePush(call, set)
  }
}
