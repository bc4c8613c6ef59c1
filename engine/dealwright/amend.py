"""Amendments carried out: operations on provisions, words and rules together, whole or not at all.

An amending instrument's operations stand beside its own sentences. Each names its target in the instrument amended, may guard it
with words that must stand there, and changes words and rules at once. A provision that is deleted leaves a tombstone, so that
numbers do not slide and a citation of it can be told. If one operation of an instrument cannot be carried out, none of
them is: the text before it stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import evolve, fields, frozen, has

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Place, echo, problem
from dealwright.source import NOWHERE, Span
from dealwright.text import (
    DECLARATIONS,
    Body,
    Gone,
    Missing,
    Naming,
    Node,
    Origin,
    Placed,
    Several,
    Text,
    body_of,
    items,
    node_of,
    spoken,
    spots,
)

_QUOTES = ('"', "\u201c")
_END_QUOTES = ('"', "\u201d")


@frozen
class Change:
    """One change of the text: what was done to which provision, by whom."""

    verb: str
    identity: str
    origin: Origin


@frozen
class Consolidation:
    """A text with its amendments put in.

    Attributes:
        text: The text.
        changes: What was changed, in order.
        diagnostics: What could not be carried out.
    """

    text: Text
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]


def consolidate(
    instruments: Sequence[m.Instrument], in_force: Sequence[str], struck: Sequence[str] = ()
) -> Consolidation:
    """Put instruments into the text of the agreement, in the order in which they took effect.

    Args:
        instruments: Every instrument loaded, the agreement first.
        in_force: Those in force, in order.
        struck: The identities of provisions that a court struck.
    """
    known = {one.name: one for one in instruments}
    work = _Work({instruments[0].name: body_of(instruments[0])}, [], [])
    for place, name in enumerate(in_force):
        if name in in_force[:place]:
            work.problems.append(problem("A106", f"{echo(name)} is put in twice", known[name].span))
            continue
        work.put_in(known[name])
    for identity in struck:
        work.strike(identity)
    vocabulary = tuple(_vocabulary(instruments))
    return Consolidation(Text(tuple(work.bodies.values()), vocabulary), tuple(work.changes), tuple(work.problems))


def _vocabulary(instruments: Sequence[m.Instrument]) -> Iterator[Placed]:
    """What a log may speak of: the declarations of every instrument loaded, those inside operations too."""
    for instrument in instruments:
        body = body_of(instrument)
        for placed in items(body):
            if isinstance(placed.item, DECLARATIONS):
                yield placed
        for operation, _ in operations(instrument.items):
            for item in _inside(getattr(operation, "items", ())):
                if isinstance(item, DECLARATIONS):
                    yield Placed(item, None, body)


def _inside(content: Sequence[Any]) -> Iterator[Any]:
    """Every item of an operation, those in provisions and readings too."""
    for item in content:
        if isinstance(item, m.Provision):
            yield from _inside(item.items)
        elif isinstance(item, m.Reading):
            for alternative in item.alternatives:
                yield from _inside(alternative.items)
        else:
            yield item


def operations(content: Sequence[Any], path: tuple[str, ...] = ()) -> Iterator[tuple[Any, str]]:
    """The operations of an instrument, each with the address of the provision beside whose words it stands."""
    for item in content:
        if isinstance(item, m.Provision):
            own = f"{item.unit} {item.number}".rstrip()
            inner = path if item.unit in {"article", "part"} else (own, *path)
            yield from operations(item.items, inner)
        elif isinstance(item, (m.Replace, m.Delete, m.Insert, m.WordChange, m.Renumber, m.ChangeValue, m.WaiveFor)):
            yield item, " of ".join(path)


class _Work:
    """A text being changed."""

    def __init__(self, bodies: dict[str, Body], changes: list[Change], problems: list[Diagnostic]) -> None:
        """Keep the text so far."""
        self.bodies = bodies
        self.changes = changes
        self.problems = problems
        self.touched: dict[str, tuple[str, Any, Span]] = {}

    @property
    def text(self) -> Text:
        """The text so far."""
        return Text(tuple(self.bodies.values()))

    def touches(self, operation: Any, home: str) -> list[str]:
        """The identities of what an operation changes; none that cannot be found, which is told when it is carried out."""
        if isinstance(operation, m.ChangeValue):
            return [f"definition of {operation.term.name}"]
        if not isinstance(operation, m.Delete | m.Replace):
            return []
        found = [self.text.find(one, home) for one in operation.targets if isinstance(one, e.Address)]
        return [one.identity for one in found if isinstance(one, (Node, Gone))]

    def rival(self, identity: str, operation: Any, instrument: m.Instrument) -> None:
        """Report an instrument of the same day and rank that has changed the same thing."""
        dated = next((s.value for s in instrument.settings if isinstance(s, m.Setting) and s.word == "dated"), None)
        other, day, span = self.touched.setdefault(identity, (instrument.name, dated, operation.span))
        if other != instrument.name and day is not None and day == dated:
            said = f"{echo(other)} and {echo(instrument.name)} are of the same day, and change the same thing"
            raise DealError([problem("A104", said, operation.span, also=(Place(span, "the other operation"),),
                                     help="say which prevails, or put both changes into one instrument")])  # fmt: skip

    def put_in(self, instrument: m.Instrument) -> None:
        """Carry out all operations of an instrument, or none."""
        amended = next((s.names[0] for s in instrument.settings if isinstance(s, m.Setting) and s.word == "amends"), "")
        found: list[Diagnostic] = []
        if amended and amended not in self.bodies:
            self.problems.append(
                problem(
                    "A105",
                    f"{echo(instrument.name)} amends {echo(amended)}, which is not at hand or not in force",
                    instrument.span,
                )
            )
            return
        attempt = _Work(dict(self.bodies), list(self.changes), [])
        attempt.touched = self.touched
        home = amended or next(iter(self.bodies))
        for operation, address in operations(instrument.items):
            try:
                for identity in attempt.touches(operation, home):
                    attempt.rival(identity, operation, instrument)
                attempt.carry_out(operation, Origin(instrument.name, address, operation.span), home)
            except DealError as trouble:
                found.extend(trouble.diagnostics)
        if found:
            self.problems.extend(found)
            return
        self.bodies, self.changes = attempt.bodies, attempt.changes
        self.bodies[instrument.name] = body_of(instrument)

    def strike(self, identity: str) -> None:
        """A court strikes a provision."""
        origin = Origin("", "")
        self.change(identity, lambda node: evolve(node, gone=(Gone("struck", origin, identity),)))
        self.changes.append(Change("struck", identity, origin))

    def carry_out(self, operation: Any, origin: Origin, home: str) -> None:
        """Carry out one operation."""
        match operation:
            case m.Delete(targets=targets, expecting=guard):
                for node in self.targets(targets, home):
                    self.guard(node, guard, operation.span)
                    self.remove(node, origin)
            case m.Replace(targets=targets, items=new, expecting=guard):
                found = self.targets(targets, home)
                for place, node in enumerate(found):
                    self.guard(node, guard, operation.span)
                    self.replace(node, new if len(found) == 1 else self.share(new, place, found, operation), origin)
            case m.Insert(place=place, address=address, items=new):
                self.insert(place, self.target(address, home), new, origin, operation)
            case m.WordChange():
                self.words(operation, origin, home)
            case m.ChangeValue(term=term, old=old, new=new):
                self.value(term, old, new, origin, home)
            case _:
                raise DealError([problem("S209", "this operation is not supported yet", operation.span)])

    # ------------------------------------------------------------ targets

    def target(self, address: e.Address, home: str) -> Node | Placed:
        """What stands at an address.

        Raises:
            DealError: Nothing stands there, or several things may be meant.
        """
        found = self.text.find(address, home)
        said = echo(spoken(address))
        match found:
            case Node() | Placed():
                return found
            case Gone(origin=origin):
                raise DealError(
                    [
                        problem(
                            "A102",
                            f"{said} is gone already, by {origin}",
                            address.span,
                            also=(Place(origin.span, "here"),),
                        )
                    ]
                )
            case Several():
                raise DealError([problem("A107", f"{said} may be several provisions", address.span)])
            case Missing():
                raise DealError(
                    [problem("A101", f"there is no {said} in {echo(address.instrument or home)}", address.span)]
                )
            case _:
                raise DealError(
                    [problem("S209", "an operation on a whole instrument is not supported yet", address.span)]
                )

    def targets(self, addresses: tuple[Any, ...], home: str) -> list[Node | Placed]:
        """What stands at several addresses, ranges spelled out."""
        found: list[Node | Placed] = []
        for one in addresses:
            if isinstance(one, e.Address):
                found.append(self.target(one, home))
                continue
            within = self.target(one.within, home) if one.within.steps else None
            body = self.bodies[one.within.instrument or home]
            content = within.content if isinstance(within, Node) else body.content
            numbered = [spot.node for spot in spots(content) if spot.node.unit == one.unit]
            numbers = [node.number for node in numbered]
            if one.first not in numbers or one.last not in numbers:
                raise DealError(
                    [
                        problem(
                            "A101", f"there are no {one.unit}s {one.first} to {one.last} in {echo(body.name)}", one.span
                        )
                    ]
                )
            between = numbered[numbers.index(one.first) : numbers.index(one.last) + 1]
            gone = [node for node in between if node.gone]
            if gone:
                raise DealError([problem("A102", f"{echo(gone[0].name)} is gone already", one.span)])
            found.extend(between)
        return found

    def guard(self, node: Node | Placed, words: str, span: Span) -> None:
        """Report a guard that the target's words do not meet."""
        if words and _plain(words) not in _plain(_words(node)):
            place = node.span if isinstance(node, Node) else node.item.span
            raise DealError(
                [
                    problem(
                        "A103",
                        f"the words {echo(words)} do not stand in what is changed",
                        span,
                        also=(Place(place, "these stand there"),),
                    )
                ]
            )

    # ------------------------------------------------------------ changes

    def change(self, identity: str, edit: Callable[[Node], Node]) -> None:
        """Change one provision wherever it stands."""

        def within(content: tuple[Any, ...]) -> tuple[Any, ...]:
            return tuple(
                (edit(one) if one.identity == identity else evolve(one, content=within(one.content)))
                if isinstance(one, Node)
                else one
                for one in content
            )

        for name, body in self.bodies.items():
            self.bodies[name] = evolve(body, content=within(body.content))

    def change_item(self, placed: Placed, new: tuple[Any, ...], origin: Origin) -> None:
        """Put something in the place of one rule."""
        if placed.node is None:
            body = self.bodies[placed.body.name]
            content = tuple(part for item in body.content for part in (new if item is placed.item else (item,)))
            self.bodies[body.name] = evolve(body, content=content)
            return

        def edit(node: Node) -> Node:
            content = tuple(part for item in node.content for part in (new if item is placed.item else (item,)))
            return evolve(node, content=content, origins=(*node.origins, origin))

        self.change(placed.node.identity, edit)

    def remove(self, node: Node | Placed, origin: Origin) -> None:
        """Take out a provision, which leaves a tombstone, or a rule."""
        if isinstance(node, Placed):
            self.change_item(node, (), origin)
            self.changes.append(Change("deleted", node.identity, origin))
            return
        identity = node.identity
        self.change(identity, lambda one: evolve(one, gone=(Gone("deleted", origin, identity),)))
        self.changes.append(Change("deleted", identity, origin))

    def replace(self, node: Node | Placed, new: tuple[Any, ...], origin: Origin) -> None:
        """Put new matter in the place of a provision, which keeps its identity, or of a rule."""
        self.changes.append(Change("replaced", node.identity, origin))
        if isinstance(node, Placed):
            self.change_item(node, new, origin)
            return
        own = [item for item in new if isinstance(item, m.Provision)]
        if len(own) == 1 and (own[0].unit, own[0].number) == (node.unit, node.number):
            new, heading = own[0].items, own[0].heading
        else:
            heading = node.heading
        naming = Naming(spot.node.identity for body in self.bodies.values() for spot in spots(body.content))
        content = self.elements(_unquoted(new), node, naming, origin)
        self.change(
            node.identity,
            lambda one: evolve(one, heading=heading or one.heading, content=content, origins=(*one.origins, origin)),
        )

    def share(self, new: tuple[Any, ...], place: int, found: list[Any], operation: Any) -> tuple[Any, ...]:
        """Which of the new provisions takes the place of one of several targets."""
        provisions = [item for item in new if isinstance(item, m.Provision)]
        if len(provisions) != len(found) or len(provisions) != len(new):
            raise DealError(
                [
                    problem(
                        "A107",
                        f"{len(found)} provisions are replaced, and {len(provisions)} are put in their place",
                        operation.span,
                    )
                ]
            )
        return (provisions[place],)

    def elements(self, content: tuple[Any, ...], parent: Node, naming: Naming, origin: Origin) -> tuple[Any, ...]:
        """New matter as it stands in the text."""
        return tuple(
            node_of(item, parent.identity, parent.instrument, naming, (origin,))
            if isinstance(item, m.Provision)
            else item
            for item in content
        )

    def insert(self, place: str, target: Node | Placed, new: tuple[Any, ...], origin: Origin, operation: Any) -> None:
        """Put new matter before, after or into a provision."""
        if isinstance(target, Placed):
            word = place.split()[0]
            pair = (*new, target.item) if word == "before" else (target.item, *new)
            self.change_item(target, pair, origin)
            self.changes.append(Change("inserted", target.identity, origin))
            return
        naming = Naming(spot.node.identity for body in self.bodies.values() for spot in spots(body.content))
        new = _unquoted(new)
        self.changes.append(Change("inserted", target.identity, origin))
        if place in {"at the end of", "in"}:
            taken = {(item.unit, item.number) for item in target.content if isinstance(item, Node) and not item.gone}
            self.free(new, taken, operation)
            content = self.elements(new, target, naming, origin)
            self.change(
                target.identity,
                lambda one: evolve(one, content=(*one.content, *content), origins=(*one.origins, origin)),
            )
            return
        self.beside(place, target, new, naming, origin, operation)

    def free(self, new: tuple[Any, ...], taken: set[tuple[str, str]], operation: Any) -> None:
        """Report new provisions whose number is taken."""
        for item in new:
            if isinstance(item, m.Provision) and (item.unit, item.number) in taken:
                raise DealError(
                    [problem("A108", f"there is a {echo(f'{item.unit} {item.number}')} already", operation.span)]
                )

    def beside(
        self, place: str, target: Node, new: tuple[Any, ...], naming: Naming, origin: Origin, operation: Any
    ) -> None:
        """Put new matter before or after a provision."""
        body = self.bodies[target.instrument]
        spot = self.text.spot(target.identity)
        parent = spot.path[-2] if len(spot.path) > 1 else None
        siblings = body.content if parent is None else parent.content
        taken = {(item.unit, item.number) for item in siblings if isinstance(item, Node) and not item.gone}
        self.free(new, taken, operation)
        around = f"{body.name}:" if parent is None else parent.identity
        fresh = tuple(
            node_of(item, around, body.name, naming, (origin,)) if isinstance(item, m.Provision) else item
            for item in new
        )

        def put(content: tuple[Any, ...]) -> tuple[Any, ...]:
            result: list[Any] = []
            for item in content:
                here = isinstance(item, Node) and item.identity == target.identity
                result.extend((*fresh, item) if here and place == "before" else (item, *fresh) if here else (item,))
            return tuple(result)

        if parent is None:
            self.bodies[body.name] = evolve(body, content=put(body.content))
        else:
            self.change(parent.identity, lambda one: evolve(one, content=put(one.content)))

    # ------------------------------------------------------------ words and values

    def words(self, operation: m.WordChange, origin: Origin, home: str) -> None:
        """Replace, insert or delete words, and change the rule values that mirror them."""
        nodes = [one for one in self.targets(operation.targets, home) if isinstance(one, Node)]
        if not operation.targets:
            nodes = [item for item in self.bodies[home].content if isinstance(item, Node) and not item.gone]
        count = sum(_count(node, operation.old) for node in nodes)
        if (operation.times >= 0 and count != operation.times) or not count:
            said = "once" if operation.times == 1 else f"{operation.times} times" if operation.times > 0 else "anywhere"
            raise DealError(
                [
                    problem(
                        "A109",
                        f"{echo(operation.old)} does not stand there {said}: it stands there {count} times",
                        operation.span,
                    )
                ]
            )
        speaks = any(not isinstance(item, m.Words | m.NoRule) for node in nodes for item in _rules(node))
        if speaks and not operation.changing and not operation.no_rule:
            raise DealError([problem("A110", "words are changed beside rules, and nothing is said of the rules", operation.span,
                                     help="add `changing OLD to NEW` or `no rule depends on them`")])  # fmt: skip
        new = {
            "replace": operation.new,
            "insert after": f"{operation.old} {operation.new}",
            "insert before": f"{operation.new} {operation.old}",
            "delete": "",
        }[operation.verb]
        for node in nodes:
            here = _count(node, operation.old)
            changed = _reworded(node, operation.old, new, origin) if here else node
            for old_value, new_value in operation.changing:
                changed, hits = _revalued(changed, old_value, new_value)
                if not hits and here:
                    raise DealError(
                        [
                            problem(
                                "A103",
                                f"no rule of {echo(node.name)} has the value {echo(old_value.span.words)}",
                                operation.span,
                            )
                        ]
                    )
            self.change(node.identity, lambda _, done=changed: done)  # type: ignore[misc]
            if here:
                self.changes.append(Change("words changed", node.identity, origin))

    def value(self, term: e.Ref, old: Any, new: Any, origin: Origin, home: str) -> None:
        """Give a term another value, if it has the old one."""
        target = self.target(e.Address(term=term.name, span=term.span), home)
        if not isinstance(target, Placed) or not isinstance(target.item, m.Definition):
            raise DealError([problem("A101", f"no definition gives {echo(term.name)} a value", term.span)])
        if target.item.meaning != old:
            place = Place(target.item.span, f"it is {target.item.meaning.span.words} here")
            raise DealError(
                [
                    problem(
                        "A103",
                        f"{echo(term.name)} does not have the value {echo(old.span.words)}",
                        term.span,
                        also=(place,),
                    )
                ]
            )
        self.change_item(target, (evolve(target.item, meaning=new),), origin)
        self.changes.append(Change("value changed", target.identity, origin))


