"""The conformed copy as a file that can be read again: the text in force, with no operation left to be carried out.

The agreement says what it says now. Each instrument that made it so stands after it with its own words and rules, and
with the line `in effect since ...`: what it changes is in the text already. What is gone leaves its number and a mark.
What a log may speak of stays, wherever it was declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import Consolidation, amended, parties_after
from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.paper import Hand
from dealwright.text import DECLARATIONS, GONE_WORDS, Body, Declaration, Element, Gone, Node, Text, declared_name
from dealwright.write import write_instrument

_MARKS: Final = {said: written for written, said in GONE_WORDS.items()}
_KEPT: Final = frozenset({"dated", "between"})
"""What an instrument whose changes are in the text goes on to say at its head, beside what it amends."""


def conforming(found: Consolidation, hands: Mapping[str, Hand]) -> tuple[m.Instrument, ...]:
    """The text in force as instruments that need nothing else and change nothing.

    Args:
        found: The text, with what is waived.
        hands: The instruments with their days.
    """
    text = found.text
    base, *others = text.bodies
    lost = _undeclared(text)
    made = [evolve(base.instrument, settings=_settings(text), items=_items(text, found, base, lost))]
    for body in others:
        items = _items(text, found, body, lost)
        made.append(evolve(body.instrument, settings=_heading(text, body, hands), items=items))
    return tuple(made)


def conforming_file(instruments: Iterable[m.Instrument], lead: Iterable[str] = ()) -> str:
    """Instruments as one file, what is said of them first, as comments."""
    said = "".join(f"# {line}\n" for line in lead)
    return "\n".join(part for part in (said, *map(write_instrument, instruments)) if part)


def unwritten(text: Text) -> Iterator[Diagnostic]:
    """What the file cannot say: that an instrument in the text comes to an end, and the changes that it made with it."""
    for body in text.bodies[1:]:
        for setting in body.instrument.settings:
            if isinstance(setting, m.Setting) and setting.word == "expires":
                said = f"{echo(body.name)} expires, and what it changed stays in the text that is written"
                yield problem("A144", said, setting.span if setting.span.source.text else body.instrument.span)


# ---------------------------------------------------------------- headings


def _settings(text: Text) -> tuple[m.Setting | m.CalendarSetting, ...]:
    """The heading of the agreement, with the parties as they are now."""
    base, *others = (body.instrument for body in text.bodies)
    settings = []
    for one in base.settings:
        if isinstance(one, m.Setting) and one.actors and one.word in {"between", "amended by"}:
            names = parties_after(one.actors.names, base.name, others, joined=one.word == "between")
            if names != one.actors.names and names:
                one = evolve(one, actors=evolve(one.actors, names=names, joined="and"))  # noqa: PLW2901 - as it is now
        settings.append(one)
    return tuple(settings)


def _heading(text: Text, body: Body, hands: Mapping[str, Hand]) -> tuple[m.Setting | m.CalendarSetting, ...]:
    """The heading of an instrument that is carried out."""
    known = {one.name for one in text.bodies}
    kept = [one for one in body.instrument.settings if isinstance(one, m.Setting) and one.word in _KEPT]
    amends = tuple(name for name in amended(body.instrument) if name in known)
    hand = hands.get(body.name, Hand(body.name))
    since = next((e.Literal("date", day) for day in hand.days), None)
    return (*kept, *([m.Setting("amends", amends)] if amends else ()), m.Setting("in effect", value=since))


# ---------------------------------------------------------------- provisions


def _undeclared(text: Text) -> dict[str, list[m.Item]]:
    """What a log may speak of and no provision that stands declares, by the instrument that declared it."""
    standing = {declared_name(item) for body in text.bodies for item in _declared(body.content)}
    in_text = {body.name for body in text.bodies}
    lost: dict[str, list[m.Item]] = {}
    for placed in text.vocabulary:
        if placed.home in in_text and declared_name(placed.item) not in standing:  # type: ignore[arg-type]
            standing.add(declared_name(placed.item))  # type: ignore[arg-type]
            lost.setdefault(placed.home, []).append(placed.item)
    return lost


def _declared(content: tuple[Element, ...]) -> Iterator[Declaration]:
    """What is declared in some content, in the provisions too that stay as marks."""
    for item in content:
        if isinstance(item, Node):
            if not item.gone or _is_marked(item.gone[0]):
                yield from _declared(item.content)
        elif isinstance(item, DECLARATIONS):
            yield item


def _is_marked(gone: Gone) -> bool:
    """Whether something that is gone leaves a mark: not if what it stood in was written anew without it."""
    return gone.word != "replaced"


def _items(text: Text, found: Consolidation, body: Body, lost: Mapping[str, list[m.Item]]) -> tuple[m.Item, ...]:
    """What an instrument says now; what nothing declares any more stands before all."""
    waived: dict[str, list[m.Item]] = {}
    for waiver in found.waivers:
        if waiver.origin.instrument == body.name:
            targets = tuple(_address(text, identity, body.name) for identity in waiver.provisions)
            waived.setdefault(waiver.origin.address, []).append(evolve(waiver.operation, targets=targets))
    own = _written(text, body.content, waived)
    return (*lost.get(body.name, ()), *own, *waived.get("", ()))


def _written(text: Text, content: tuple[Element, ...], waived: Mapping[str, list[m.Item]]) -> Iterator[m.Item]:
    """What stands in some content, as an instrument writes it."""
    for item in content:
        if not isinstance(item, Node):
            if not isinstance(item, m.Saving):
                yield _from_the_start(item)
        elif not item.gone:
            more = waived.get(text.address_of(item), ()) if waived else ()
            yield m.Provision(item.unit, item.number, item.heading, (*_written(text, item.content, waived), *more))
        elif _is_marked(item.gone[0]):
            yield m.Provision(item.unit, item.number, item.heading, tuple(_mark(item)))


def _from_the_start(item: m.Item) -> m.Item:
    """A rule that takes nobody's place: in the copy there is no text before this one."""
    match item:
        case m.Norm(modifiers=modifiers):
            return evolve(item, modifiers=tuple(one for one in modifiers if not isinstance(one, m.Continuing)))
        case m.Reading(alternatives=alternatives):
            return evolve(
                item, alternatives=tuple(evolve(one, items=_all_from_the_start(one.items)) for one in alternatives)
            )
        case _:
            return item


