"""What to say when a line does not follow the grammar: what is wrong, and a line of the same kind that is right.

A list of what a parser would have accepted teaches nobody. The words before the mistake tell what the author was
writing; so the answer shows one line of that kind, and, for a lower-case word that the language does not have, the
word meant. What was opened and not closed is told where it opens.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, assert_never

from dealwright.calendar import NAMES
from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.read.examples import EXAMPLES, example_below, example_like
from dealwright.read.layout import open_parenthesis
from dealwright.read.meant import (
    PROSE,
    advice_on_depth,
    advice_on_end,
    advice_on_sign,
    advice_on_word,
    is_sentence,
    word_meant,
)
from dealwright.read.parsing import UnexpectedToken
from dealwright.read.stop import Stop
from dealwright.read.words import Token, UnexpectedCharacter
from dealwright.source import Source, Span

_ENDS: Final = frozenset(("_NL", "$END", "_DEDENT"))
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w'&\-]*(?: (?:of )?(?:[A-Z][\w'&\-]*|[0-9]+))*[ \t]*$")
_COMMAS: Final = re.compile(r"[0-9]+(?:,[0-9]+)+")
_CODE: Final = re.compile(r'"(?:[^"\n]|"")*"|\#[^\n]*|[()\n]')


def syntax_problem(
    source: Source,
    trouble: UnexpectedCharacter | UnexpectedToken | Stop,
    keywords: Mapping[str, str],
    opened: Sequence[Token],
) -> tuple[Diagnostic, int]:
    """What to tell about the mistake that stopped the reading, and the offset at which it stands.

    Args:
        source: The text.
        trouble: What the parser met.
        keywords: The lower-case words of the language, and what each is to the grammar.
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
            assert_never(trouble)


def _tell(code: str, message: str, span: Span, advice: str) -> tuple[Diagnostic, int]:
    """A diagnostic, and the offset at which it stands."""
    return problem(code, message, span, help=advice), span.start


def _stop(source: Source, stop: Stop) -> tuple[Diagnostic, int]:
    """What shows in the words alone; a place without words is its line."""
    end = stop.end if stop.end > stop.start else _line_end(source, stop.start)
    return _tell(stop.code, stop.message, Span(source, stop.start, end), stop.advice)


def _character(source: Source, place: int) -> tuple[Diagnostic, int]:
    """What to tell about a character with which no word begins."""
    found = source.text[place : place + 1]
    if found == '"':
        advice = 'a quotation ends on the line on which it begins; a quotation mark inside is doubled: `""`'
        span = Span(source, place, _line_end(source, place))
        return _tell("S203", "these quotation marks are not closed on their line", span, advice)
    message = f"the language does not have the character {echo(found)}"
    advice = PROSE if is_sentence(source.line_text(source.line_at(place))) else advice_on_sign(source, place)
    return _tell("S213", message, Span(source, place, place + 1), advice)


def _token(
    source: Source, token: Token, expected: Collection[str], keywords: Mapping[str, str]
) -> tuple[Diagnostic, int]:
    """What to tell about a word that cannot stand where it stands."""
    if token.type in _ENDS:
        return _line_end_problem(source, token, expected)
    if token.type == "_INDENT":
        place = Span(source, token.end_pos, _line_end(source, token.end_pos))
        message = "this line stands deeper than the line above, which takes no lines below it"
        return _tell("S205", message, place, advice_on_depth(place.words))
    span = Span(source, token.start_pos, token.end_pos)
    if set(expected) == {"_INDENT"}:
        above = _line_above(source, span.line)
        return _nothing_below(Span(source, above.end - 1, above.end), above.words)
    like = example_like(source.line_text(span.line), source, span.start)
    capitalised = _capitalised(source, span.start, keywords)
    if is_sentence(source.line_text(span.line)):
        line = source.line_starts[span.line - 1] + _depth(source, span.start)
        return _tell("S201", "this is no rule of the language", Span(source, line, _line_end(source, line)), PROSE)
    if capitalised is not None:
        return _capital(capitalised, like)
    figures = _figures(source, span.start)
    if figures is not None:
        meant = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", figures.words.replace(",", ""))
        message = f"{echo(figures.words)} is no number as the language writes them"
        return _tell("S301", message, figures, f"commas mark thousands: `{meant}`")
    cannot = f"{echo(token)} cannot stand here"
    if token.type == "LABEL":
        advice = f"a label begins a line; a name or number alone needs no parentheses; {like}"
        return _tell("S201", f"the label {cannot}", span, advice)
    if token.type == "TERM" and source.line_text(span.line).split()[:2] == ["business", "days"]:
        return _tell("S207", f"the name {cannot}", span, f"calendars are {', '.join(NAMES)}")
    if token.type == "TERM":
        return _tell("S207", f"the name {cannot}", span, f"a word, a comma or a colon is missing before it; {like}")
    if token.isalpha() and token.islower():
        return _word(span, expected, keywords, like)
    return _tell("S201", cannot, span, advice_on_sign(source, span.start) or like)