def _plain(text: str) -> str:
    """Words with white space made alike."""
    return " ".join(text.split())


def _words(node: Node | Placed) -> str:
    """The words of a provision and of all below it."""
    if isinstance(node, Placed):
        return ""
    parts: list[str] = []
    for item in node.content:
        if isinstance(item, m.Words):
            parts.extend(item.lines)
        elif isinstance(item, Node) and not item.gone:
            parts.append(_words(item))
    return " ".join(parts)


def _rules(node: Node) -> Iterator[Any]:
    """Everything in a provision and below it."""
    for item in node.content:
        if isinstance(item, Node):
            yield from _rules(item)
        else:
            yield item


def _count(node: Node, words: str) -> int:
    """How often words stand in a provision."""
    return _plain(_words(node)).count(_plain(words))


def _reworded(node: Node, old: str, new: str, origin: Origin) -> Node:
    """A provision with words put in the place of others; a run of lines becomes one where they break across lines."""
    content: list[Any] = []
    for item in node.content:
        if isinstance(item, m.Words):
            whole = _plain(" ".join(item.lines))
            content.append(
                evolve(item, lines=(_plain(whole.replace(_plain(old), new)),)) if _plain(old) in whole else item
            )
        elif isinstance(item, Node):
            content.append(_reworded(item, old, new, origin))
        else:
            content.append(item)
    return evolve(node, content=tuple(content), origins=(*node.origins, origin))


