"""Values as people and machines read them.

People read `898,765.44 USD`, `5 business days`, `2031-05-01`, `yes`, and of what is not known exactly `between 5 and
7`, `at least 3`, `Gas or Heat Pump`, `unknown`. Machines read the same as JSON, in which no number is ever the
machine's own kind, which would round it: numbers are texts.

| value | JSON |
|---|---|
| number | `"0.075"`, and `"1/3"` where it never ends |
| money | `{"amount": "898765.44", "currency": "USD"}` |
| quantity | `{"amount": "40", "unit": "Tonnes"}` |
| duration | `{"count": "5", "unit": "business day"}` |
| date, instant | `"2031-05-01"` |
| what has not come | `{"comes": "not yet"}`, and `{"comes": "never"}` if it can no longer come |
| period | `{"period": "2031-05"}`; a week or a span `{"period": "2031-01-01/2031-06-30"}` |
| day of a year | `{"day": "June 30"}` |
| choice, party, text | `"Gas"` |
| yes/no | `true`, `false` |
| list | `[...]` |
| between two ends | `{"from": ..., "to": ...}`, without the end that has no bound |
| one of several | `{"one of": [...]}` |
| nothing known | `{"unknown": true}` |
| an answer | `"yes"`, `"no"`, `"not yet"`, or `{"one of": [...]}` |
"""

import json
from datetime import date
from fractions import Fraction
from typing import TypeAlias, assert_never

from dealwright.value.amounts import Money, Quantity
from dealwright.value.durations import Duration
from dealwright.value.figures import plain, written
from dealwright.value.moment import Instant, Never
from dealwright.value.periods import MonthDay, Period
from dealwright.value.truth import WORDS, Level, Truth
from dealwright.value.uncertain import Among, Bound, Choice, Party, Range, Unbounded, Unknown, Value

Json: TypeAlias = bool | str | list["Json"] | dict[str, "Json"]
"""What a value is for machines."""


def text_of(value: Value | Truth) -> str:
    """A value for people."""
    match value:
        case Fraction():
            return written(value)
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case date():
            return value.isoformat()
        case Choice(name) | Party(name):
            return name
        case Money() | Quantity() | Duration() | Instant() | Never() | Period() | MonthDay() | Truth():
            return value.text()
        case tuple():
            return ", ".join(map(text_of, value))
        case Range(low, high):
            return _range_text(low, high)
        case Among(values):
            return " or ".join(sorted(map(text_of, values)))
        case Unknown():
            return "unknown"
        case _:
            assert_never(value)


def _range_text(low: Bound, high: Bound) -> str:
    if isinstance(low, Unbounded):
        if isinstance(high, Unbounded):
            return "unknown"
        if isinstance(high, Never):
            return f"any day, or {text_of(high)}"
        return f"{text_of(high)} or earlier" if isinstance(high, date | Instant) else f"at most {text_of(high)}"
    if isinstance(high, Unbounded):
        return f"{text_of(low)} or later" if isinstance(low, date | Instant) else f"at least {text_of(low)}"
    if isinstance(low, Never):
        return f"{text_of(low)} or {text_of(high)}"
    if isinstance(high, Never):
        return f"{text_of(low)} or later, or {text_of(high)}"
    return f"between {text_of(low)} and {text_of(high)}"


def json_of(value: Value | Truth) -> Json:
    """A value for machines, in the form that the table above gives."""
    match value:
        case Fraction():
            return plain(value)
        case bool() | str():
            return value
        case Money():
            return {"amount": value.decimal(), "currency": value.currency}
        case Quantity():
            return {"amount": plain(value.amount), "unit": value.unit}
        case Duration():
            return {"count": plain(value.count), "unit": value.unit}
        case date() | Instant() | Choice() | Party():
            return text_of(value)
        case Never():
            return {"comes": value.text()}
        case Period():
            return {"period": value.text().replace(" to ", "/")}
        case MonthDay():
            return {"day": value.text()}
        case tuple():
            return [json_of(item) for item in value]
        case Range(low, high):
            said = (("from", low), ("to", high))
            known = {word: json_of(end) for word, end in said if not isinstance(end, Unbounded)}
            return known or {"unknown": True}
        case Among(values):
            return {"one of": sorted(map(json_of, values), key=lambda item: json.dumps(item, sort_keys=True))}
        case Unknown():
            return {"unknown": True}
        case Truth():
            levels: list[Json] = [WORDS[level] for level in Level if value.low <= level <= value.high]
            return levels[0] if value.known else {"one of": levels}
        case _:
            assert_never(value)
