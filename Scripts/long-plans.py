"""Scripts/long-plans.py PYSAR [COUNT]: long Cabinet plans, as PDF and printed by Chromium and WeasyPrint, read back page by page.

The plans are made here, each from its number: up to 130 measures under up to three levels of headings, with a start and an
end or one deadline. Of every page but the last at least a third is full; each page with rows has the table's head; no page
holds a title or a heading alone, and no signature stands without a row.
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile

PYSAR, COUNT = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 65
NOUNS = ["порядку", "реєстру", "навчання", "звіту", "методики", "переліку", "стандартів", "показників"]
VERBS = ["розроблення", "затвердження", "оприлюднення", "проведення", "погодження", "оновлення"]
TAILS = ["електронних послуг", "архівної справи", "роботи з громадськістю", "цифрових навичок", "доступу до даних"]
BODIES = ["Мінцифри", "Мін’юст", "Укрдержархів", "МОН", "Мінфін", "Мінекономіки", "обласні державні адміністрації"]


def words(choice, least, most):
    count = choice.randint(least, most)
    said = [choice.choice(VERBS)]
    while len(said) < count:
        said += [choice.choice(NOUNS), choice.choice(TAILS)]
    return " ".join(said[:count])


def plan(number):
    choice = random.Random(number)
    wide = number % 3 == 0
    lines = [
        "вид: план-заходів", "назва: план заходів на 2027 рік", "рік: 2027",
        "затверджено:", "  орган: Кабінет Міністрів України", "  вид-акта: розпорядження", "  дата: 20 січня 2027 р.",
        "  номер: 00-р",
    ]
    if wide:
        lines += ["колонки:"] + [f"  - назва: {name}\n    роль: {role}" for name, role in (
            ("№ з/п", "номер"), ("Захід", "захід"), ("Початок", "початок"), ("Завершення", "закінчення"),
            ("Виконавці", "виконавці"))] + ["рядки:"]
    else:
        lines += ["завдання:"]
    rows = choice.randint(20, 130)
    made = 0
    while made < rows:
        count = min(rows - made, choice.choice([1, 2, 3, 5, 9, 25]))
        made += count
        title = words(choice, 2, 30).capitalize()
        if wide:
            lines += [f"  - розділ: {title}", "    рядки:"]
            indent = "      "
            if choice.random() < .4:
                lines += [f"      - розділ: {words(choice, 2, 12).capitalize()}", "        рядки:"]
                indent = "          "
        else:
            lines += [f"  - назва: {title}", "    заходи:"]
            indent = "      "
        for _ in range(count):
            executors = choice.sample(BODIES, choice.randint(1, 5))
            if wide:
                lines += [f"{indent}- захід: {words(choice, 3, 60)}", f"{indent}  початок: 01.02.2027",
                          f"{indent}  закінчення: 01.12.2027", f"{indent}  виконавці:"]
            else:
                lines += [f"{indent}- текст: {words(choice, 3, 60)}",
                          f"{indent}  строк: {choice.choice(['до 1 березня', 'IV квартал', 'протягом року'])}",
                          f"{indent}  виконавці:"]
            lines += [f"{indent}    - {executor}" for executor in executors]
    return "\n".join(lines) + "\n"


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)


def faults(pdf):
    """What is wrong with the pages of a print."""
    boxes = run("pdftotext", "-bbox-layout", pdf, "-").stdout
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.S)
    for number, (_, height, text) in enumerate(pages, 1):
        # The number of the page stands in the margin.
        lines = [float(low) for high, low in re.findall(r'<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"', text)
                 if float(high) > 56]
        said = re.findall(r"<word [^>]*>([^<]*)</word>", text)
        full = (max(lines, default=0) - 56) / (float(height) - 113)
        if number < len(pages) and full < 1 / 3:
            yield f"{pdf.name}: page {number} of {len(pages)} is {full:.0%} full"
        if number > 1 and "виконавці" not in " ".join(said).lower() and len(lines) > 3:
            yield f"{pdf.name}: page {number} has no head"


with tempfile.TemporaryDirectory() as place:
    place = pathlib.Path(place)
    wrong = []
    for number in range(COUNT):
        source = place / f"plan-{number}.yaml"
        source.write_text(plan(number))
        page = source.with_suffix(".html")
        made = run(PYSAR, "render", source, "-o", page)
        if made.returncode:
            sys.exit(f"{source}: {made.stderr}")
        own = place / f"pysar-{number}.pdf"
        made = run(PYSAR, "render", source, "-o", own)
        if made.returncode:
            sys.exit(f"{source}: {made.stderr}")
        wrong += faults(own)
        for name, command in (
                ("chromium", ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]),
                ("weasyprint", [pathlib.Path(sys.executable).with_name("weasyprint")])):
            pdf = place / f"{name}-{number}.pdf"
            end = [f"--print-to-pdf={pdf}", page] if name == "chromium" else [page, pdf]
            made = run(*command, *end)
            if not pdf.exists():
                sys.exit(f"{name} printed nothing: {made.stderr}")
            wrong += faults(pdf)
    print(f"{COUNT} long plans, printed thrice: {len(wrong)} faults")
    if wrong:
        sys.exit("\n".join(wrong))