def _revalued(node: Any, old: Any, new: Any) -> tuple[Any, int]:
    """A provision with one value in its rules put in the place of another, and how often."""
    if node == old:
        return new, 1
    if isinstance(node, tuple):
        parts = [_revalued(item, old, new) for item in node]
        return (
            (tuple(part for part, _ in parts), sum(hits for _, hits in parts))
            if any(h for _, h in parts)
            else (node, 0)
        )
    if not has(type(node)) or isinstance(node, (Span, Origin, Gone)):
        return node, 0
    changed: dict[str, Any] = {}
    count = 0
    for one in fields(type(node)):
        if one.name in {"span", "origins", "gone"}:
            continue
        part, hits = _revalued(getattr(node, one.name), old, new)
        if hits:
            changed[one.alias] = part
            count += hits
    return (evolve(node, **changed), count) if changed else (node, 0)


def _unquoted(content: tuple[Any, ...]) -> tuple[Any, ...]:
    """New words without the quotation marks in which an instrument sets them."""
    words = [place for place, item in enumerate(content) if isinstance(item, m.Words)]
    if not words:
        return content
    first, last = content[words[0]], content[words[-1]]
    if not first.lines[0].startswith(_QUOTES) or not last.lines[-1].rstrip().endswith(_END_QUOTES):
        return content
    result = list(content)
    opened = evolve(first, lines=(first.lines[0][1:], *first.lines[1:]))
    result[words[0]] = opened
    closing = result[words[-1]]
    result[words[-1]] = evolve(closing, lines=(*closing.lines[:-1], closing.lines[-1].rstrip()[:-1]))
    return tuple(result)


__all__ = ["NOWHERE", "Change", "Consolidation", "consolidate", "operations"]
