/// What the same keys give in the other layout of the keyboard, in small letters: `hsr` is «рік».
package func inOtherLayout(_ text: String) -> String {
  String(text.lowercased().map { layouts[$0] ?? $0 })
}

private let layouts = Dictionary(
  uniqueKeysWithValues: zip("qwertyuiop[]asdfghjkl;'zxcvbnm,.", "йцукенгшщзхїфівапролджєячсмитьбю")
    .flatMap { [($0, $1), ($1, $0)] })
