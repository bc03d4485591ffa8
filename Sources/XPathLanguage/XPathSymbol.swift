/// An operator or a mark of an expression: the symbols of XPath 1.0, section 3.7.
enum XPathSymbol: String {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case dot = "."
  case twoDots = ".."
  case at = "@"
  case comma = ","
  case axis = "::"
  case slash = "/"
  case twoSlashes = "//"
  case union = "|"
  case plus = "+"
  case minus = "-"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case star = "*"
  case and, or, div, mod

  /// The symbol that an expression goes on with, by its next two bytes, and how long it is.
  static func first(_ first: UInt8, _ second: UInt8) -> (symbol: XPathSymbol, length: Int)? {
    switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("/", "/"): (.twoSlashes, 2)
    case (":", ":"): (.axis, 2)
    case (".", "."): (.twoDots, 2)
    case ("!", "="): (.notEqual, 2)
    case ("<", "="): (.lessOrEqual, 2)
    case (">", "="): (.greaterOrEqual, 2)
    case ("(", _): (.openParenthesis, 1)
    case (")", _): (.closeParenthesis, 1)
    case ("[", _): (.openBracket, 1)
    case ("]", _): (.closeBracket, 1)
    case (".", _): (.dot, 1)
    case ("@", _): (.at, 1)
    case (",", _): (.comma, 1)
    case ("/", _): (.slash, 1)
    case ("|", _): (.union, 1)
    case ("+", _): (.plus, 1)
    case ("-", _): (.minus, 1)
    case ("=", _): (.equal, 1)
    case ("<", _): (.less, 1)
    case (">", _): (.greater, 1)
    case ("*", _): (.star, 1)
    default: nil
    }
  }

  /// The operator that a name is where an operator may stand.
  static func word(_ name: String) -> XPathSymbol? {
    switch name {
    case "and": .and
    case "or": .or
    case "div": .div
    case "mod": .mod
    default: nil
    }
  }

  /// The operation that the symbol stands for between two operands, and how strongly it binds them,
  /// from 0.
  var operation: (operation: XPathSyntax.Operator, strength: Int)? {
    switch self {
    case .or: (.or, 0)
    case .and: (.and, 1)
    case .equal: (.equal, 2)
    case .notEqual: (.notEqual, 2)
    case .less: (.less, 3)
    case .lessOrEqual: (.lessOrEqual, 3)
    case .greater: (.greater, 3)
    case .greaterOrEqual: (.greaterOrEqual, 3)
    case .plus: (.plus, 4)
    case .minus: (.minus, 4)
    case .star: (.times, 5)
    case .div: (.div, 5)
    case .mod: (.mod, 5)
    default: nil
    }
  }
}
