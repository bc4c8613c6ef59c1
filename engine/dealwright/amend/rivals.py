"""Instruments of one rank whose order would count.

Neither of two such instruments goes before the other, so the text has to be the same whichever is put in first. That
is tried: where words or rules come out otherwise, or only one order can be carried out, the two are rivals, whatever
operations they use, and neither is put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

from attrs import frozen

from dealwright import model as m
from dealwright.amend.carrying import carried_out
from dealwright.amend.draft import Draft
from dealwright.amend.orders import amended, orders_of
from dealwright.amend.ranks import forerunners, in_turn
from dealwright.amend.substitution import parties_after
from dealwright.amend.work import Touch, plain
from dealwright.diagnostic import Diagnostic, Place, echo
from dealwright.text import Element, Node, body_of

_NOTHING = "nothing"
"""Where two texts differ that do not."""


@frozen
class _Made:
    """A text with some instruments put in, one after the other.

    Attributes:
        draft: The text.
        done: The names of those that could be carried out.
        touched: What each of them changed or was aimed at.
    """

    draft: Draft
    done: frozenset[str]
    touched: dict[str, tuple[Touch, ...]]


def rivals(draft: Draft, together: Sequence[m.Instrument]) -> tuple[tuple[str, str, Diagnostic], ...]:
    """The pairs of instruments that change one matter with equal right.

    Args:
        draft: The text before them.
        together: Those of one rank, in order.

    Returns:
        The names of each pair, with what to tell.
    """
    above = forerunners(together)
    pairs = [pair for pair in combinations(together, 2) if not _ranked(*pair, above)]
    forwards, backwards = _made(draft, in_turn(together)), _made(draft, in_turn(together[::-1]))
    where = _difference(forwards, backwards)
    if where == _NOTHING and not any(_meet(forwards, *pair) for pair in pairs):
        return ()
    found = [told for pair in pairs for told in _clash(draft, together, pair, above)]
    if not found and where != _NOTHING:
        rows = [pair for pair in pairwise(in_turn(together)) if pair in pairs]
        found = [(one.name, other.name, _told((one, other), forwards, backwards, where)) for one, other in rows]
    return tuple(found)


def _ranked(one: m.Instrument, other: m.Instrument, above: dict[str, frozenset[str]]) -> bool:
    """Whether one of two instruments goes before the other."""
    return one.name in above[other.name] or other.name in above[one.name]


def _meet(made: _Made, one: m.Instrument, other: m.Instrument) -> bool:
    """Whether two instruments touched one thing."""
    return any(_same(*touches) for touches in product(made.touched[one.name], made.touched[other.name]))


def _clash(
    draft: Draft,
    together: Sequence[m.Instrument],
    pair: tuple[m.Instrument, m.Instrument],
    above: dict[str, frozenset[str]],
) -> Iterator[tuple[str, str, Diagnostic]]:
    """What to tell of two instruments, tried in both orders on what goes before them, if these differ."""
    one, other = pair
    first = above[one.name] | above[other.name]
    start = _made(draft, in_turn([each for each in together if each.name in first])).draft
    forwards, backwards = _made(start, pair), _made(start, pair[::-1])
    where = _difference(forwards, backwards)
    if where != _NOTHING:
        yield one.name, other.name, _told(pair, forwards, backwards, where)


def _made(draft: Draft, turn: Sequence[m.Instrument]) -> _Made:
    """A text with instruments put in; one that cannot be carried out is left out."""
    done: set[str] = set()
    touched: dict[str, tuple[Touch, ...]] = {}
    for instrument in turn:
        work = carried_out(draft, instrument)
        touched[instrument.name] = (*work.touched, *work.aimed)
        if not work.problems:
            draft = work.draft
            draft.add(body_of(instrument))
            done.add(instrument.name)
    return _Made(draft, frozenset(done), touched)


def _difference(one: _Made, other: _Made) -> str:
    """The provision in which two texts differ; empty where they do in what stands in none."""
    if one.done != other.done:
        return ""
    for name, body in one.draft.bodies.items():
        where = _first(name, body.content, other.draft.bodies[name].content)
        if where != _NOTHING:
            return where
    waived = [[(each.operation, each.provisions) for each in made.draft.waivers] for made in (one, other)]
    return _NOTHING if _bound(one) == _bound(other) and all(each in waived[1] for each in waived[0]) else ""


def _first(identity: str, one: tuple[Element, ...], other: tuple[Element, ...]) -> str:
    """The first provision whose own words or rules differ between two contents of one; what is gone says nothing."""
    pending = [(identity, one, other)]
    while pending:
        where, here, there = pending.pop()
        if here is there:
            continue
        if len(here) != len(there):
            return where
        for item, its in zip(here, there, strict=True):
            if item is its:
                continue
            if not isinstance(item, Node) or not isinstance(its, Node):
                if not _alike(item, its):
                    return where
            elif _outside(item) != _outside(its):
                return item.identity
            elif not item.gone:
                pending.append((item.identity, item.content, its.content))
    return _NOTHING


def _alike(one: Element, other: Element) -> bool:
    """Whether two words or rules say the same, however they are spread over lines."""
    if isinstance(one, m.Words) and isinstance(other, m.Words):
        return plain("\n".join(one.lines)) == plain("\n".join(other.lines))
    return one == other


def _outside(node: Node) -> tuple[str, str, str, tuple[str, ...]]:
    """What a provision is from outside: its number and heading, and what is left of it if it is gone."""
    return node.unit, node.number, node.heading, tuple(reason.left for reason in node.gone)


def _bound(made: _Made) -> list[frozenset[str]]:
    """The parties of every agreement."""
    bodies = [body.instrument for body in made.draft.bodies.values()]
    between = [
        (setting.actors.names, body.name)
        for body in bodies
        for setting in body.settings
        if isinstance(setting, m.Setting) and setting.word == "between" and setting.actors and not amended(body)
    ]
    return [frozenset(parties_after(names, home, bodies)) for names, home in between]


def _same(one: Touch, other: Touch) -> bool:
    """Whether two changes are of one thing, or of a thing and what stands in it."""
    if one.way == other.way:
        return not one.part or not other.part or one.part == other.part
    outer, inner = sorted((one, other), key=lambda touch: len(touch.way))
    return not outer.part and inner.way[: len(outer.way)] == outer.way


def _told(pair: tuple[m.Instrument, m.Instrument], forwards: _Made, backwards: _Made, where: str) -> Diagnostic:
    """What to tell of two instruments: the operations of each that come nearest to those of the other."""
    draft = forwards.draft
    mine, its = (
        (*forwards.touched[each.name], *backwards.touched[each.name]) or tuple(_whole(each, draft)) for each in pair
    )
    one, other = max(product(mine, its), key=lambda touches: _nearness(touches, where))
    way = one.way if len(one.way) > len(other.way) else other.way
    identity = where or way[-1]
    part = one.part if one.part == other.part else ""
    what = part.removeprefix("term ") or identity.partition(": ")[2] or identity
    target = [draft.node(identity)] if identity in draft.ways else []
    return other.order.failure(
        "A104",
        f"and {echo(str(one.order.origin))} change {echo(what)} with equal right, and their order would count",
        other.order.operation.span,
        also=(
            Place(one.order.operation.span, "the other change", one.order.trail),
            *(Place(node.span, "what both change", draft.text().trail(node)) for node in target),
        ),
        help="say `prevails over` in one of them, let one amend the other, or give them different days",
    )


def _whole(instrument: m.Instrument, draft: Draft) -> Iterator[Touch]:
    """An instrument that touched nothing, as one that touches the whole of what it amends."""
    for order in orders_of(instrument, draft.known):
        yield Touch(amended(instrument)[:1], "", order)


def _nearness(touches: tuple[Touch, Touch], where: str) -> tuple[bool, bool, int]:
    """How near two changes are to each other, and to where the texts differ."""
    one, other = touches
    common = sum(1 for first, second in zip(one.way, other.way, strict=False) if first == second)
    return _same(one, other), where in {one.way[-1], other.way[-1]}, common
