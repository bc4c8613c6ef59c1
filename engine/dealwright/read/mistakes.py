"""What to say when a line does not follow the grammar: what is wrong, and a line of the same kind that is right.

A list of what a parser would have accepted teaches nobody. The words before the mistake tell what the author was
writing; so the answer shows one line of that kind, and, for a lower-case word that the language does not have, the
word meant. What was opened and not closed is told where it opens.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Sequence
from typing import Final

from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.read.examples import EXAMPLES, example_below, example_like
from dealwright.read.layout import open_parenthesis
from dealwright.read.parsing import UnexpectedToken
from dealwright.read.stop import Stop
from dealwright.read.words import Token, UnexpectedCharacter
from dealwright.source import Source, Span

_PLAIN: Final = {
    "shall": "must",
    "will": "must",
    "can": "may",
    "if": "when",
    "provided": "when",
    "equals": "is",
    "are": "is",
    "then": "",
    "pays": "pay",
    "delivers": "deliver",
    "mean": "means",
}
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
_ENDS: Final = frozenset(("_NL", "$END", "_DEDENT"))
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w'&\-]*(?: (?:of )?(?:[A-Z][\w'&\-]*|[0-9]+))*[ \t]*$")
_COMMAS: Final = re.compile(r"[0-9]+(?:,[0-9]+)+")
_CODE: Final = re.compile(r'"(?:[^"\n]|"")*"|\#[^\n]*|[()\n]')


def syntax_problem(
    source: Source, trouble: Exception, keywords: Collection[str], opened: Sequence[Token]
) -> tuple[Diagnostic, int]:
    """What to tell about the mistake that stopped the reading, and the offset at which it stands.

    Args:
        source: The text.
        trouble: What the parser met.
        keywords: The lower-case words of the language.
        opened: The parentheses that were open there, outermost first.
    """
    match trouble:
        case Stop():
            return _stop(source, trouble)
        case UnexpectedCharacter():
            return _character(source, trouble.offset)
        case UnexpectedToken():
            unclosed = next((token for token in opened if not _is_closed(source, token)), None)
            if unclosed is not None:
                return _stop(source, open_parenthesis(unclosed))
            return _token(source, trouble.token, trouble.expected, keywords)
        case _:
            raise trouble


def _stop(source: Source, stop: Stop) -> tuple[Diagnostic, int]:
    """What shows in the words alone; a place without words is its line."""
    end = stop.end if stop.end > stop.start else _line_end(source, stop.start)
    return problem(stop.code, stop.message, Span(source, stop.start, end), help=stop.advice), stop.start


def _character(source: Source, place: int) -> tuple[Diagnostic, int]:
    """What to tell about a character with which no word begins."""
    found = source.text[place : place + 1]
    if found == '"':
        span = Span(source, place, _line_end(source, place))
        return problem("S203", "these quotation marks are not closed on their line", span,
                       help='a quotation ends on the line on which it begins; a quotation mark inside is doubled: `""`'), place  # fmt: skip
    span = Span(source, place, place + 1)
    message = f"the language does not have the character {echo(found)}"
    return problem("S213", message, span, help=_SIGNS.get(found, "")), place


def _token(
    source: Source, token: Token, expected: Collection[str], keywords: Collection[str]
) -> tuple[Diagnostic, int]:
    """What to tell about a word that cannot stand where it stands."""
    span = _span(source, token)
    kind = token.type
    if kind in _ENDS:
        return _line_end_problem(source, token, expected)
    if kind == "_INDENT":
        start = token.end_pos or span.start
        place = Span(source, start, _line_end(source, start))
        return problem("S205", "this line stands deeper than the line above, which takes no lines below it", place,
                       help="begin it at the same depth as the line above"), start  # fmt: skip
    line = source.line_text(span.line)
    like = example_like(line, source, span.start)
    if set(expected) == {"_INDENT"}:
        above = _line_above(source, span.line)
        advice = example_below(above.words, source, above.start)
        place = Span(source, above.end - 1, above.end)
        return problem("S211", "lines must follow below this one, deeper than it", place, help=advice), place.start
    capitalised = _capitalised(source, span.start, keywords)
    if capitalised is not None:
        return _capital(capitalised, like)
    figures = _figures(source, span.start)
    if figures is not None:
        meant = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", figures.words.replace(",", ""))
        return problem("S301", f"{echo(figures.words)} is no number as the language writes them", figures,
                       help=f"commas mark thousands: `{meant}`"), figures.start  # fmt: skip
    if kind == "LABEL":
        return problem("S201", f"the label {echo(token)} cannot stand here", span,
                       help=f"a label begins a line; a name or number alone needs no parentheses; {like}"), span.start  # fmt: skip
    if kind == "TERM":
        return problem("S207", f"the name {echo(token)} cannot stand here", span,
                       help=f"a word, a comma or a colon is missing before it; {like}"), span.start  # fmt: skip
    if token.isalpha() and token.islower():
        return _word(span, expected, keywords, like), span.start
    return problem("S201", f"{echo(str(token))} cannot stand here", span, help=like), span.start


def _line_end_problem(source: Source, token: Token, expected: Collection[str]) -> tuple[Diagnostic, int]:
    """What to tell about a line, or a file, that ends too early."""
    start = len(source.text) if token.type == "$END" or token.start_pos is None else token.start_pos
    stop = len(source.text[:start].rstrip())
    place = Span(source, max(stop - 1, 0), max(stop, 1))
    line = source.line_text(place.line)
    if set(expected) == {"_INDENT"}:
        advice = example_below(line, source, place.start)
        return problem("S211", "lines must follow below this one, deeper than it", place, help=advice), place.start
    like = example_like(line, source, place.start)
    first = re.match(r"[ \t]*([A-Z][a-z]+)\b", line)
    if first is not None and first[1].lower() in EXAMPLES:
        start = source.line_starts[place.line - 1] + first.start(1)
        return _capital(Span(source, start, start + len(first[1])), example_like(line.lower(), source, place.start))
    return problem("S202", "this line stops too early", place, help=like), place.start


def _line_above(source: Source, line: int) -> Span:
    """The nearest line above that says something, without comments."""
    for number in range(line - 1, 0, -1):
        words = source.line_text(number)
        said = words.partition("#")[0].rstrip()
        if said.strip():
            start = source.line_starts[number - 1]
            return Span(source, start, start + len(said))
    return Span(source, 0, 1)


def _word(span: Span, expected: Collection[str], keywords: Collection[str], like: str) -> Diagnostic:
    """What to tell about a lower-case word."""
    word = span.words
    could = sorted(name.lower() for name in expected if name.lower() in keywords)
    meant = _PLAIN.get(word, "")
    known = word in keywords
    cutoff = 0.8 if known else 0.6
    near = [meant] if meant in could else difflib.get_close_matches(word, could, n=1, cutoff=cutoff)
    if not near and not known:
        near = difflib.get_close_matches(word, sorted(keywords), n=1, cutoff=0.75)
    if near:
        return problem("S206", f"{echo(word)} cannot stand here", span, help=f"perhaps `{near[0]}` is meant; {like}")
    if known:
        return problem("S201", f"{echo(word)} cannot stand here", span, help=like)
    advice = f"lower-case words are the language, names begin with capitals; {like}"
    return problem("S206", f"{echo(word)} is no word of the language", span, help=advice)


def _capital(word: Span, like: str) -> tuple[Diagnostic, int]:
    """What to tell about a word of the language that begins with a capital."""
    message = f"{echo(word.words)} is read as part of a name, because it is capitalised"
    advice = f"write `{word.words.lower()}` if the word of the language is meant; {like}"
    return problem("S207", message, word, help=advice), word.start


def _figures(source: Source, offset: int) -> Span | None:
    """Figures around a place whose commas do not mark thousands."""
    start = source.line_starts[source.line_at(offset) - 1]
    for found in _COMMAS.finditer(source.text, start, _line_end(source, offset)):
        if found.start() <= offset <= found.end():
            return Span(source, *found.span())
    return None


def _capitalised(source: Source, offset: int, keywords: Collection[str]) -> Span | None:
    """A word of the language in the name before a place, written with a capital."""
    start = source.line_starts[source.line_at(offset) - 1]
    name = _NAME_BEFORE.search(source.text, start, offset)
    if name is None:
        return None
    words = list(re.finditer(r"[A-Z][a-z]+", name[0]))
    for place, word in enumerate(words):
        first_of_line = not place and not source.text[start : name.start()].strip()
        if word[0].lower() in keywords and (place or first_of_line):
            return Span(source, name.start() + word.start(), name.start() + word.end())
    return None


def _is_closed(source: Source, opening: Token) -> bool:
    """Whether a parenthesis has its fellow on its line or on deeper lines below."""
    start = opening.start_pos or 0
    depth = _depth(source, start)
    level = 0
    for found in _CODE.finditer(source.text, start):
        match found[0]:
            case "(":
                level += 1
            case ")":
                level -= 1
                if not level:
                    return True
            case "\n" if _ends(source, found.end(), depth):
                return False
            case _:
                continue
    return False


def _ends(source: Source, start: int, depth: int) -> bool:
    """Whether the line that starts at a place is no part of a parenthesis opened at some depth."""
    line = source.text[start : _line_end(source, start)]
    said = line.strip()
    return bool(said) and not said.startswith((")", "#")) and len(line) - len(line.lstrip(" \t")) <= depth


def _depth(source: Source, offset: int) -> int:
    """How deep the line of a place begins."""
    line = source.line_text(source.line_at(offset))
    return len(line) - len(line.lstrip(" \t"))


def _line_end(source: Source, offset: int) -> int:
    """Where the line of a place ends."""
    end = source.text.find("\n", offset)
    return len(source.text) if end < 0 else end


def _span(source: Source, token: Token) -> Span:
    """The place of a token; the end of the file for what has none."""
    start = token.start_pos
    if start is None or token.type == "$END":
        return Span(source, len(source.text), len(source.text))
    return Span(source, start, token.end_pos or start)
