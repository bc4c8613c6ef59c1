"""A provision as it stands: its number and words today, and who it has been all along.

An amendment changes what a provision says and sometimes what it is called, yet people go on speaking of the same
provision. So each has an identity, given when it was first written and never given again, beside the number that it
carries today. A provision that is taken out leaves a tombstone in its place: its number is not given to its neighbour,
and a citation of it can be told from one of something that never was.

Every provision knows whose text it is part of. A section that an amendment inserts into a lease is part of the lease;
that it came later, and by whose hand, is its origin.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from attrs import field

from dealwright import model as m
from dealwright.node import node
from dealwright.source import NOWHERE, Span


def _place() -> Span:
    return field(eq=False, repr=False, kw_only=True, default=NOWHERE)


@node
class Origin:
    """Who wrote or changed something: a provision of an amending instrument, or a court.

    Attributes:
        instrument: The name of the instrument; empty for a court.
        address: Its provision, such as `section 3.2`; empty when it stands outside any.
        deed: What it did: `inserted`, `replaced`, `restated`, `amended`, `renumbered`, `deleted`, `struck`.
        span: The operation.
    """

    instrument: str
    address: str
    deed: str = "amended"
    span: Span = field(eq=False, repr=False, default=NOWHERE)

    def __str__(self) -> str:
        """As people cite it: `section 3.2 of First Amendment`."""
        if not self.instrument:
            return "a court"
        return f"{self.address} of {self.instrument}" if self.address else self.instrument


@node
class Gone:
    """That something is no longer there, and by whose hand.

    Attributes:
        word: `deleted`, `struck` by a court, or `replaced` where a provision around it was written anew without it.
        origin: Who did it.
        identity: The identity of the provision that is gone.
        left: The words left in its place, if any: `Intentionally Omitted`.
    """

    word: str
    origin: Origin
    identity: str
    left: str = ""


@node
class Node:
    """A provision that stands in the text, or the tombstone of one.

    Attributes:
        unit: The word for its level.
        number: Its number today, as written.
        heading: Its heading, if any.
        identity: What it is called for ever, such as `Bakery Lease: section 3.4 / sentence 1`.
        instrument: The instrument whose text it is part of.
        content: Words, rules and provisions in it, in order; never an operation. A tombstone keeps what it had.
        origins: The operations that put it there or changed it, in order; empty when it stands as first written.
        gone: Empty while it stands, else the one reason why it does not.
    """

    unit: str
    number: str
    heading: str
    identity: str
    instrument: str
    content: tuple[Element, ...]
    origins: tuple[Origin, ...] = ()
    gone: tuple[Gone, ...] = ()
    span: Span = _place()

    @property
    def name(self) -> str:
        """Its unit and number: `section 3.4`."""
        return f"{self.unit} {self.number}".rstrip()

    @property
    def title(self) -> str:
        """Its unit, number and heading as a heading shows them: `Article 3 Rent`."""
        return f"{self.unit.capitalize()} {self.number} {self.heading}".replace("  ", " ").rstrip()

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """Its unit and number as an address goes through them: `section 3.4(a)` is clause (a) of section 3.4."""
        return steps_of(self.unit, self.number)


Element: TypeAlias = m.Item | Node


Declaration: TypeAlias = m.Party | m.Unit | m.Event | m.PaymentEvent | m.Input | m.Record
DECLARATIONS: Final = (m.Party, m.Unit, m.Event, m.PaymentEvent, m.Input, m.Record)
"""What a log may speak of whichever text is in force: it outlasts the provision that declares it."""

ANNEXES: Final = frozenset({"schedule", "exhibit"})
"""Units that count their sections for themselves."""


def steps_of(unit: str, number: str) -> tuple[tuple[str, str], ...]:
    """A number as the steps of an address, outermost first: `3.4(a)` of a section is section 3.4, clause (a)."""
    head, *labels = number.split("(")
    if not labels:
        return ((unit, number),)
    steps = [(unit, head)] if head else []
    for place, label in enumerate(labels):
        steps.append((unit if not head and not place else "clause", f"({label}"))
    return tuple(steps)


def declared_name(declaration: Declaration) -> str:
    """The name that a declaration introduces."""
    return declaration.field.name if isinstance(declaration, m.Input) else declaration.name
