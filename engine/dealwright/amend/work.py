"""One instrument being carried out on a draft: what its operations share.

Each operation gets its targets, its guard is held against the words that stand there, and what it did is written down.
For every thing that it touched a mark is left, by which two instruments of one day are told to be rivals.
"""

from __future__ import annotations

from typing import Final

from attrs import define, field, frozen

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.draft import Draft
from dealwright.amend.orders import Failure, Order
from dealwright.amend.record import Change
from dealwright.amend.targets import Target, gone, targets_of
from dealwright.diagnostic import Diagnostic, Place, echo
from dealwright.source import Span
from dealwright.text import Element, Node, Text

WHOLE: Final = "whole"
"""As a part: that a change of a part is one of the whole provision."""


@frozen
class Touch:
    """What an operation changed.

    Attributes:
        way: The instrument and the provisions on the way to it.
        part: Empty for a whole provision; else which part: a term, some words, a place for something new.
        order: The operation.
    """

    way: tuple[str, ...]
    part: str
    order: Order = field(eq=False)


@define
class Work:
    """The carrying out of one instrument.

    Attributes:
        draft: The text that is changed.
        start: The text before the instrument.
        before: How many changes there were before it.
        touched: What was changed.
        aimed: What its operations were aimed at, whether or not they could change it.
        placed: The provisions that got a number.
        problems: What cannot be done.
        remarks: What can be done, and a careful reader would ask about.
    """

    draft: Draft
    start: Text
    before: int = 0
    touched: list[Touch] = field(factory=list)
    aimed: list[Touch] = field(factory=list)
    placed: list[tuple[Order, str]] = field(factory=list)
    problems: list[Diagnostic] = field(factory=list)
    remarks: list[Diagnostic] = field(factory=list)

    def targets(self, order: Order, aims: tuple[e.Aim, ...], verb: str) -> tuple[tuple[Target, ...], ...]:
        """What some addresses are aimed at, one group for each.

        Raises:
            Failure: One of them is nothing that stands now.
        """
        groups = []
        for aim in aims:
            try:
                found = targets_of(order, (aim,), self.start, verb)[0]
            except Failure:
                found = targets_of(order, (aim,), self.draft.text(), verb)[0]
            for target in found:
                part = f"term {target.term}" if target.term else ""
                self.aimed.append(Touch(self.draft.way(target.identity), part, order))
                self.stands(order, target, verb)
            groups.append(found)
        return tuple(groups)

    def stands(self, order: Order, target: Target, verb: str) -> None:
        """Make sure that a target was not taken away meanwhile.

        Raises:
            Failure: It was.
        """
        for reason in self.draft.gone(target.identity):
            raise gone(order, target.said, reason, verb, target.span)

    def guard(self, order: Order, targets: tuple[Target, ...], expecting: str, span: Span) -> None:
        """Hold the words that an operation expects against those that stand there.

        Raises:
            Failure: They do not stand there.
        """
        found = " ".join(plain(words_of(self.draft.content(target.identity))) for target in targets)
        if plain(expecting) not in found:
            raise order.fails(
                "A103",
                f"expects the words {echo(expecting)} in {echo(targets[0].said)}, which has others",
                span,
                also=tuple(Place(span_of(self.draft, target), "these words") for target in targets),
            )

    def did(
        self,
        order: Order,
        kind: str,
        identity: str,
        before: tuple[Element, ...],
        after: tuple[Element, ...],
        *,
        term: str = "",
        part: str = "",
    ) -> None:
        """Write down a change, and what it touched: the provision, or a part of it."""
        self.record(order, kind, identity, before, after, term)
        own = "" if part is WHOLE else part or (f"term {term}" if term else "")
        self.touched.append(Touch(self.draft.way(identity), own, order))

    def put_at(self, order: Order, place: str, parent: str, identity: str, before: tuple[Element, ...],
               after: tuple[Element, ...]) -> None:  # fmt: skip
        """Write down that something was inserted, and the place in a provision that it took."""
        self.record(order, "inserted", identity, before, after)
        self.touched.append(Touch(self.draft.way(parent), place, order))

    def record(
        self,
        order: Order,
        kind: str,
        identity: str,
        before: tuple[Element, ...],
        after: tuple[Element, ...],
        term: str = "",
    ) -> None:
        """Write down a change."""
        change = Change(kind, order.origin, identity, self.address(identity), term, before, after)
        self.draft.changes.append(change)

    def held(self, identity: str) -> tuple[Element, ...]:
        """A provision as it is now; of an instrument what stands in it."""
        return self.draft.content(identity) if identity in self.draft.bodies else (self.draft.node(identity),)

    def address(self, identity: str) -> str:
        """How a provision was cited before the instrument, or is now if it is new."""
        try:
            return self.start.address_of(self.start.node(identity))
        except KeyError:
            return self.draft.address(identity)


def span_of(draft: Draft, target: Target) -> Span:
    """Where a target stands."""
    if target.identity in draft.bodies:
        return draft.bodies[target.identity].instrument.span
    return draft.node(target.identity).span


def plain(text: str) -> str:
    """Words with all white space alike."""
    return " ".join(text.split())


def words_of(content: tuple[Element, ...]) -> str:
    """All words that stand in some content, in order."""
    found: list[str] = []
    pending = list(reversed(content))
    while pending:
        item = pending.pop()
        if isinstance(item, m.Words):
            found.extend(item.lines)
        elif isinstance(item, Node) and not item.gone:
            pending.extend(reversed(item.content))
    return "\n".join(found)


def rules_in(content: tuple[Element, ...]) -> list[m.Item]:
    """All rules and declarations that stand in some content; words, and that there is no rule, are none."""
    found: list[m.Item] = []
    pending = list(reversed(content))
    while pending:
        item = pending.pop()
        if isinstance(item, Node):
            pending.extend(() if item.gone else reversed(item.content))
        elif not isinstance(item, m.Words | m.NoRule | m.Absent | m.Tombstone | m.Sic):
            found.append(item)
    return found
