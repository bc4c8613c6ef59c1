"""A log: dated entries, in order, with what is given, what nobody knows, and the day through which nothing is missing.

A log comes from a scenario, from a file that people write (TOML) or machines write (JSON), or is put together in Python. It
is the same thing in all of them. An entry is written in the words of the language, as in a scenario; machines may state the
parts of the common ones instead:

    complete_through = 2031-08-01

    [[given]]
    says = "Heating is Gas"

    [[entry]]
    on = 2031-03-20
    says = "Handover"

    [[entry]]
    on = 2031-04-12
    event = "Inspection"
    by = "Surveyor"
    with = { Passed = true, Cost = { amount = "350", currency = "EUR" } }

    [[entry]]
    on = 2031-05-02
    duty = "Rent for 2031-05"
    paid = { amount = "2400.00", currency = "EUR" }
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from dealwright import model as m
from dealwright.diagnostic import DealError, echo, problem
from dealwright.intake import as_source, read_log
from dealwright.limits import DEFAULT, Limits
from dealwright.read import read
from dealwright.source import Source, Span

_TOP: Final = ("complete_through", "entry", "given", "unknown", "choosing")
_ENTRY: Final = (
    "on",
    "says",
    "event",
    "by",
    "with",
    "amount",
    "to",
    "duty",
    "paid",
    "performed",
    "signed",
    "exercises",
    "form",
)
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£"}


@frozen
class Log:
    """What happened, as far as is known.

    Attributes:
        entries: Dated entries, in order; those of one day in the order in which they happened.
        given: What holds from the start.
        unknown: What nobody knows.
        complete_through: The last day of which nothing is missing, or None if the log does not say.
        choices: Readings and the alternative that the log takes.
    """

    entries: tuple[m.Dated, ...] = ()
    given: tuple[m.Given | m.GivenList, ...] = ()
    unknown: tuple[m.Unknown, ...] = ()
    complete_through: date | None = None
    choices: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(cls, scenario: m.Scenario) -> Log:
        """The log of a scenario.

        Raises:
            DealError: An entry is earlier than the one before it.
        """
        lines = scenario.lines
        entries = tuple(line for line in lines if isinstance(line, m.Dated))
        late = [b for a, b in zip(entries, entries[1:], strict=False) if b.on < a.on]
        if late:
            raise DealError(problem("L110", "this entry is earlier than the one before it", one.span) for one in late)
        return cls(
            entries,
            tuple(line for line in lines if isinstance(line, (m.Given, m.GivenList))),
            tuple(line for line in lines if isinstance(line, m.Unknown)),
            next((line.through for line in lines if isinstance(line, m.Complete)), None),
            tuple((line.reading, line.label) for line in lines if isinstance(line, m.Choosing)),
        )

    @classmethod
    def read(cls, path: str | Path, limits: Limits = DEFAULT) -> Log:
        """Read a log from a file, by its ending.

        Raises:
            DealError: The file cannot be read, or is no log.
        """
        source = read_log(Path(path), limits)
        return cls.parse(source.text, "json" if str(path).endswith(".json") else "toml", source.name)

    @classmethod
    def parse(cls, text: str, form: str = "toml", name: str = "log") -> Log:
        """Read a log from a text in TOML or JSON.

        Raises:
            DealError: The text is no log.
        """
        source = as_source(name, text)
        return _written(_loaded(source, form), source)

    def on(self, day: date, says: str) -> Log:
        """This log with one more entry, in the words of the language.

        Raises:
            DealError: The words are no entry, or the day is earlier than the last entry's.
        """
        more = cls_of(f"    {day.isoformat()} {says}\n")
        if self.entries and day < self.entries[-1].on:
            raise DealError([problem("L110", "this entry is earlier than the one before it", more.entries[0].span)])
        return evolve(self, entries=(*self.entries, *more.entries))

    def with_given(self, says: str) -> Log:
        """This log with something given from the start, as in `Turnover is €5,000`."""
        return evolve(self, given=(*self.given, *cls_of(f"    given {says}\n").given))

    def with_unknown(self, name: str) -> Log:
        """This log with something of which nobody knows."""
        return evolve(self, unknown=(*self.unknown, *cls_of(f"    {name} is unknown\n").unknown))

    def complete(self, through: date) -> Log:
        """This log, complete through a day."""
        return evolve(self, complete_through=through)


def cls_of(lines: str) -> Log:
    """The log of some lines of a scenario."""
    document = read(as_source("log", f'scenario "log"\n{lines}'))
    return Log.of(document.scenarios[0])


def _loaded(source: Source, form: str) -> dict[str, Any]:
    """The data of a text."""
    whole = Span(source, 0, 0)
    try:
        if form == "json":
            data = json.loads(source.text, parse_float=Decimal, object_pairs_hook=_unique(whole))
        else:
            data = tomllib.loads(source.text, parse_float=Decimal)
    except (ValueError, RecursionError) as trouble:
        raise DealError([problem("L109", f"this is no {form.upper()}: {str(trouble)[:120]}", whole)]) from None
    if not isinstance(data, dict):
        raise DealError([problem("L109", "a log is a table with entries", whole)])
    return data


def _unique(whole: Span) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """A reader of JSON objects that refuses a key that is there twice."""

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice = next(key for place, (key, _) in enumerate(pairs) if key in {k for k, _ in pairs[:place]})
            raise DealError([problem("L107", f"the key {echo(twice)} is there twice", whole)])
        return found

    return build


def _written(data: dict[str, Any], source: Source) -> Log:
    """A log from its data: everything is put into the words of a scenario, and read as one."""
    whole = Span(source, 0, 0)
    wrong = [
        problem("L109", f"a log has no {echo(key)}", whole, help=f"it has {', '.join(_TOP)}")
        for key in data
        if key not in _TOP
    ]
    lines = []
    for name, label in (data.get("choosing") or {}).items():
        lines.append(f'    choosing {name} "{label}"')
    for one in data.get("given", ()):
        lines.append(f"    given {one['says'] if isinstance(one, dict) and 'says' in one else one}")
    lines.extend(f"    {one} is unknown" for one in data.get("unknown", ()))
    through = data.get("complete_through")
    if through is not None:
        lines.append(f"    complete through {_day(through, wrong, whole)}")
    for place, one in enumerate(data.get("entry", ()), 1):
        lines.append(_entry(one, place, wrong, whole))
    if wrong:
        raise DealError(wrong)
    document = read(as_source(source.name, f'scenario "{source.name}"\n' + "\n".join(lines) + "\n"))
    return Log.of(document.scenarios[0])


def _day(value: Any, wrong: list[Any], whole: Span) -> str:
    """A day in the words of the language."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    wrong.append(problem("L102", f"{echo(str(value))} is no day", whole))
    return "2000-01-01"


