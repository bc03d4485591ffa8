internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import XML
internal import YAML

extension PlanBuilder {
  /// The canonical text of a scalar of a type, or nil after saying what is wrong with it.
  mutating func readScalar(
    _ form: SchemaType.Form, _ event: YAMLEvent, _ events: inout PlanEvents
  ) throws(Stop) -> CanonicalText? {
    guard event.kind == .scalar else {
      try reportWrongType(form, event, &events)
      return nil
    }
    if event.style == .doubleQuoted,
      let scalar = SourceText.forbidden(in: document.texts.span.extracting(event.text))
    {
      append(ReadFaults.forbiddenCharacter(scalar, in: source, at: event.range))
      return nil
    }
    if case .text = form {
      let before = diagnostics.count
      warnOfCut(event, isText: true)
      if InnerTab.place(in: document.texts.span.extracting(event.text)) != nil,
        event.style != .doubleQuoted || source.line(Int(event.range.start.line)).contains("\t")
      {
        warn("tab-in-text", at: event.range, InnerTab.message, help: InnerTab.help)
      }
      if diagnostics.count == before { warnOfQuote(event) }
    } else {
      warnOfCut(event)
    }
    do throws(ScalarFault) {
      return try form.read(document.texts.span.extracting(trimmedText(of: event)))
    } catch {
      report(error, form, event)
      return nil
    }
  }

  /// Puts the text of a scalar into an element.
  func put(_ text: CanonicalText, of event: YAMLEvent, into element: XMLNode) {
    switch text {
    case .written:
      element.append(text: document.texts.span.extracting(trimmedText(of: event)))
    case .spelt(let bytes): element.append(text: bytes.span)
    }
  }

  /// Puts the text of a scalar into an attribute.
  func put(_ text: CanonicalText, of event: YAMLEvent, into name: XMLName, of element: XMLNode) {
    switch text {
    case .written:
      element.setAttribute(name, document.texts.span.extracting(trimmedText(of: event)))
    case .spelt(let bytes): element.setAttribute(name, bytes.span)
    }
  }

  /// The place of a scalar's text among the document's texts, without white space at its ends.
  func trimmedText(of event: YAMLEvent) -> Range<Int> {
    let start = event.text.lowerBound
    let trimmed = document.texts.span.extracting(event.text).trimmedIndices
    return start + trimmed.lowerBound..<start + trimmed.upperBound
  }

  /// Whether a value says nothing.
  func isBlank(_ event: YAMLEvent) -> Bool {
    guard event.kind == .scalar else { return false }
    let text = document.texts.span.extracting(event.text)
    return text.isBlank || event.style == .plain && text.isNull
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    guard let range = diagnostic.range else { return }
    report(diagnostic.code, at: range, diagnostic.message, help: diagnostic.help)
  }
}
