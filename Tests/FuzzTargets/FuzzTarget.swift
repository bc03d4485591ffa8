/// A sort of file that Pysar reads from outside.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case plan, xml, schema, form, style, rule, act, calendar, manifest, baseline, state, signature,
    container
}
