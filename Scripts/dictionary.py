#!/usr/bin/env python3
"""Scripts/dictionary.py DICTIONARY.dic COMMON OUT: all forms of the words of a Hunspell dictionary,
and those of its common words, as the smallest acyclic automaton that reads both;
Sources/Functions/WordDictionary.swift says how it is laid out. COMMON has a word in each line, as
the dictionary writes it."""

import re
import struct
import sys
from collections import defaultdict
from pathlib import Path

MAGIC = b"pysar-w1"
# As LetterWords numbers them.
LETTERS = {chr(code): code - 0x42F for code in range(0x430, 0x460)} | {"ґ": 0x31, "'": 0x32}
UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'")


def suffixes(path):
    """The suffixes of each flag: what is cut off, what is put there, and where it may be done."""
    rules = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        fields = line.split()
        if len(fields) >= 5 and fields[0] == "SFX":
            flag, cut, put, where = fields[1:5]
            rules[flag].append(("" if cut == "0" else cut, "" if put == "0" else put, re.compile(f"(?:{where})$")))
    return rules


def entries(dictionary):
    """The words of a dictionary, each with its forms."""
    rules = suffixes(dictionary.with_suffix(".aff"))
    for line in dictionary.read_text("utf-8").splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        forms = {word}
        for flag in flags:
            for cut, put, where in rules[flag]:
                if word.endswith(cut) and where.search(word):
                    forms.add(word[: len(word) - len(cut)] + put)
        yield word, forms


def letters(forms):
    """The parts of forms between hyphens, in small letters, a byte for each, in their order."""
    parts = {part for form in forms for part in form.lower().split("-")}
    return sorted(bytes(LETTERS[letter] for letter in part) for part in parts if part and UKRAINIAN.issuperset(part))


class Automaton:
    """The edges of one or several sets of words, whose words are added in their order; see Daciuk and
    others, «Incremental construction of minimal acyclic finite-state automata», 2000."""

    def __init__(self):
        self.edges = [0]  # no state begins at 0, so that an edge to 0 leads nowhere
        self.states = {}

    def add(self, words):
        """Adds a set of words, and gives the state that they begin with."""
        open_states = [[]]  # of the last word: the letters of each state, and whether a word ends behind them
        last = b""
        for word in words:
            common = 0
            while common < min(len(word), len(last)) and word[common] == last[common]:
                common += 1
            self.close(open_states, common)
            for letter in word[common:]:
                open_states[-1].append([letter, False, 0])
                open_states.append([])
            open_states[-2][-1][1] = True
            last = word
        self.close(open_states, 0)
        return self.state(open_states[0])

    def close(self, open_states, depth):
        while len(open_states) > depth + 1:
            state = self.state(open_states.pop())
            open_states[-1][-1][2] = state

    def state(self, edges):
        state = tuple(
            letter | (place == len(edges) - 1) << 6 | is_end << 7 | target << 8
            for place, (letter, is_end, target) in enumerate(edges)
        )
        if not state:
            return 0
        if state not in self.states:
            self.states[state] = len(self.edges)
            self.edges += state
        return self.states[state]


dictionary, common_path, out = map(Path, sys.argv[1:])
common = set(common_path.read_text("utf-8").split())
all_forms, common_forms = set(), set()
for word, forms in entries(dictionary):
    all_forms |= forms
    if word in common:
        common_forms |= forms
automaton = Automaton()
starts = [automaton.add(letters(all_forms)), automaton.add(letters(common_forms))]
numbers = starts + automaton.edges
out.write_bytes(MAGIC + struct.pack(f"<{len(numbers)}I", *numbers))
