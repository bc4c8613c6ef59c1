"""How values are written: for people, and as JSON for machines.

For machines dates are ISO texts, money is `{"amount": "898765.44", "currency": "USD"}`, numbers are decimal texts, a range is
`{"from": ..., "to": ...}` with `null` for an open end or for what never comes, and what is not known is `{"unknown": true}`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from dealwright.value.moment import Instant, Never
from dealwright.value.quantity import Choice, Duration, Money, MonthDay, Party, Period, decimal_text, number_text
from dealwright.value.truth import Truth
from dealwright.value.uncertain import Among, Range, Unbounded, Unknown

Json: TypeAlias = None | bool | str | int | list["Json"] | dict[str, "Json"]


def text_of(value: Any) -> str:  # noqa: PLR0911
    """A value for people."""
    match value:
        case Truth():
            return value.word
        case bool():
            return "yes" if value else "no"
        case Money() | Duration() | Period() | MonthDay():
            return value.text()
        case Fraction():
            return number_text(value)
        case Instant():
            return value.day.isoformat()
        case date():
            return value.isoformat()
        case Never():
            return "never" if value.settled else "not yet"
        case Range(low=low, high=high):
            if isinstance(low, Unbounded):
                return f"at most {text_of(high)}"
            if isinstance(high, (Unbounded, Never)):
                return f"{text_of(low)} or later" if isinstance(low, (date, Instant)) else f"at least {text_of(low)}"
            return f"{text_of(low)} to {text_of(high)}"
        case Among(values=values):
            return " or ".join(sorted(map(text_of, values)))
        case Choice(name=name) | Party(name=name):
            return name
        case tuple():
            return ", ".join(map(text_of, value))
        case Unknown():
            return "unknown"
        case _:
            return str(value)


def json_of(value: Any) -> Json:  # noqa: PLR0911
    """A value for machines."""
    match value:
        case Truth():
            return {"unknown": True} if not value.known else value.word
        case None | Never() | Unbounded():
            return None
        case bool():
            return value
        case Money():
            return {"amount": value.decimal(), "currency": value.currency}
        case Fraction():
            return decimal_text(value)
        case Range(low=low, high=high):
            return {"from": json_of(low), "to": json_of(high)}
        case Among(values=values):
            return {"one of": sorted(map(text_of, values))}
        case Unknown():
            return {"unknown": True}
        case tuple():
            return [json_of(item) for item in value]
        case _:
            return text_of(value)
