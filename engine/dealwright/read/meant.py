"""What an author may have meant by what cannot stand where it stands.

A word is taken for another only if that other could stand there, and if the two are near: of a short word one letter
may be wrong, of a longer one a few. Signs, ways to end a line and ways to go on in the next one that other languages
have are answered with what this one has.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from typing import Final

from dealwright.diagnostic import echo
from dealwright.read.examples import EXAMPLE_HEADS
from dealwright.source import Source, Span

_PLAIN: Final = {
    "shall": ("must",),
    "will": ("must",),
    "can": ("may",),
    "if": ("when",),
    "provided": ("when",),
    "whenever": ("when",),
    "equals": ("is",),
    "are": ("is",),
    "pays": ("pay",),
    "paid": ("performed", "pays"),
    "payed": ("paid", "pays"),
    "late": ("breached",),
    "delivers": ("deliver",),
    "mean": ("means",),
    "upon": ("after", "on"),
    "following": ("after",),
}
_FIGURES: Final = dict.fromkeys(
    (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "ten",
        "fourteen",
        "fifteen",
        "twenty",
        "thirty",
        "sixty",
        "ninety",
    ),
    "numbers are written in figures: `30 days`",
)
_KINDS: Final = frozenset({"money", "number", "percent", "date", "duration", "period", "text", "party", "yes"})
_UNITS: Final = ("days", "weeks", "months", "quarters", "years")
_SIGNS: Final = {
    ";": "a rule ends with its line",
    ".": "a rule ends with its line, without a full stop",
    "'": 'words are quoted with `"`',
    "[": "what belongs together stands between `(` and `)`",
    "]": "what belongs together stands between `(` and `)`",
    "{": "what belongs together stands between `(` and `)`",
    "}": "what belongs together stands between `(` and `)`",
    "&": "write `and`",
    "@": "a name is written as it stands in the contract: `Base Rent`",
    "_": "a name is written as it stands in the contract: `Base Rent`",
    "%": "a percentage is written with its number: `7.5%`",
    "!": "what is not so is written with `not`, or `!=`",
}
_PAIRS: Final = {
    "==": "whether two are the same is asked with `=` or `is`",
    "=>": "write `>=`, or `is at least`",
    "=<": "write `<=`, or `is at most`",
    "<>": "write `!=`, or `is not`",
    "//": "a comment begins with `#`",
    "/*": "a comment begins with `#` and ends with its line",
    "--": "a comment begins with `#`",
    "**": "a power is written with `^`",
}
_STATUSES: Final = (
    "a duty is `pending`, `due`, `performed`, `breached` or `overdue`, a power `available` or `exercised`, a condition "
    "`satisfied`, `failed` or `waived`"
)
_JOINING: Final = frozenset(
    {"and", "or", "not", "than", "but", "then", "else", "if", "+", "-", "*", "/", "^", "=", ",", "<", ">"}
)
_GOING_ON: Final = frozenset(_JOINING | {"where", "by", "within", "before", "after", "is", "has", "of", "rounded"}) - {
    "not"
}
_PARENTHESES: Final = (
    "what goes on in the next line stands in parentheses: `when (Rent is breached` and below it `and not Handover)`"
)
_OPENING: Final = frozenset(
    (
        "The",
        "This",
        "If",
        "In",
        "On",
        "Upon",
        "Any",
        "Each",
        "All",
        "No",
        "A",
        "An",
        "Where",
        "When",
        "Within",
        "For",
        "Such",
    )
)
_RULE: Final = frozenset(("must", "may", "means", "warrants", "is", "pays", "paid", "signed"))
_SHORT: Final = 4
_SENTENCE: Final = 4


def advice_on_sign(source: Source, offset: int) -> str:
    """Advice about a character or a sign that cannot stand at a place; empty if there is none."""
    for start in (offset - 1, offset):
        pair = source.text[max(start, 0) : start + 2]
        if pair in _PAIRS:
            return _PAIRS[pair]
    found = source.text[offset : offset + 1]
    if found == "_" and source.text[offset - 1 : offset].isdigit():
        return "thousands are marked by commas or not at all: `100,000`"
    before = source.text[source.line_starts[source.line_at(offset) - 1] : offset].split()
    match found:
        case "=" if len(before) and before[0][:1].isupper():
            return f"what a term is, is said with `means`: `{' '.join(before)} means ...`"
        case ":" if len(before) > 1 and before[0].islower():
            return "a line takes no colon at its end, or after its name"
        case "(" if before[-1:] == ["over"]:
            return "parentheses stand around the whole of it: `(sum of Cost over Inspection where Passed)`"
        case _:
            return _SIGNS.get(found, "")


def word_meant(word: str, could: Collection[str], keywords: Collection[str]) -> str:
    """The word of the language that may be meant, of those that could stand there; empty if none is near.

    Args:
        word: What was written.
        could: The words that could stand there.
        keywords: All words of the language.
    """
    for plain in _PLAIN.get(word, ()):
        if plain in could:
            return plain
    least = 0.8 if word in keywords or len(word) <= _SHORT else 0.7
    likely = {one: one for one in could}
    likely |= {one: plain for one, others in _PLAIN.items() for plain in others[:1] if plain in could}
    near = difflib.get_close_matches(word, sorted(likely), n=1, cutoff=least)
    return likely[near[0]] if near and near[0] != word else ""


def advice_on_word(span: Span, could: Collection[str], expected: Collection[str], keywords: Mapping[str, str]) -> str:
    """Advice about a lower-case word for which no other is meant; empty if there is none."""
    source, word = span.source, span.words
    line = source.line_text(span.line)
    before = source.text[source.line_starts[span.line - 1] : span.start]
    said = before.split()
    if word in keywords:
        if "COLON" in expected and said and word in _KINDS:
            return "a colon is missing before it"
        if re.search(r"\bis[ \t]+not[ \t]+\Z", before):
            return "`not` stands before the whole comparison: `not Handover is after Inspection`"
        if word == "to" and "paid" in said:
            return "a duty is `paid` by somebody, a party `pays` to somebody: `Tenant pays €2,400 to Landlord`"
        if not said and word == "end":
            return "nothing closes a block: what stands deeper belongs to the line above"
        if not said and word in _GOING_ON:
            return _PARENTHESES
        if word in {"must", "may", "warrants"} and (head := _head_beside(source, span)):
            return f"begin this line deeper than {echo(head)}, to which it belongs"
        return ""
    if said and said[-1] in {"is", "been"} and "performed" in could:
        return _STATUSES
    if word in _FIGURES:
        return _FIGURES[word]
    if said and said[-1].isdigit() and (near := difflib.get_close_matches(word, _UNITS, n=1, cutoff=0.6)):
        return f"perhaps `{near[0]}` is meant"
    if "TERM" in expected and re.match(r"[ \t]+(?:means|must|may|is|has|by)\b", source.text[span.end :]):
        return f"names begin with capitals: `{word.capitalize()}`"
    if is_sentence(line):
        return PROSE
    return ""


PROSE: Final = "the contract's own words stand behind a bar: `| The Tenant pays in advance.`"
"""Advice where a line of plain words stands among rules."""


def is_sentence(line: str) -> bool:
    """Whether a line looks like a sentence of a contract and not like a rule."""
    said = line.split()
    if len(said) < _SENTENCE or not line.rstrip().endswith(".") or not said[0][:1].isupper():
        return False
    return said[0] in _OPENING or not _RULE.intersection(said)


def advice_on_end(line: str) -> str:
    """Advice about a line that stops too early; empty if its last word tells nothing."""
    last = line.split()[-1:]
    if last and (last[0] in _JOINING or last[0][-1:] in _JOINING):
        what = "put the whole in parentheses to go on in the next line"
        return f"something follows {echo(last[0])}: say it on this line, or {what}, as in `when (Handover and` ... `not Inspection)`"
    return ""


def advice_on_depth(words: str) -> str:
    """Advice about a line that stands deeper than one which takes nothing below it."""
    if words.split(maxsplit=1)[0] in _GOING_ON:
        return _PARENTHESES
    return "begin it at the same depth as the line above; in parentheses a line may go on in the next one"


def _head_beside(source: Source, span: Span) -> str:
    """The head of a norm above a line, at its depth, with nothing but deeper lines between; empty if there is none."""
    here = source.line_text(span.line)
    depth = len(here) - len(here.lstrip())
    for number in range(span.line - 1, 0, -1):
        line = source.line_text(number)
        above = len(line) - len(line.lstrip())
        if line.strip() and above <= depth:
            return line.strip() if above == depth and line.split()[0] in EXAMPLE_HEADS else ""
    return ""