def _entry(one: Any, place: int, wrong: list[Any], whole: Span) -> str:
    """An entry in the words of the language."""
    if not isinstance(one, dict) or "on" not in one:
        wrong.append(
            problem("L109", f"entry {place} does not say on which day it is", whole, help="add `on = 2031-03-20`")
        )
        return ""
    wrong.extend(
        problem("L109", f"entry {place} has an unknown key {echo(key)}", whole) for key in one if key not in _ENTRY
    )
    head = f"    {_day(one['on'], wrong, whole)} "
    by = _names(one.get("by"))
    attributes = ", ".join(f"{name}: {_value(value, wrong, whole)}" for name, value in (one.get("with") or {}).items())
    tail = (f" by {by}" if by else "") + (f" with {attributes}" if attributes else "")
    if "says" in one:
        return head + str(one["says"])
    if "event" in one and "amount" in one:
        payer = f" by {by}" if by else ""
        return f"{head}{one['event']} of {_value(one['amount'], wrong, whole)}{payer} to {one.get('to', '')}"
    if "event" in one:
        return head + str(one["event"]) + tail
    if "duty" in one and "paid" in one:
        return f"{head}{one['duty']} paid {_value(one['paid'], wrong, whole)}" + (f" by {by}" if by else "")
    if "duty" in one:
        return f"{head}{one['duty']} performed" + (f" by {by}" if by else "")
    if "signed" in one:
        return head + f"{one['signed']} signed" + tail
    if "exercises" in one:
        form = f" by {one['form']}" if "form" in one else ""
        return f"{head}{by} exercises {one['exercises']}{form}" + (f" with {attributes}" if attributes else "")
    wrong.append(
        problem(
            "L109",
            f"entry {place} does not say what happened",
            whole,
            help='add `says = "..."` in the words of a scenario',
        )
    )
    return ""


def _names(by: Any) -> str:
    """Parties in the words of the language."""
    return " and ".join(by) if isinstance(by, list) else str(by or "")


def _value(value: Any, wrong: list[Any], whole: Span) -> str:
    """A value in the words of the language; money is `{amount, currency}`, a choice or a party its name."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and set(value) == {"amount", "currency"}:
        sign = _SIGNS.get(value["currency"], f"{value['currency']} ")
        return f"{sign}{value['amount']}"
    if isinstance(value, (int, Decimal)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value if value[:1].isupper() else f'"{value}"'
    wrong.append(problem("L102", f"{echo(str(value))} is no value that an entry may have", whole))
    return "0"
