import Diagnostics
import Documents
import Forms
import Plans

let folders = TemplateFolders(["Templates"])
let kinds = KindLibrary(folders: folders)
let args = CommandLine.arguments
let source = try SourceFile(at: args[1])
for plan in PlanReader(kinds: kinds).read(source) {
  print(TextReporter().report(plan.diagnostics), terminator: "")
  guard let value = plan.value else { continue }
  if args[2] == "xml" { print(String(decoding: value.canonicalXML(), as: UTF8.self), terminator: ""); continue }
  if args[2] == "dump" { print(value.dump(), terminator: ""); continue }
  guard let form = FormReader(folders: folders).read(args.count > 3 ? args[3] : "form", of: value.kind) else { continue }
  print(TextReporter().report(form.diagnostics), terminator: "")
  guard let form = form.value else { continue }
  let document = FormRenderer(form).render(value)
  if args[2] == "html" { print(String(decoding: HTMLWriter().write(document), as: UTF8.self), terminator: "") }
  if args[2] == "txt" { print(String(decoding: TextWriter().write(document), as: UTF8.self), terminator: "") }
}
