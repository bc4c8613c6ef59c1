"""The values and citations that words state, as the rules beside them write them: `thirty days` is `30 days`.

Words and rules say the same thing twice. When an amendment puts "forty-five (45) days" in the place of "thirty (30)
days", the rule that says `30 days` says `45 days` from then on; when it changes a value by its term, the words that
stated the old value state the new one, in the manner of the old. What is not one of the plain forms below is no value
to us, and an operation on it says itself what becomes of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from dealwright import expression as e
from dealwright.amend.spelling import COUNT_WORD, count_of, count_words
from dealwright.text import steps_of
from dealwright.value import Duration, Money
from dealwright.write import expression as written

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP"}
_FIGURES: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(?:\.[0-9]{1,12})?(?![0-9])"
_MONTH: Final = "|".join(_MONTHS)
_FORMS: Final = re.compile(
    rf"(?P<iso>\b[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b)"
    rf"|(?P<date>\b(?:(?P<m1>{_MONTH})\s+(?P<d1>[0-9]{{1,2}}),?|(?P<d2>[0-9]{{1,2}})\s+(?P<m2>{_MONTH}),?)"
    rf"\s+(?P<year>[0-9]{{4}})\b)"
    rf"|(?P<money>(?P<sign>[$€£]|\b[A-Z]{{3}}\s+)(?P<amount>{_FIGURES}))"
    rf"|(?P<cited>\b(?P<unit>[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|[Ee]xhibit|[Ss]chedule)\s+"
    rf"(?P<number>(?:[0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z]\b)?(?:\([a-zA-Z0-9]{{1,4}}\))*(?<=[\w)])))"
    rf"|(?P<percent>\b(?P<rate>{_FIGURES})\s*(?:%|percent\b|per\s+cent\b))"
    rf"|(?P<length>\b(?P<count>[0-9]{{1,9}}|{COUNT_WORD})(?:\s*\((?P<figure>[0-9]{{1,9}})\))?(?:\s+|-)"
    rf"(?P<business>business\s+|calendar\s+)?(?P<time>day|week|month|quarter|year|hour|minute)s?\b)"
    rf"|(?P<plain>\b(?:{_FIGURES}|{COUNT_WORD})\b(?:\s*\([0-9]{{1,9}}\))?)"
)


@frozen
class Said:
    """A value in some words.

    Attributes:
        value: The value as a rule writes it.
        start: Where it begins.
        end: Where it ends.
        match: How it was written.
    """

    value: e.Expression
    start: int
    end: int
    match: re.Match[str]


def values_in(words: str) -> tuple[Said, ...]:
    """Every value and citation that some words state, in order."""
    return tuple(_said(words))


def differences(old: str, new: str) -> tuple[tuple[e.Expression, e.Expression], ...]:
    """The values that differ between two stretches of words which otherwise say the same; none if they do not."""
    first, second = values_in(old), values_in(new)
    kinds = [[_kind(said.value) for said in side] for side in (first, second)]
    if kinds[0] != kinds[1] or _around(old, first) != _around(new, second):
        return ()
    return tuple((one.value, other.value) for one, other in zip(first, second, strict=True) if one.value != other.value)


def respelled(words: str, old: e.Expression, new: e.Expression) -> tuple[str, int]:
    """Some words with one value for another, written as the old one was, and how often it stood there."""
    found = [said for said in values_in(words) if said.value == old]
    for said in reversed(found):
        words = words[: said.start] + _written(said.match, new) + words[said.end :]
    return words, len(found)


def _around(words: str, found: tuple[Said, ...]) -> list[str]:
    """What stands around values."""
    edges = [0, *(edge for said in found for edge in (said.start, said.end)), len(words)]
    return [" ".join(words[start:end].split()) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _kind(value: e.Expression) -> str:
    """What sort of value something is."""
    return value.kind if isinstance(value, e.Literal) else "citation"


def _said(words: str) -> Iterator[Said]:
    for match in _FORMS.finditer(words):
        value = _value(match)
        if value is not None:
            yield Said(value, match.start(), match.end(), match)


def _value(match: re.Match[str]) -> e.Expression | None:
    """The value that some words state; none if they look like one and are none."""
    match match.lastgroup:
        case "iso":
            return _day(match["iso"])
        case "date":
            month = _MONTHS.index(match["m1"] or match["m2"]) + 1
            return _day(f"{match['year']}-{month:02}-{int(match['d1'] or match['d2']):02}")
        case "money":
            sign = match["sign"].strip()
            return e.Literal("money", Money(_figures(match["amount"]), _SIGNS.get(sign, sign)))
        case "cited":
            return e.Address(tuple(reversed(steps_of(match["unit"].lower(), match["number"]))))
        case "percent":
            return e.Literal("percent", _figures(match["rate"]) / 100)
        case "length":
            unit = f"business {match['time']}" if (match["business"] or "").startswith("business") else match["time"]
            count = _count(match["count"])
            if unit not in {"day", "business day"} and unit.startswith("business"):
                return None
            return e.Literal("duration", Duration(Fraction(count), unit))
        case _:
            return e.Literal("number", _plain(match["plain"].partition("(")[0].strip()))


def _day(iso: str) -> e.Expression | None:
    try:
        return e.Literal("date", date.fromisoformat(iso))
    except ValueError:
        return None


def _figures(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else count_of(text)


def _plain(text: str) -> Fraction:
    return _figures(text) if text[0].isdigit() else Fraction(count_of(text))


# ---------------------------------------------------------------- in the manner of the old words


def _written(old: re.Match[str], new: e.Expression) -> str:
    """A value as the old one was written; as a rule writes it, where it is of another sort."""
    value = new.value if isinstance(new, e.Literal) else None
    match old.lastgroup, value:
        case "date", date():
            month = _MONTHS[value.month - 1]
            return f"{month} {value.day}, {value.year}" if old["m1"] else f"{value.day} {month} {value.year}"
        case "money", Money() if _SIGNS.get(old["sign"].strip(), old["sign"].strip()) == value.currency:
            return f"{old['sign']}{_in_figures(old['amount'], value.amount, cents=2)}"
        case "percent", Fraction():
            return old[0].replace(old["rate"], _in_figures(old["rate"], value * 100), 1)
        case "length", Duration() if value.count.denominator == 1:
            return _length(old, value)
        case "plain", Fraction() if value.denominator == 1 and not old["plain"][0].isdigit():
            return _counted(old["plain"].partition("(")[0].strip(), "(" in old["plain"], int(value))
        case "plain", Fraction():
            return _in_figures(old["plain"], value)
        case _:
            return written(new)


def _length(old: re.Match[str], value: Duration) -> str:
    """A length of time, its count in words or figures as before."""
    count = _counted(old["count"], old["figure"] is not None, int(value.count))
    calendar = old["business"] if (old["business"] or "").startswith("calendar") and value.unit == "day" else ""
    return f"{count} {calendar}{value.unit}{'' if value.count == 1 else 's'}"


def _counted(old: str, figure: bool, count: int) -> str:  # noqa: FBT001 - both are seen in the old words
    """A count in words or figures as before: `forty-five (45)`."""
    words = str(count) if old.isdigit() else count_words(count)
    return f"{words} ({count})" if figure else words


def _in_figures(old: str, amount: Fraction, cents: int = 0) -> str:
    """An amount with as many decimals as before, or as it needs; thousands marked unless they were not."""
    places = len(old.partition(".")[2]) or (0 if amount.denominator == 1 else cents)
    while places < 12 and (amount * 10**places).denominator != 1:  # noqa: PLR2004 - no amount has more
        places += 1
    marked = "," in old or len(old.partition(".")[0]) <= 3  # noqa: PLR2004 - three figures have no mark
    whole = round(amount * 10**places)
    figures = f"{whole // 10**places:,}" if marked else str(whole // 10**places)
    return f"{figures}.{whole % 10**places:0{places}}" if places else figures
