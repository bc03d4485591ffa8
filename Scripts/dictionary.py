#!/usr/bin/env python3
"""Scripts/dictionary.py DICTIONARY.dic COMMON OUT: the forms of the common words of a Hunspell dictionary, and of its
others those that might be taken for a common one with a slip, as the smallest acyclic automaton that reads them;
Sources/Words/WordDictionary.swift says how it is laid out. COMMON has a word in each line, as the dictionary writes it.

Of other words nothing needs to be known: they are passed over, whether they are there or not.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'"
# Shorter words are not looked at; these may be one of two words run together.
SHORTEST = 5
FIRST = {"та", "або", "для", "щодо", "через", "якщо", "також"}
SECOND = {"та", "або", "для", "щодо", "від", "про", "але", "яка", "яке", "які", "який"}
VOWELS = str.maketrans(dict.fromkeys("аеєиіїоуюя", "*"))


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


def parts(forms):
    """The parts between hyphens of forms, in small letters."""
    all_parts = {part for form in forms for part in form.lower().split("-")}
    return {part for part in all_parts if part and set(LETTERS).issuperset(part)}


class Neighbours:
    """Tells which words might be common ones with a slip, or two of them; more than WordDictionary takes for such."""

    def __init__(self, common):
        self.common = common
        self.shorter = {shorter for word in common for shorter in self.without_a_letter(word)}
        self.masked = {masked for word in common for masked in self.with_a_letter_masked(word)}
        self.skeletons = {word.translate(VOWELS) for word in common}

    @staticmethod
    def without_a_letter(word):
        return (word[:place] + word[place + 1 :] for place in range(len(word)))

    @staticmethod
    def with_a_letter_masked(word):
        return (word[:place] + "?" + word[place + 1 :] for place in range(1, len(word)))

    def have(self, word):
        if len(word) < SHORTEST:
            return False
        places = range(len(word) - 1)
        return (
            word in self.shorter
            or any(shorter in self.common for shorter in self.without_a_letter(word))
            or any(masked in self.masked for masked in self.with_a_letter_masked(word))
            or any(word[:at] + word[at + 1] + word[at] + word[at + 2 :] in self.common for at in places)
            or any(word[:at] + word[at + 2 :] in self.common for at in places if at >= 5)
            or len(word) >= 10 and word.translate(VOWELS) in self.skeletons
            or any(self.are_two(word[:at], word[at:]) for at in places if at >= 2)
        )

    def are_two(self, first, second):
        return (
            first in FIRST and second in self.common
            or first in self.common and (second in SECOND or len(second) >= 5 <= len(first) and second in self.common)
        )


class Automaton:
    """The states of one or several sets of words, each with its edges: letter, whether a word ends behind it, next state.
    Words are added in their order; see Daciuk and others, «Incremental construction of minimal acyclic finite-state
    automata», 2000."""

    def __init__(self):
        self.states = {(): 0}

    def add(self, words):
        """Adds a set of words, and gives the number of the state that they begin with."""
        open_states = [[]]  # those that the last word goes through
        last = ()
        for word in sorted(tuple(map(LETTERS.index, word)) for word in words):
            same = 0
            while same < min(len(word), len(last)) and word[same] == last[same]:
                same += 1
            self.close(open_states, same)
            for letter in word[same:]:
                open_states[-1].append([letter, False, 0])
                open_states.append([])
            open_states[-2][-1][1] = True
            last = word
        self.close(open_states, 0)
        return self.number(open_states[0])

    def close(self, open_states, depth):
        while len(open_states) > depth + 1:
            number = self.number(open_states.pop())
            open_states[-1][-1][2] = number

    def number(self, edges):
        return self.states.setdefault(tuple(map(tuple, edges)), len(self.states))

    def edges(self):
        """A number below 64⁴ for each edge, those of a state together."""
        for state in self.states:
            for place, (letter, is_end, target) in enumerate(state):
                yield 4 * letter + 2 * is_end + (place == len(state) - 1) + 4 * len(LETTERS) * target


dictionary, common_path, out = map(Path, sys.argv[1:])
common_words = set(common_path.read_text("utf-8").split())
common, others = set(), set()
for word, forms in entries(dictionary):
    (common if word in common_words else others).update(parts(forms))
neighbours = Neighbours(common)
automaton = Automaton()
starts = [automaton.add(common | {word for word in others if neighbours.have(word)}), automaton.add(common)]
edges = list(automaton.edges())
check = 0
for edge in edges:
    check = (31 * check + edge) % 2**32
digits = "".join(DIGITS[edge >> shift & 63] for edge in edges for shift in (18, 12, 6, 0))
lines = [digits[place : place + 120] for place in range(0, len(digits), 120)]
out.write_text("\n".join([f"pysar-words 1 {starts[0]} {starts[1]} {len(edges)} {check}", *lines]) + "\n", "ascii")
