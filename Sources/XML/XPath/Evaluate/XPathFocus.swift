/// What an expression is evaluated at: a node, which is number `position` of `size`.
struct XPathFocus {
  let node: XMLNode
  var position = 1
  var size = 1
}
