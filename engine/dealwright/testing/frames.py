"""What an amendment does not touch, it does not change: a property of every instrument, made from its texts.

What an instrument writes anew may change its own answers, those of all that reads them, and whatever stands beside it:
all that ends when the agreement does, if it moves the ways to end it; duties between the same two parties, among which a
payment is allotted; a norm that it suspends, ends or takes over. All else has the same answer on every log under both texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final

from attrs import evolve

from dealwright import model as m
from dealwright.edges import programs
from dealwright.pipeline import Contract
from dealwright.program import Cite, NormRule, Program
from dealwright.properties import around, name_of, plain

_NOWHERE: Final = Cite("", "", "")
_ENDING: Final = frozenset({"terminate", "terminates", "closes"})
_TABLES: Final = (("event", "events"), ("input", "inputs"), ("term", "terms"), ("norm", "norms"))


def frames(contract: Contract, instruments: Collection[str] | None = None) -> tuple[m.Frame, ...]:
    """The frame of each amendment of a contract: that it changes nothing but what it may.

    Args:
        contract: The contract.
        instruments: The amendments asked about; all, if not given.
    """
    spans = {one.name: one.span for one in contract.instruments}
    result = []
    for name in contract.amendments:
        if instruments is None or name in instruments:
            keys = [key.partition(":") for key in moving(*around(contract, name, spans[name]))]
            names = {name_of(key) for sort, _, key in keys if sort in {"term", "norm"}}
            title = f"what {name} does not touch, it does not change"
            result.append(m.Frame(title, (), tuple(sorted(names)), name, span=spans[name]))
    return tuple(result)


def moving(before: Contract, after: Contract) -> set[str]:
    """The keys of all rules that may be answered otherwise under a second text: what differs, and all that follows it."""
    old, new = programs(before)[-1], programs(after)[-1]
    found = _differing(old, new)
    followers: dict[str, set[str]] = defaultdict(set)
    for program in (old, new):
        for reader, read in _edges(program):
            followers[read].add(reader)
    pending = list(found)
    while pending:
        more = followers[pending.pop()] - found
        found |= more
        pending += more
    return {key for key in found if key.partition(":")[0] in {"event", "input", "term", "norm"}}


def _differing(old: Program, new: Program) -> set[str]:
    """The keys of the rules that two programs do not share, wherever they stand."""
    found = set()
    for sort, table in _TABLES:
        was, now = (
            {plain(key): evolve(rule, cite=_NOWHERE, key="") for key, rule in getattr(one, table).items()}
            for one in (old, new)
        )
        found |= {f"{sort}:{key}" for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
    if (old.calendar, old.months_rounded) != (new.calendar, new.months_rounded):
        found.add("calendar")
    return found


def _edges(program: Program) -> Iterator[tuple[str, str]]:
    """`(follower, what it follows)`, keys of rules and of what stands between them."""
    for key, term in program.terms.items():
        for read in term.reads:
            yield f"term:{plain(key)}", plain(read)
    for key, norm in program.norms.items():
        for read in norm.reads:
            yield f"norm:{key}", plain(read)
        yield from _beside(f"norm:{key}", norm)


def _beside(me: str, norm: NormRule) -> Iterator[tuple[str, str]]:
    """What bears on a norm, and what it bears on, beside what it reads."""
    if not norm.survives:
        yield me, "ending"
    if norm.act.verb in _ENDING and not norm.act.targets:
        yield "ending", me
    yield "agreement", me
    for other in norm.act.targets:
        yield f"norm:{other}", me
    for other in norm.continuing:
        yield me, f"norm:{other}"
        yield f"norm:{other}", me
    if norm.act.verb == "pay":
        for payer in norm.actors:
            for receiver in norm.act.receivers:
                yield me, f"paid:{payer} to {receiver}"
                yield f"paid:{payer} to {receiver}", me
