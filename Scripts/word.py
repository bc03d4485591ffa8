"""Scripts/word.py PYSAR FOLDER…: holds the files of Word of every plan and blank form against other people's tools.

- each is sound for openxml-audit, which has the schemas and the rules of Microsoft's own Open XML SDK;
- python-docx opens it, and finds its language and as many sections as it says;
- LibreOffice opens it, and pdftotext reads in the PDF that it makes the words of the HTML in their order.
"""

import pathlib
import subprocess
import sys
import tempfile

import docx
import pages
from openxml_audit import FileFormat, OpenXmlValidator
from pages import run

PYSAR, FOLDERS = sys.argv[1], sys.argv[2:]
# Word opens files without a theme, as the standard has it.
HARMLESS = "relationships/theme' is missing"


def faults_of_parts(path):
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    faults = [f"{path.name}: {fault.description}" for fault in result.errors if HARMLESS not in fault.description]
    document = docx.Document(str(path))
    sections = document.element.xml.count("<w:sectPr")
    if document.core_properties.language != "uk-UA":
        faults.append(f"{path.name}: python-docx finds the language «{document.core_properties.language}»")
    if len(document.sections) != sections:
        faults.append(f"{path.name}: python-docx finds {len(document.sections)} sections of {sections}")
    return faults


def faults_of_words(path):
    """Whether LibreOffice shows the words of the HTML, one after the other."""
    pdf = path.with_suffix(".pdf")
    if not pdf.exists():
        return [f"{path.name}: LibreOffice does not open it"]
    word = pages.word_out_of_order(pdf)
    return [f"{path.name}: LibreOffice does not show «{word}» where it stands in the HTML"] if word else []


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for plans in FOLDERS:
            kind = pathlib.Path(plans).name
            result = run(PYSAR, "build", plans, "--out", folder / kind, "--formats", "html,docx")
            if result.returncode:
                sys.exit(result.stderr)
            for ending in ["html", "docx"]:
                blank = subprocess.run([PYSAR, "new", kind, "--blank", ending], capture_output=True)
                if blank.returncode == 0:  # a folder may be no kind's
                    (folder / kind / f"blank.{ending}").write_bytes(blank.stdout)
            for place in sorted({path.parent for path in (folder / kind).rglob("*.docx")}):
                run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", place, *sorted(place.glob("*.docx")))
        files = sorted(folder.rglob("*.docx"))
        for path in files:
            faults += faults_of_parts(path) + faults_of_words(path)
        print(f"Word: {len(files)}")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
