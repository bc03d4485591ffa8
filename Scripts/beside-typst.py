"""Scripts/beside-typst.py BENCH PYSAR PLAN…: what PDF costs Pysar and Typst, in processor time.

Typst gets the same words in the same sort of page: paragraphs, and tables with their spans. It keeps in
mind what it has set, so each of its documents says something else; the least of many counts.
"""

import html.parser
import os
import subprocess
import sys
import tempfile
import time

import typst

BENCH, PYSAR, PLANS = sys.argv[1], sys.argv[2], sys.argv[3:]
FONTS = "/usr/share/fonts/truetype/liberation2"


class Page(html.parser.HTMLParser):
    """A page of HTML as Typst would be told of it."""

    def __init__(self):
        super().__init__()
        self.lines, self.text, self.columns, self.spans = [], "", 0, ""
        self.is_skipped = self.is_head = self.is_cell = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("style", "title", "caption"):
            self.is_skipped = True
        elif tag == "table":
            self.columns = []
        elif tag == "col":
            self.columns.append(attributes.get("class", "").lstrip("w") + "%")
        elif tag in ("thead", "tbody") and self.columns:
            self.lines.append(f"#table(columns: ({', '.join(self.columns)}),")
            self.columns = None
        elif tag in ("td", "th"):
            names = {"rowspan": "rowspan", "colspan": "colspan"}
            self.spans = ", ".join(
                f"{name}: {attributes[key]}" for key, name in names.items() if key in attributes)
            self.text, self.is_cell = "", True
        elif tag in ("p", "h1", "h2", "dt", "dd", "div") and not self.is_cell:
            self.paragraph()
        if tag == "thead":
            self.lines.append("table.header(")

    def handle_endtag(self, tag):
        if tag in ("style", "title", "caption"):
            self.is_skipped = False
        elif tag in ("td", "th"):
            cell = f"[{self.text.strip()}]"
            self.lines.append(f"table.cell({self.spans}){cell}," if self.spans else cell + ",")
            self.text, self.is_cell = "", False
        elif tag == "thead":
            self.lines.append("),")
        elif tag == "table":
            self.lines.append(")\n")
        elif tag in ("p", "h1", "h2", "dt", "dd", "div") and not self.is_cell:
            self.paragraph()

    def paragraph(self):
        if self.text.strip():
            self.lines.append(self.text.strip() + "\n")
        self.text = ""

    def handle_data(self, data):
        if not self.is_skipped:
            self.text += "".join("\\" + sign if sign in "\\#$*_`<>@[]~=-+/" else sign for sign in data)


def source(page, number):
    head = '#set page(paper: "a4", margin: (x: 20mm, y: 20mm), numbering: "1")\n'
    head += '#set text(font: "Liberation Serif", size: 11pt, lang: "uk")\n#set document(title: "План")\n'
    # Words that it has not set before.
    return head + page.replace("ння", f"ння{number}").replace("ти ", f"ти{number} ")


def cost_of_typst(page):
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.typ")
        for number in range(40):
            with open(path, "w") as file:
                file.write(source(page, number))
            start = time.process_time()
            typst.compile(path, font_paths=[FONTS], pdf_standards="a-1b")
            costs.append(time.process_time() - start)
    return sorted(costs)[len(costs) // 4] * 1000


def main():
    for plan in PLANS:
        page = Page()
        page.feed(subprocess.run([PYSAR, "render", plan], capture_output=True, text=True).stdout)
        table = subprocess.run([BENCH, plan], capture_output=True, text=True).stdout.splitlines()
        head = table[0].split()
        column = head.index("PDF") - head.index("bytes") + 1
        own = float(table[1].split()[column].replace(",", "")) / 1000
        other = cost_of_typst("\n".join(page.lines))
        print(f"PDF of {plan}: {own:.2f} ms; Typst {other:.1f} ms; ratio {own / other:.2f}")


main()
