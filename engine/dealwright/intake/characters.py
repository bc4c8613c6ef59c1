"""A look at every character of a text, before its words are read."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from unicodedata import ucd_3_2_0 as unicode

from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.intake.look_alikes import name_of, plain
from dealwright.limits import DEFAULT, Limits
from dealwright.source import Source, Span, visible

_MOST: Final = 1_000
_BESIDE: Final = 4
_TAKE_OUT: Final = "take it out"
_REFUSED: Final = re.compile(
    "(?P<return>\r+)"
    "|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff0-\ufffb\ufffe\uffff]+)"
    "|(?P<turning>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)"
    "|(?P<unseen>[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e0fff]+)"
)
_TAB: Final = re.compile(r"^ *(\t[ \t]*)(?=[^ \t\n#])", re.MULTILINE)
_ODD: Final = re.compile(
    r'"[^"]*"?|\#.*'
    "|(?P<quoted>[\u201c\u201d\u201e\u201f\u00ab\u00bb][^\u201c\u201d\u201e\u201f\u00ab\u00bb]*[\u201c\u201d\u201f\u00ab\u00bb])"
    "|(?P<word>(?:[^\\W_][\u0300-\u034e\u0350-\u036f]*)+)"
    "|(?P<sign>[^\x00-\x7f])",
)
_ACCENTED: Final = re.compile("[^\\W_][\u0300-\u034e\u0350-\u036f]+")


def scan_characters(source: Source, limits: Limits = DEFAULT) -> tuple[Diagnostic, ...]:
    """What is wrong with the characters of a text, whatever its words say.

    Args:
        source: The text, its line ends made line feeds, as `as_source` and `read_source` do.
        limits: How long a line may be.

    Returns:
        In the order of the text: refused characters (S102 to S105), look-alikes in rules (S106 to S108), tabs in
        indentation (S210) and lines that are too long (X104); at most 1,000 of each sort, since nobody reads more.
    """
    sorts = (_refused(source), _look_alikes(source), _tabs(source), _long_lines(source, limits))
    return tuple(
        sorted(
            (found for sort in sorts for found in islice(sort, _MOST)),
            key=lambda found: (found.place.span.start, found.code),
        )
    )


def _refused(source: Source) -> Iterator[Diagnostic]:
    """What may stand nowhere, a run of one sort told once."""
    for run in _REFUSED.finditer(source.text):
        what = f"`{visible(run[0][0])}` ({name_of(run[0][0])})"
        span = Span(source, *run.span())
        match run.lastgroup:
            case "return":
                yield problem("S103", f"{what} stands without a line feed", span, help="end each line with a line feed")
            case "turning":
                yield problem("S104", f"{what} turns the direction of what is shown", span, help=_TAKE_OUT)
            case "unseen":
                yield problem("S105", f"{what} cannot be seen", span, help=_TAKE_OUT)
            case _:
                yield problem("S102", f"{what} is a control character", span, help=_TAKE_OUT)


def _tabs(source: Source) -> Iterator[Diagnostic]:
    for match in _TAB.finditer(source.text):
        yield problem("S210", r"a tab `\t` indents this line", Span(source, *match.span(1)), help="indent with blanks")


def _long_lines(source: Source, limits: Limits) -> Iterator[Diagnostic]:
    for start, line in _lines(source):
        if len(line) > limits.line:
            message = f"this line has {len(line):,} characters; a line may have {limits.line:,}"
            yield problem(
                "X104", message, Span(source, start + limits.line, start + len(line)), help="break it into several"
            )


def _look_alikes(source: Source) -> Iterator[Diagnostic]:
    """What looks like a plain character in a rule; the contract's own words, quotations and comments may hold it."""
    if source.text.isascii():
        return
    for start, line in _lines(source):
        if line.isascii() or line.lstrip().startswith("|"):
            continue
        for match in _ODD.finditer(line):
            span = Span(source, start + match.start(), start + match.end())
            if match.lastgroup == "word":
                yield from _in_word(span)
            elif match.lastgroup == "sign":
                yield from _sign(span)
            elif match.lastgroup == "quoted":
                yield from _sign(Span(source, span.start, span.start + 1), Place(Span(source, span.end - 1, span.end)))


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    start = 0
    for line in source.text.split("\n"):
        yield start, line
        start += len(line) + 1


def _in_word(word: Span) -> Iterator[Diagnostic]:
    """The letters of a word that are not what they look like: the first is told, with a few others beside it."""
    letters = word.words
    if letters.isascii():
        return
    for accented in _ACCENTED.finditer(letters):
        whole = unicode.normalize("NFC", accented[0])
        advice = f"write it as the one character `{whole}`" if len(whole) == 1 else "write it without the accent"
        span = Span(word.source, word.start + accented.start(), word.start + accented.end())
        yield problem("S108", f"{echo(accented[0])} is a letter and an accent apart from it", span, help=advice)
    odd = [
        Span(word.source, word.start + index, word.start + index + 1)
        for index, letter in enumerate(letters)
        if not letter.isascii() and plain(letter) != letter
    ]
    if odd:
        first, *others = odd[:_BESIDE]
        yield from _sign(first, *map(Place, others))


def _sign(span: Span, *also: Place) -> Iterator[Diagnostic]:
    character = span.words
    meant = plain(character)
    if meant == character or _REFUSED.match(character):
        return
    wanted = "a plain blank" if meant.isspace() else f"a plain `{meant}`"
    what = f"`{visible(character)}` ({name_of(character)})"
    if meant.isalnum():
        yield problem(
            "S106", f"{what} is not {wanted}, for which it may be taken", span, also=also, help=f"write {wanted}"
        )
    else:
        yield problem("S107", f"{what} stands where the language has {wanted}", span, also=also, help=f"write {wanted}")
