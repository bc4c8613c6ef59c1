"""What is wrong with a log by itself, whatever the contract.

Entries stand in the order in which things happened. Nothing is said twice, since one of the two would be dropped, and
nothing is both given and unknown. An event that is unknown may be logged all the same: there may have been more of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.source import NOWHERE
from dealwright.write.logs import fact


def out_of_order(entries: Sequence[m.Dated]) -> Iterator[Diagnostic]:
    """Entries that are earlier than the one before them, by day or, on one day, by time."""
    for first, second in pairwise(entries):
        if second.on < first.on:
            yield _order("this entry is earlier than the one before it", first, second)
    for entry in entries:
        if entry.recorded is not None and entry.recorded < entry.on:
            said = f"this is recorded on {entry.recorded.isoformat()}, before it happened"
            yield problem("L110", said, entry.span, help="an entry is recorded on its own day or later")
    unordered = {entry.on for entry in entries if isinstance(entry.entry, m.Unordered)}
    for first, second in pairwise(entry for entry in entries if entry.clock and entry.on not in unordered):
        if second.on == first.on and second.clock < first.clock:
            yield _order("this entry is earlier than one before it on the same day", first, second)


def _order(message: str, first: m.Dated, second: m.Dated) -> Diagnostic:
    also = (Place(first.span, "the one before"),)
    return problem(
        "L110", message, second.span, also=also, help="put the entries in the order in which things happened"
    )


def twice(facts: Iterable[m.Given | m.GivenList | m.Unknown]) -> Iterator[Diagnostic]:
    """Facts that are given or unknown twice, or given and unknown."""
    seen: dict[e.Ref | m.Question_, m.Given | m.GivenList | m.Unknown] = {}
    for one in facts:
        if one.what not in seen:
            seen[one.what] = one
            continue
        other = seen[one.what]
        also = (Place(other.span, "the other one"),)
        name = echo(fact(one.what))
        if isinstance(one, m.Unknown) == isinstance(other, m.Unknown):
            word = "unknown" if isinstance(one, m.Unknown) else "given"
            yield problem("L107", f"{name} is {word} twice", one.span, also=also)
        else:
            yield problem("L104", f"{name} is given and is unknown", one.span, also=also)


def chosen_twice(choices: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Readings of which two alternatives are taken."""
    seen: set[str] = set()
    for reading, _ in choices:
        if reading in seen:
            yield problem("L107", f"two alternatives of {echo(reading)} are chosen", NOWHERE)
        seen.add(reading)
