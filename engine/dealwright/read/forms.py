"""Numbers, dates and amounts in forms that people use and the language does not have.

`1/5/2031` is the first of May to some and the fifth of January to others, `1.000` a thousand or one, and `5 USD` could
be five of anything. The language has one form for each. The others are told with the form that is meant, wherever they
stand in a rule, before the rule is read: several would otherwise pass for a calculation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.source import Source, Span
from dealwright.value import is_currency

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_FORMS: Final = re.compile(
    r'"(?:[^"\n]|"")*"?|\#[^\n]*|^[ \t]*\|[^\n]*'
    r"|(?P<glued>[A-Z]{2,3}[$€£] ?[0-9][0-9.,]*|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)[0-9][0-9.,]*\b)"
    rf"|(?P<american>{_MONTH} [0-9]{{1,2}}(?:(?:st|nd|rd|th)?,? [0-9]{{4}}(?![\w\-])|(?:st|nd|rd|th)\b))"
    r"|(?P<money>(?:[$€£] *|[A-Z]{3} )[0-9](?:[0-9.,]*[0-9])?)"
    r"|[A-Za-z][\w'&\-]*"
    r"|(?P<clock>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z]+)"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9\-])(?: [0-9]{2}:[0-9:.]+)?"
    r"|(?P<date>[0-9]{1,4}(?P<sign>[/\-])[0-9]{1,2}(?P=sign)[0-9]{1,4}|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}(?![0-9.]))"
    rf"|(?P<day>[0-9]{{1,2}}(?:(?:st|nd|rd|th)(?: of)?)? {_MONTH}(?:,? [0-9]{{4}}(?![\w\-]))?)"
    r"|(?P<number>[0-9][0-9.,]*[eE][+\-]?[0-9]+\b|[0-9]+(?:_[0-9]+)+|[0-9]{1,3}(?:'[0-9]{3})+\b)"
    r"|(?P<after>[0-9](?:[0-9.,]*[0-9])? ?(?:[$€£](?![0-9])|[A-Z]{3}\b))"
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|(?P<point>(?<![\w)])\.[0-9]+)",
    re.MULTILINE,
)
_GROUPED: Final = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_UNIT_BEFORE: Final = re.compile(r"(?:article|section|clause|sentence|paragraph|schedule|exhibit|part|recital)s? $")
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£"}
_MONTHS_OF_A_YEAR: Final = 12
_CENTURY: Final = 100
_THIS_CENTURY: Final = 2000


def scan_forms(source: Source) -> Iterator[Diagnostic]:
    """Every number, date or amount in a form that the language does not have."""
    for match in _FORMS.finditer(source.text):
        if match.lastgroup is not None:
            yield from _told(match.lastgroup, match, source)


def _told(form: str, match: re.Match[str], source: Source) -> Iterator[Diagnostic]:
    words = match[0]
    span = Span(source, *match.span())
    match form:
        case "glued" | "money" | "after":
            yield from _amount(form, words, span)
        case "american" | "day" | "date" | "sign":
            if not _after_unit(span):
                yield _date(words, span)
        case "clock":
            message = f"{echo(words)} is no clock time as the language writes them"
            yield problem("S302", message, span, help=f"write `{words[:10]} {words[11:16]}`")
        case _:
            message = f"{echo(words)} is no number as the language writes them"
            yield problem("S301", message, span, help=f"write `{_number(words)}`")


def _after_unit(span: Span) -> bool:
    """Whether a provision's number stands here."""
    return _UNIT_BEFORE.search(span.source.text, max(0, span.start - 12), span.start) is not None


def _number(words: str) -> str:
    """The number that is meant, as the language writes it."""
    if words.startswith("."):
        return f"0{words}"
    if re.search("[eE]", words):
        return "100,000` or `0.001"
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", re.sub("[_']", "", words))


def _amount(form: str, words: str, span: Span) -> Iterator[Diagnostic]:
    """An amount with its currency in the wrong place, or with figures grouped in another way."""
    currency = next((sign for sign in "$€£" if sign in words), "")
    letters = re.sub("[^A-Z]", "", words)
    figures = re.sub("[^0-9.,]", "", words).rstrip(".,")
    if letters and not currency and not is_currency(letters):
        return
    if form == "money" and _GROUPED.fullmatch(figures) and not re.match("[$€£] ", words):
        return
    sign = currency or _SIGNS.get(letters, f"{letters} ")
    message = f"{echo(words)} is no amount as the language writes them"
    advice = f"the currency stands first, commas mark thousands and a point the cents: `{sign}{_regrouped(figures)}`"
    yield problem("S304", message, span, help=advice)


def _regrouped(figures: str) -> str:
    """Figures with commas between thousands and a point before decimals, as far as that can be told."""
    if _GROUPED.fullmatch(figures):
        return figures
    whole, _, decimals = figures.replace(".", ",").rpartition(",")
    return f"{whole.replace(',', '')}.{decimals}"


def _date(words: str, span: Span) -> Diagnostic:
    """A date in another form, with the days that it may mean."""
    meant = " or ".join(f"`{day}`" for day in _meant(words)) or "`2031-05-01`, or `June 30` for a day of every year"
    return problem("S302", f"{echo(words)} is no date as the language writes them", span,
                   help=f"write year, month and day: {meant}")  # fmt: skip


def _meant(words: str) -> list[str]:
    """The days that a date in another form may mean."""
    numbers = [int(figures) for figures in re.findall("[0-9]+", words)]
    named = re.search("[A-Z][a-z]{2}", words)
    if named:
        month = _MONTHS.index(named[0].lower()) + 1
        return [_written(year, month, numbers[0]) for year in numbers[1:]]
    first, second, third = numbers
    if first >= _CENTURY:
        return [_written(first, second, third)] if second <= _MONTHS_OF_A_YEAR else []
    year = third if third >= _CENTURY else _THIS_CENTURY + third
    days = [(year, second, first), (year, first, second)]
    if third < _CENTURY:
        days.append((_THIS_CENTURY + first, second, third))
    return list(dict.fromkeys(_written(*day) for day in days if day[1] <= _MONTHS_OF_A_YEAR))


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"
