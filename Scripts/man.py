#!/usr/bin/env python3
"""Scripts/man.py PYSAR uk|en: writes the manual page from what the program says of its commands.

Ukrainian sentences stand below the English ones: those of the program's help in Templates/help/commands.uk.txt, those of
the page alone in Scripts/man.uk.txt. One that is missing is an error, so that the page cannot fall behind the program.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

program, language = sys.argv[1:]
help_of = json.loads(subprocess.run(
    [program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout)
version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
here = Path(__file__).parent


def sentences(path):
    return dict(pair.split("\n", 1) for pair in path.read_text().strip().split("\n\n"))


page = sentences(here / "man.uk.txt")
ukrainian = sentences(here.parent / "Templates/help/commands.uk.txt") | page
used, missing = set(), []


def say(english):
    """The sentence in the language of the page."""
    if not english or language == "en":
        return english or ""
    used.add(english)
    if english not in ukrainian:
        missing.append(english)
    return ukrainian.get(english, english)


def text(words):
    """Words that roff prints as they are."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + words if words[:1] in (".", "'") else words


def shown_value(argument):
    return argument["valueName"].replace(" ", "-")


def signature(argument):
    """How an argument is written."""
    value = f"\\fI{text(shown_value(argument))}\\fR"
    if argument["kind"] == "positional":
        return value
    names = sorted(argument["names"], key=lambda name: len(name["name"]))
    written = ", ".join(
        "\\fB" + text(("-" if name["kind"] == "short" else "--") + name["name"]) + "\\fR" for name in names)
    return written if argument["kind"] == "flag" else f"{written} {value}"


def explain(argument):
    words = " ".join(say(argument.get(key)) for key in ("abstract", "discussion") if argument.get(key))
    default = argument.get("defaultValue")
    # How many processors there are is the machine's business, not the page's.
    if default and argument["valueName"] != "jobs":
        words += " " + say("Without it: {}.").format(default)
    return [".TP", signature(argument), text(words)]


def example(line):
    """A command, with what is said of it behind two spaces or more."""
    return re.sub(r"(?<=  )\S.*$", lambda remark: say(remark[0]), line) if "  " in line else line


def discuss(discussion):
    """A discussion: paragraphs, then examples under a heading of their own."""
    paragraphs = [part for part in (discussion or "").split("\n\n") if part]
    lines = []
    for part in paragraphs:
        if part.startswith("Examples:\n"):
            lines += [".PP", ".nf", ".RS 2"]
            lines += [text(example(line.strip())) for line in part.split("\n")[1:]]
            lines += [".RE", ".fi"]
        elif not part.startswith("Exit status: 0"):
            lines += [".PP", text(say(part.replace("\n", " ")))]
    return lines


def arguments(command):
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


shared = {"templates", "lang", "version", "help"}


def is_shared(argument):
    return argument["kind"] != "positional" and any(n["name"] in shared for n in argument["names"])


def usage(path, command):
    own = [a for a in arguments(command) if not is_shared(a)]
    words = ["\\fB" + text(" ".join(path)) + "\\fR"]
    if any(a["kind"] != "positional" for a in own):
        words.append("[" + text(say("options")) + "]")
    for argument in own:
        if argument["kind"] == "positional":
            value = signature(argument) + ("..." if argument["isRepeating"] else "")
            words.append(f"[{value}]" if argument["isOptional"] else value)
        elif not argument["isOptional"]:
            words.insert(2, signature(argument))
    return " ".join(words)


def leaves(path, command):
    """The commands that do something, with their whole names."""
    inner = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if not inner:
        return [(path, command)]
    return [leaf for c in inner for leaf in leaves(path + [c["commandName"]], c)]


root = help_of["command"]
commands = leaves(["pysar"], root)
out = [
    "'\\\" -*- coding: utf-8 -*-",
    '.\\" ' + ("Made by make docs; do not edit." if language == "en" else "Створено командою make docs; не редагуйте."),
    f'.TH PYSAR 1 "" "pysar {version}" "{say("User commands")}"',
    ".SH " + say("NAME"),
    "pysar \\- " + text(say(root["abstract"]).rstrip(".")),
    ".SH " + say("SYNOPSIS"),
]
for path, command in commands:
    out += [usage(path, command), ".br"]
out.pop()
out += [".SH " + say("DESCRIPTION")] + discuss(root["discussion"])[1:]
out += [".SH " + say("COMMANDS")]
for path, command in commands:
    out += [".SS " + text(" ".join(path)), text(say(command["abstract"]))]
    out += discuss(command.get("discussion"))
    for argument in arguments(command):
        if not is_shared(argument):
            out += explain(argument)
out += [".SH " + say("OPTIONS OF ALL COMMANDS")]
for argument in arguments(commands[0][1]):
    if is_shared(argument):
        out += explain(argument)
out += [".SH " + say("EXIT STATUS")]
for status, words in (
        ("0", "Everything is right."), ("1", "The plans have errors."),
        ("2", "The work could not be done: a file cannot be read or written, templates are broken."),
        ("64", "Wrong usage.")):
    out += [".TP", status, text(say(words))]
out += [".SH " + say("ENVIRONMENT"), ".TP", "\\fBNO_COLOR\\fR", text(say("No colour, where it is not empty."))]
out += [".SH " + say("FILES"), ".TP", "\\fI.pysarignore\\fR",
        text(say("In a folder of plans: files and folders that are passed by, a line each."))]
out += [".SH " + say("SEE ALSO"), text(say("The documentation that comes with the program: plan-language.md, checking.md, batch.md, nightly.md."))]

idle = set(page) - used if language == "uk" else set()
if missing or idle:
    sys.exit("The Ukrainian sentences\nlack:\n\n" + "\n\n".join(missing) + "\n\nhave for nothing:\n\n" + "\n".join(idle))
print("\n".join(out))
