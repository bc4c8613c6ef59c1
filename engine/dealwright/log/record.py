"""What is known of what happened, in order, and what of it is sure.

A log is checked when it is made, as far as that can be done without a contract: its entries are in order, and nothing
is said twice or is both given and unknown.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, Self

from attrs import evolve, field, frozen

from dealwright import arguments
from dealwright import model as m
from dealwright.diagnostic import DealError, Place, echo, problem
from dealwright.intake import as_log, read_log
from dealwright.limits import DEFAULT, Limits
from dealwright.log.checks import chosen_twice, out_of_order, twice
from dealwright.log.places import Form, whole
from dealwright.log.sheet import Piece, Sheet
from dealwright.log.tables import scenario_in
from dealwright.log.values import Unsayable, day_in_words, in_words
from dealwright.log.writing import toml
from dealwright.node import node
from dealwright.source import NOWHERE, Source, Span
from dealwright.write.literals import quoted

_PYTHON = "log"
A_LOG: Final = 'a log: `Log.read(path)`, `Log.parse(text)`, or `Log().on(date(2031, 5, 8), "Handover")`'
"""What to give where a log is asked."""
_FORMS: Final = frozenset({"toml", "json"})


@node
class Assumed:
    """That a log does not say through which day it is complete: it is taken as complete through the day asked about."""


@frozen
class Log:
    """What happened, as far as is known.

    Attributes:
        entries: Dated entries, in order; those of one day in the order in which they happened.
        given: What holds for the whole log.
        unknown: What nobody knows.
        complete_through: The last day of which nothing is missing, or that the log does not say.
        name: What it is called; empty if it has no name.
        choices: Readings and the alternative that the log takes.
        source: The text it was read from.
    """

    entries: tuple[m.Dated, ...] = ()
    given: tuple[m.Given | m.GivenList, ...] = ()
    unknown: tuple[m.Unknown, ...] = ()
    complete_through: date | Assumed = Assumed()
    name: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    source: Source = field(default=NOWHERE.source, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """See that the log does not contradict itself.

        Raises:
            DealError: Entries are out of order (L110), something is said twice (L107), or is given and is unknown
                (L104).
            TypeError: It was put together of something else than the parts of a log.
        """
        arguments.each("entries", self.entries, m.Dated, A_LOG)
        arguments.each("given", self.given, (m.Given, m.GivenList), "what `.with_given(...)` takes, by it")
        arguments.each("unknown", self.unknown, m.Unknown, "what `.with_unknown(...)` takes, by it")
        arguments.each("choices", self.choices, tuple, "what `.choosing(...)` takes, by it")
        if not isinstance(self.complete_through, Assumed):
            arguments.day("complete_through", self.complete_through)
        problems = [
            *out_of_order(self.entries),
            *twice((*self.given, *self.unknown)),
            *chosen_twice(self.choices),
        ]
        if problems:
            raise DealError(problems)

    # ------------------------------------------------------------ reading and writing

    @classmethod
    def of(cls, scenario: m.Scenario, limits: Limits = DEFAULT) -> Self:
        """The log of a scenario; what the scenario reads and expects is no part of it.

        Raises:
            DealError: The log contradicts itself, or has too many entries (X205).
        """
        lines = scenario.lines
        entries = tuple(line for line in lines if isinstance(line, m.Dated))
        if len(entries) > limits.entries:
            span = entries[limits.entries].span
            raise DealError([problem("X205", f"a log may have {limits.entries:,} entries, and this has more", span)])
        through = [line for line in lines if isinstance(line, m.Complete)]
        if len(through) > 1:
            also = (Place(through[0].span, "the other day"),)
            raise DealError(
                [problem("L107", "two days are said to be the last complete one", through[1].span, also=also)]
            )
        return cls(
            entries,
            tuple(line for line in lines if isinstance(line, m.Given | m.GivenList)),
            tuple(line for line in lines if isinstance(line, m.Unknown)),
            through[0].through if through else Assumed(),
            scenario.title,
            tuple((line.reading, line.label) for line in lines if isinstance(line, m.Choosing)),
            scenario.span.source,
        )

    @property
    def scenario(self) -> m.Scenario:
        """The scenario that says the same and expects nothing."""
        through = (m.Complete(self.complete_through),) if isinstance(self.complete_through, date) else ()
        choices = tuple(m.Choosing(reading, label) for reading, label in self.choices)
        return m.Scenario(self.name, (*choices, *self.given, *self.unknown, *through, *self.entries))

    @classmethod
    def read(cls, path: str | os.PathLike[str], limits: Limits = DEFAULT) -> Self:
        """Read a log from a file whose name ends in `.toml` or `.json`.

        Args:
            path: Where it is.
            limits: How large it may be, and how many entries it may have.

        Raises:
            DealError: The file cannot be read, or is no log.
        """
        arguments.paths("path", path)
        arguments.of_kind("limits", limits, Limits, "`Limits.lowered(...)`")
        name = os.fspath(path)
        form: Form = "json" if name.lower().endswith(".json") else "toml"
        if not name.lower().endswith((".json", ".toml")):
            place = whole(Source(name, ""))
            raise DealError([problem("L109", f"{echo(name)} ends neither in `.toml` nor in `.json`", place)])
        return cls._read(read_log(path, limits), form, limits)

    @classmethod
    def parse(cls, text: str, form: Form = "toml", *, name: str = _PYTHON, limits: Limits = DEFAULT) -> Self:
        """Read a log from a text in TOML or JSON.

        Args:
            text: The text.
            form: `toml` or `json`.
            name: What to call the text in diagnostics.
            limits: How large it may be, and how many entries it may have.

        Raises:
            DealError: It is no log.
        """
        arguments.of_kind("text", text, str, "the text itself; `Log.read` reads a file")
        arguments.of_kind("name", name, str, "what to call the text in diagnostics")
        arguments.of_kind("limits", limits, Limits, "`Limits.lowered(...)`")
        if form not in _FORMS:
            arguments.of_kind("form", form, (), '`"toml"` or `"json"`')
        return cls._read(as_log(name, text, limits), form, limits)

    @classmethod
    def _read(cls, source: Source, form: Form, limits: Limits) -> Self:
        return evolve(cls.of(scenario_in(source, form, limits), limits), source=source)

    def to_toml(self) -> str:
        """The log as a TOML file, each entry in words; read again, it is the same log."""
        return toml(self.scenario)

    # ------------------------------------------------------------ putting a log together in Python

    def on(self, day: date | datetime, *says: str) -> Self:
        """This log with one or more entries of a day.

        Args:
            day: The day, or the day and the time in the time zone of the agreement.
            says: What happened, in words: `Deposit paid €900`.

        Raises:
            DealError: The words are no entry, or the log contradicts itself with them.
        """
        when = _sayable(day_in_words, day)
        more = _lines((m.Dated,), *(f"{when} {_one_line(one)}" for one in says))
        return evolve(self, entries=(*self.entries, *more))

    def with_given(self, what: str, *value: object) -> Self:
        """This log with a value given for the whole of it.

        Args:
            what: The input, `Turnover` or `Turnover for 2031-05`, or a question between quotation marks; alone, the
                whole sentence: `Turnover is €5,000`.
            value: An exact number, an amount of money, a day, a truth or another value of the engine; a text in words
                of the language, such as `€350` or `Heat Pump`; or a list of instances in words.

        Raises:
            DealError: These are no words of the language, or the log contradicts itself with them.
        """
        said = f"given {_one_line(what)}"
        match value:
            case ():
                more = _lines((m.Given, m.GivenList), said)
            case (list() | tuple() as instances,):
                words = "".join(f"\n        {_one_line(one)}" for one in instances)
                more = _lines((m.GivenList,), f"{said} are{words}")
            case (only,):
                more = _lines((m.Given, m.GivenList), f"{said} is {_sayable(in_words, only)}")
            case _:
                raise DealError([problem("L109", f"one value is given for {echo(what)}", NOWHERE)])
        return evolve(self, given=(*self.given, *more))

    def with_unknown(self, *what: str) -> Self:
        """This log with something of which nobody knows: an event, a duty, an input, a question.

        Raises:
            DealError: These are no words of the language, or the log contradicts itself with them.
        """
        more = _lines((m.Unknown,), *(f"{_one_line(one)} is unknown" for one in what))
        return evolve(self, unknown=(*self.unknown, *more))

    def choosing(self, reading: str, label: str) -> Self:
        """This log under another alternative of a reading.

        Raises:
            DealError: These are no words of the language, or another alternative is chosen already.
        """
        (chosen,) = _lines((m.Choosing,), f"choosing {_one_line(reading)} {quoted(_one_line(label))}")
        return evolve(self, choices=(*self.choices, (chosen.reading, chosen.label)))

    def complete(self, through: date) -> Self:
        """This log, complete through a day."""
        arguments.day("through", through)
        return evolve(self, complete_through=through)


def _lines(kinds: tuple[type, ...], *lines: str) -> list[Any]:
    """What some lines of a scenario say."""
    source = Source(_PYTHON, "\n".join(lines))
    sheet = Sheet()
    start = 0
    for line in lines:
        span = Span(source, start, start + len(line))
        sheet.line(kinds, span, Piece(line, span))
        start += len(line) + 1
    return list(sheet.read(_PYTHON, DEFAULT))


def _one_line(words: object) -> str:
    """Words that stand on one line."""
    if not isinstance(words, str) or not words.strip() or "\n" in words:
        advice = 'give words, such as `"Handover"`, each line by itself'
        raise DealError([problem("L109", "what a log says is one line of words", NOWHERE, help=advice)])
    return words


def _sayable(say: Callable[[object], str], value: object) -> str:
    """A value in words of the language."""
    try:
        return say(value)
    except Unsayable as wrong:
        raise DealError([problem(wrong.code, wrong.message, NOWHERE, help=wrong.advice)]) from None
