"""Scripts/pdf.py PYSAR FOLDER…: holds the PDF of every plan and blank form against other people's tools.

- each is PDF/A-1b for PDFBox's preflight, which does not look for what level A adds, and sound for qpdf;
- pdffonts finds every font embedded, as a part, with its letters;
- zbarimg reads from the QR code of a sealed plan the digits that are printed beside it;
- pdftotext reads the words of the HTML in their order; between them only what pages repeat.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import pages
from pages import run

PYSAR, FOLDERS = sys.argv[1], sys.argv[2:]
LIBRARIES = [
    "pdfbox2", "preflight", "xmpbox", "fontbox2", "commons-logging", "commons-io", "jaxb-api",
    "javax.activation",
]


def order_faults(pdf):
    """Whether the words of the HTML stand in the PDF, one after the other."""
    word = pages.word_out_of_order(pdf)
    return [f"{pdf.name}: pdftotext does not read «{word}» where it stands in the HTML"] if word else []


def font_faults(pdf):
    lines = run("pdffonts", pdf).stdout.splitlines()[2:]
    return [f"{pdf.name}: {line}" for line in lines if line.split()[-5:-2] != ["yes"] * 3]


def code_faults(pdf):
    text = run("pdftotext", "-raw", pdf, "-").stdout
    printed = re.findall(r"Контрольна сума змісту: ((?:\d{4} ?){6})", text)
    if not printed:
        return []
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "200", "-png", pdf, pathlib.Path(folder) / "page")
        pictures = sorted(pathlib.Path(folder).iterdir())
        read = run("zbarimg", "-q", "--raw", *pictures).stdout.split()
    if read == [groups.replace(" ", "").strip() for groups in printed]:
        return []
    return [f"{pdf.name}: zbarimg reads {read} where {printed} is printed"]


def archive_faults(folder, files):
    path = ":".join(f"/usr/share/java/{name}.jar" for name in LIBRARIES)
    # It looks at a folder in which nothing else is.
    place = folder / "archive"
    place.mkdir()
    for pdf in files:
        shutil.copy(pdf, place / f"{pdf.parent.name}-{pdf.name}")
    result = run("java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", "batch", place)
    valid = re.findall(r"The file (\S+) is a valid PDF/A-1b file", result.stdout + result.stderr)
    return [
        f"{pdf.name}: PDFBox finds no PDF/A-1b in it"
        for pdf in sorted(place.iterdir()) if pdf.name not in valid]


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for plans in FOLDERS:
            kind = pathlib.Path(plans).name
            result = run(PYSAR, "build", plans, "--out", folder / kind, "--formats", "html,pdf")
            if result.returncode:
                sys.exit(result.stderr)
            for ending in ["html", "pdf"]:
                blank = subprocess.run([PYSAR, "new", kind, "--blank", ending], capture_output=True)
                if blank.returncode == 0:
                    (folder / kind / f"blank.{ending}").write_bytes(blank.stdout)
        files = sorted(folder.rglob("*.pdf"))
        for pdf in files:
            check = run("qpdf", "--check", pdf)
            if check.returncode:
                faults.append(f"{pdf.name}: {check.stdout}{check.stderr}")
            faults += font_faults(pdf) + order_faults(pdf) + code_faults(pdf)
        faults += archive_faults(folder, files)
        print(f"PDF/A: {len(files)}")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