def _line_end_problem(source: Source, token: Token, expected: Collection[str]) -> tuple[Diagnostic, int]:
    """What to tell about a line, or a file, that ends too early."""
    start = len(source.text) if token.type == "$END" else token.start_pos
    stop = len(source.text[:start].rstrip())
    place = Span(source, max(stop - 1, 0), max(stop, 1))
    line = source.line_text(place.line)
    if set(expected) == {"_INDENT"}:
        return _nothing_below(place, line)
    first = re.match(r"[ \t]*([A-Z][a-z]+)\b", line)
    if first is not None and first[1].lower() in EXAMPLES:
        start = source.line_starts[place.line - 1] + first.start(1)
        return _capital(Span(source, start, start + len(first[1])), example_like(line.lower(), source, place.start))
    advice = advice_on_end(line) or example_like(line, source, place.start)
    return _tell("S202", "this line stops too early", place, advice)


def _nothing_below(place: Span, line: str) -> tuple[Diagnostic, int]:
    """What to tell about a line that needs others below it."""
    advice = example_below(line, place.source, place.start)
    return _tell("S211", "lines must follow below this one, deeper than it", place, advice)


def _line_above(source: Source, line: int) -> Span:
    """The nearest line above that says something, without comments; there is one."""
    while not (said := source.line_text(line - 1).partition("#")[0].rstrip()):
        line -= 1
    start = source.line_starts[line - 2]
    return Span(source, start, start + len(said))


def _word(span: Span, expected: Collection[str], keywords: Mapping[str, str], like: str) -> tuple[Diagnostic, int]:
    """What to tell about a lower-case word."""
    word = span.words
    could = [one for one, terminal in keywords.items() if terminal in expected]
    meant = word_meant(word, could, keywords)
    if meant:
        return _tell("S206", f"{echo(word)} cannot stand here", span, f"perhaps `{meant}` is meant; {like}")
    advice = advice_on_word(span, could, expected, keywords)
    if word in keywords:
        return _tell("S201", f"{echo(word)} cannot stand here", span, advice or like)
    advice = advice or f"lower-case words are the language, names begin with capitals; {like}"
    return _tell("S206", f"{echo(word)} is no word of the language", span, advice)


def _capital(word: Span, like: str) -> tuple[Diagnostic, int]:
    """What to tell about a word of the language that begins with a capital."""
    message = f"{echo(word.words)} is read as part of a name, because it is capitalised"
    advice = f"write `{word.words.lower()}` if the word of the language is meant; {like}"
    return _tell("S207", message, word, advice)


def _figures(source: Source, offset: int) -> Span | None:
    """Figures around a place whose commas do not mark thousands."""
    start = source.line_starts[source.line_at(offset) - 1]
    for found in _COMMAS.finditer(source.text, start, _line_end(source, offset)):
        if found.start() <= offset <= found.end():
            return Span(source, *found.span())
    return None


def _capitalised(source: Source, offset: int, keywords: Mapping[str, str]) -> Span | None:
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
