"""What is asked of pages by pdf.py and word.py: their words, and those of the HTML beside them."""

import html
import re
import subprocess


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)


def words(text):
    return re.findall(r"[^\W_]+", text)


def words_of_page(path):
    page = path.read_text().split("</head>", 1)[1]
    page = re.sub(r"<caption>.*?</caption>", " ", page, flags=re.S)
    page = re.sub(r"</?(?:span|strong|em|u|small|label|wbr|a)\b[^>]*>", "", page)
    return words(html.unescape(re.sub(r"<[^>]*>", " ", page)))


def word_out_of_order(pdf):
    """The first word of the HTML beside a PDF that does not stand in it behind the others; None where all do."""
    # A word that a line cuts is read in two.
    shown = "".join(words(run("pdftotext", "-raw", pdf, "-").stdout))
    place = 0
    for word in words_of_page(pdf.with_suffix(".html")):
        found = shown.find(word, place)
        if found < 0:
            return word
        place = found + len(word)
    return None
