"""The facts of a log, bound to what a contract declares.

An entry names events, duties, powers and values in words; here each has become a key and a value of the right kind,
or a diagnostic at the entry. Nothing is coerced: text is no number, a date in quotes is no date.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

from attrs import field, frozen

from dealwright.source import NOWHERE, Span
from dealwright.value import Money


@frozen
class Happened:
    """An event happened."""

    event: str
    by: tuple[str, ...]
    attributes: tuple[tuple[str, Any], ...]
    amount: Money | None
    to: str


@frozen
class PaidUnder:
    """Money was paid under a named duty; `names` are the keys that the name may mean."""

    names: tuple[str, ...]
    index: Any
    amount: Money
    by: tuple[str, ...]


@frozen
class PerformedUnder:
    """A named duty was performed."""

    names: tuple[str, ...]
    index: Any
    by: tuple[str, ...]


@frozen
class Moved:
    """One paid another, under whatever duty it fits."""

    payer: str
    payee: str
    amount: Money


@frozen
class SignedBy:
    """An instrument was signed by some, with authority and in writing, or not."""

    instrument: str
    by: tuple[str, ...]
    proper: bool


@frozen
class Given:
    """An input or a question has a value, or nobody knows it."""

    key: str
    index: Any
    value: Any


@frozen
class NotKnown:
    """Nobody knows of an event, a duty or an input."""

    keys: tuple[str, ...]


@frozen
class FoundStatus:
    """A status that a court or the parties settled."""

    names: tuple[str, ...]
    index: Any
    status: str


@frozen
class SetFor:
    """An event was set for a day."""

    event: str
    on: date
    attributes: tuple[tuple[str, Any], ...]


@frozen
class Exercised:
    """Somebody exercised a power."""

    names: tuple[str, ...]
    by: tuple[str, ...]
    form: str
    attributes: tuple[tuple[str, Any], ...]


@frozen
class Waived:
    """Somebody waived conditions, a limb of one, norms; all that stands in a provision."""

    by: tuple[str, ...]
    conditions: tuple[str, ...]
    label: str
    names: tuple[str, ...]
    index: Any = None


@frozen
class Struck:
    """A court struck a provision, for good or through a day."""

    identity: str
    until: date | None = None


@frozen
class Barred:
    """The law bars performance of norms."""

    names: tuple[str, ...]
    until: date | None


@frozen
class Evidence:
    """Somebody said so; it is no fact."""

    source: str
    text: str


Fact: TypeAlias = (
    Happened
    | PaidUnder
    | PerformedUnder
    | Moved
    | SignedBy
    | Given
    | NotKnown
    | FoundStatus
    | SetFor
    | Exercised
    | Waived
    | Struck
    | Barred
)


@frozen
class Entry:
    """A fact on its day, at its place in the log; `recorded` is the day on which it became known."""

    on: date
    fact: Fact
    words: str
    recorded: date = date.min
    span: Span = field(default=NOWHERE, eq=False, repr=False)


@frozen
class Asserted:
    """Evidence on its day, and the day on which it became known."""

    on: date
    fact: Evidence
    words: str
    recorded: date
    span: Span = field(default=NOWHERE, eq=False, repr=False)


@frozen
class Facts:
    """A whole log, bound.

    Attributes:
        entries: In order.
        given: What holds from the start.
        unknown: What nobody knows at all.
        complete: The last day of which nothing is missing; `assumed` if the log does not say.
        unordered: The days whose order is not known.
        evidence: What was only asserted.
        title: What the log calls itself; empty if it does not.
    """

    entries: tuple[Entry, ...]
    given: tuple[Given, ...]
    unknown: tuple[NotKnown, ...]
    complete: date | None
    unordered: frozenset[date]
    evidence: tuple[Asserted, ...] = ()
    title: str = ""


def is_meant(instance: Any, wanted: Any) -> bool:
    """Whether an instance of a norm is the one for a period, a number or a party, or one of those for a party."""
    return bool(instance == wanted) or (isinstance(instance, tuple) and wanted in instance)