def _all_from_the_start(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """What stands in an alternative of a reading, alike."""
    return tuple(_from_the_start(one) for one in items if not isinstance(one, m.Saving))


def _mark(node: Node) -> Iterator[m.Item]:
    """What a provision that is gone still says: by whose hand, what was left, and what a log may still speak of."""
    gone = node.gone[0]
    by = None
    if gone.origin.instrument:
        by = e.Address(_steps(gone.origin.address), gone.origin.instrument)
    yield m.Tombstone(_MARKS[gone.word], by)
    if gone.left:
        yield m.Words(tuple(gone.left.split("\n")))
    yield from _outlasting(node.content)


def _outlasting(content: tuple[Element, ...]) -> Iterator[m.Item]:
    """What in a provision outlasts it: facts and readings, of which a log may speak."""
    for item in content:
        if isinstance(item, Node):
            yield from _outlasting(item.content)
        elif isinstance(item, (m.Reading, *DECLARATIONS)):
            yield item


def _address(text: Text, identity: str, home: str) -> e.Address:
    """The address at which a provision stands now, for one who reads it in an instrument."""
    node = text.node(identity)
    instrument = node.instrument if node.instrument == home else ""
    return e.Address(_steps(text.address_of(node)), instrument)


def _steps(address: str) -> tuple[tuple[str, str], ...]:
    """The steps of an address as people cite it: `sentence 1 of section 3.4`."""
    return tuple((unit, number) for unit, _, number in (part.partition(" ") for part in address.split(" of ") if part))
