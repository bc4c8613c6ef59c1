"""An instrument as written becomes text in force: each provision gets its identity.

An identity is the address at which a provision was first written: `Bakery Lease: section 3.4 / sentence 1`. Articles
are left out where sections count through; where they do not, or in a schedule, what is around tells them apart. It is
given once: if a later provision would get the same, since the number became free, it gets a further mark.

An amendment's operations are not part of its text, but the words in them are: who reads the amendment reads
the new section in it, in its quotation marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from dealwright import model as m
from dealwright.text.bodies import Body
from dealwright.text.nodes import ANNEXES, Element, Gone, Node, Origin
from dealwright.write import address as cited

OPERATIONS = (
    m.Replace, m.Delete, m.Insert, m.WordChange, m.Renumber, m.ChangeValue, m.Substitute, m.Join, m.Reaffirm,
    m.WaiveFor,
)  # fmt: skip

GONE_WORDS: Final = {"deleted": "deleted", "superseded": "replaced", "severed": "struck"}
"""How it is written that a provision is gone, and what that is called."""


class Naming:
    """The identities that are taken."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with those that are taken."""
        self.taken = set(taken)

    def fresh(self, wanted: str) -> str:
        """An identity that nobody has: the one wanted, or with a mark."""
        identity, count = wanted, 1
        while identity in self.taken:
            count += 1
            identity = f"{wanted} [{count}]"
        self.taken.add(identity)
        return identity


def body_of(instrument: m.Instrument) -> Body:
    """The text of an instrument as written."""
    once = _sections_once(instrument.items)
    naming = Naming()
    content = tuple(
        part
        for item in instrument.items
        for part in _elements(item, f"{instrument.name}:", instrument.name, once, naming)
    )
    return Body(instrument, content)


def node_of(
    provision: m.Provision, parent: str, instrument: str, naming: Naming, origins: tuple[Origin, ...] = ()
) -> Node:
    """A provision that an operation puts into the text, with all that stands in it.

    Args:
        provision: What is put in.
        parent: The identity of the provision around it, or the instrument's name and a colon.
        instrument: The instrument whose text it becomes part of.
        naming: The identities that are taken.
        origins: The operation.
    """
    return _node(provision, parent, instrument, frozenset(), naming, origins)


def within(parent: str, unit: str, number: str) -> str:
    """The identity of a provision in another one, or at the top of an instrument."""
    name = f"{unit} {number}".rstrip()
    return f"{parent} {name}" if parent.endswith(":") else f"{parent} / {name}"


def _node(
    provision: m.Provision,
    parent: str,
    instrument: str,
    once: frozenset[str],
    naming: Naming,
    origins: tuple[Origin, ...] = (),
) -> Node:
    around = f"{instrument}:" if provision.unit == "section" and provision.number in once else parent
    identity = naming.fresh(within(around, provision.unit, provision.number))
    below = frozenset[str]() if provision.unit in ANNEXES else once
    gone = _gone(provision, identity)
    content = tuple(
        part
        for item in provision.items
        if not gone or not isinstance(item, m.Tombstone | m.Words)
        for part in _elements(item, identity, instrument, below, naming, origins)
    )
    return Node(
        provision.unit,
        provision.number,
        provision.heading,
        identity,
        instrument,
        content,
        origins,
        gone,
        span=provision.span,
    )


def _gone(provision: m.Provision, identity: str) -> tuple[Gone, ...]:
    """That a provision is written as one that is gone; the words in it are those left in its place."""
    marks = [item for item in provision.items if isinstance(item, m.Tombstone)]
    if not marks:
        return ()
    by = marks[0].by
    word = GONE_WORDS[marks[0].word]
    left = "\n".join(line for item in provision.items if isinstance(item, m.Words) for line in item.lines)
    where = "" if by is None else cited(evolve(by, instrument=""))
    return (Gone(word, Origin("" if by is None else by.instrument, where, word), identity, left),)


def _elements(
    item: m.Item,
    parent: str,
    instrument: str,
    once: frozenset[str],
    naming: Naming,
    origins: tuple[Origin, ...] = (),
) -> tuple[Element, ...]:
    """What an item is in the text: a provision a node, an operation the words in it, all else itself."""
    if isinstance(item, m.Provision):
        return (_node(item, parent, instrument, once, naming, origins),)
    if isinstance(item, OPERATIONS):
        return tuple(_words_of(item))
    return (item,)


def _words_of(operation: m.Item) -> Iterator[m.Words]:
    """The words in an operation, as the instrument that holds it shows them."""
    inner = operation.items if isinstance(operation, m.Replace | m.Insert) else ()
    pending = list(reversed(inner))
    while pending:
        item = pending.pop()
        if isinstance(item, m.Words):
            yield item
        elif isinstance(item, m.Provision):
            shown = item.number if item.unit != "sentence" else ""
            line = f"{shown} {item.heading}".strip()
            if line:
                yield m.Words((line,), span=item.span)
            pending.extend(reversed(item.items))


def _sections_once(items: Iterable[m.Item]) -> frozenset[str]:
    """The numbers of sections that an instrument has only once."""
    counted: Counter[str] = Counter()
    pending = list(items)
    while pending:
        item = pending.pop()
        if isinstance(item, m.Provision):
            counted[item.number] += item.unit == "section"
            pending.extend(() if item.unit in ANNEXES else item.items)
    return frozenset(number for number, count in counted.items() if count == 1)
