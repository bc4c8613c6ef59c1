"""From the text of a log file to what TOML or JSON says in it, exactly.

Numbers keep every decimal; none is read the machine's own way. Keys that stand twice are refused, and so is what would
take long: texts, numbers and brackets beyond their limits are told before anything is decoded.
"""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from decimal import Decimal
from typing import Any, Final

from dealwright.diagnostic import DealError, problem
from dealwright.intake import scan_characters
from dealwright.limits import Limits
from dealwright.log.places import Form, Places, survey, whole
from dealwright.log.values import Odd
from dealwright.source import Source, Span

_UNSEEN: Final = frozenset(("S102", "S103", "S104", "S105"))
_MANY_FIGURES: Final = re.compile("[0-9_]{1000,}")
_AT: Final = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)$")
_TWICE: Final = re.compile("twice|overwrite|redefine|mutate|[Dd]uplicate")
_MISTAKES: Final = (
    (r"=[ \t]*([0-9]{1,3}(?:,[0-9]{3})+)", "L102", "`{}` is no number as a log writes them", "numbers have no commas: `7200`"),
    (r"=[ \t]*([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])", "L102", "there is no day `{}`", "days are year-month-day: `2031-05-01`"),
    (r"=[ \t]*([$€£][0-9.,]*[0-9]|[A-Z]{3} [0-9.,]*[0-9])", "L102", "`{}` stands without quotation marks", 'write it as a text: `"€7,200"`'),
    (r"=[ \t]*([0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})", "L102", "`{}` is no day", "days are year-month-day: `2031-05-01`"),
)  # fmt: skip
_ADVICE: Final = {
    "toml": "a line is `key = value`, texts stand in quotation marks, and each entry begins with `[[entry]]`",
    "json": "keys and texts stand in quotation marks, with a comma between two and none after the last",
}


def decoded(source: Source, form: Form, limits: Limits) -> tuple[dict[str, Any], Places]:
    """What a log file says, and where.

    Raises:
        DealError: It is no TOML or JSON (L109), states a key twice (L107), holds characters that cannot be seen
            (family S), or is longer or deeper than it may be (family X).
    """
    codes = _UNSEEN | {"X104"} if form == "toml" else _UNSEEN
    wrong = [found for found in scan_characters(source, limits) if found.code in codes]
    figures = _MANY_FIGURES.search(source.text)
    if figures:
        wrong.append(problem("X107", "a number has too many figures", Span(source, *figures.span())))
    if wrong:
        raise DealError(wrong)
    if not source.text.strip():
        raise _unreadable("nothing stands in this log", whole(source), form)
    places = survey(source, form, limits)
    data = _json(source) if form == "json" else _toml(source)
    if places.twice:
        raise DealError(places.twice)
    if not isinstance(data, dict):
        raise _unreadable("a log is a table with entries", whole(source), form)
    if not data:
        raise _unreadable("nothing stands in this log", whole(source), form)
    return data, places


def _toml(source: Source) -> dict[str, Any]:
    """What a text in TOML says."""
    try:
        return tomllib.loads(source.text, parse_float=_number)
    except tomllib.TOMLDecodeError as trouble:
        at = _AT.search(str(trouble))
        line = int(at[1]) if at and at[1] else len(source.text.rstrip().split("\n"))
        said = source.line_text(line)
        if _TWICE.search(str(trouble)):
            if re.match(r"[ \t]*\[\[?[ \t]*entry\b", said):
                raise _unreadable(
                    "there are several entries, and not all begin with `[[entry]]`", _line(source, line), "toml"
                ) from None
            raise DealError([problem("L107", "this line states a key or a table again", _line(source, line))]) from None
        for pattern, code, message, advice in _MISTAKES:
            if (found := re.search(pattern, said)) and not _is_day(found[1]):
                start = source.line_starts[line - 1]
                span = Span(source, start + found.start(1), start + found.end(1))
                raise DealError([problem(code, message.format(found[1]), span, help=advice)]) from None
        raise _unreadable(
            "this line is no TOML, or what stands before it does not end", _line(source, line), "toml"
        ) from None


def _is_day(written: str) -> bool:
    """Whether a text is a day that there is."""
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _json(source: Source) -> Any:
    """What a text in JSON says."""
    try:
        return json.loads(source.text, parse_float=_number, parse_constant=Odd)
    except json.JSONDecodeError as trouble:
        at, text = trouble.pos, source.text
        before = len(text[:at].rstrip())
        if text[at : at + 1] in ("]", "}") and text[before - 1 : before] == ",":
            at = before - 1
        raise _unreadable("this is no JSON from here on", Span(source, at, at + 1), "json") from None


def _number(written: str) -> Decimal | Odd:
    """A number with decimals, exactly."""
    return Decimal(written) if re.fullmatch(r"[-+]?[0-9_]+\.[0-9_]+", written) else Odd(written)


def _line(source: Source, number: int) -> Span:
    """A line without the blanks around it."""
    start = source.line_starts[number - 1]
    words = source.line_text(number)
    start += len(words) - len(words.lstrip())
    return Span(source, start, start + len(words.strip()))


def _unreadable(message: str, span: Span, form: Form) -> DealError:
    return DealError([problem("L109", message, span, help=_ADVICE[form])])
