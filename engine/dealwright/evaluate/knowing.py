"""Which entries of a log are looked at, and in which order: what was known by a day, and days of unknown order."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

from attrs import evolve

from dealwright.diagnostic import DealError, Diagnostic, echo, problem
from dealwright.evaluate.facts import Entry, Facts
from dealwright.program import Program
from dealwright.source import NOWHERE
from dealwright.value import Instant

_MOST_ORDERS = 120


def begun(facts: Facts, as_of: date, program: Program) -> None:
    """Refuse a question as of a day before the agreement, unless the log begins by then.

    Raises:
        DealError: There is nothing yet.
    """
    if program.dated is not None and as_of < program.dated and all(entry.on > as_of for entry in facts.entries):
        there = f"{echo(program.name)} is of {program.dated.isoformat()}"
        raise DealError([problem("E110", f"as of {as_of.isoformat()} there is nothing yet: {there}", NOWHERE)])


def known_by(facts: Facts, as_of: date, day: date | None) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """What was recorded by a day, or all there is; with a note of what is left out.

    Args:
        facts: The log.
        as_of: The day asked about; entries dated later play no part.
        day: The day by which an entry was recorded that counts.
    """
    notes = []
    later = [entry for entry in facts.entries if entry.on > as_of]
    if later:
        said = _unseen(len(later), f"after {as_of.isoformat()}")
        notes.append(problem("L105", said, later[0].span))
    if day is None:
        return facts, tuple(notes)
    unseen = [entry for entry in facts.entries if entry.recorded > day and entry.on <= as_of]
    if unseen:
        said = _unseen(len(unseen), f"recorded after {day.isoformat()}")
        notes.append(problem("L105", said, unseen[0].span))
    kept = tuple(entry for entry in facts.entries if entry.recorded <= day)
    evidence = tuple(entry for entry in facts.evidence if entry.recorded <= day)
    return evolve(facts, entries=kept, evidence=evidence), tuple(notes)


def orders(facts: Facts, as_of: date) -> list[Facts]:
    """The log in every order that its days may have had.

    Raises:
        DealError: There are too many.
    """
    days = [day for day in sorted(facts.unordered) if day <= as_of]
    if not days:
        return [facts]
    choices = []
    count = 1
    for day in days:
        mine = [entry for entry in facts.entries if entry.on == day]
        for size in range(2, len(mine) + 1):
            count *= size
        if count > _MOST_ORDERS:
            raise DealError(
                [problem("X207", f"the days of unknown order have more than {_MOST_ORDERS} orders", mine[0].span)]
            )
        choices.append(list(permutations(mine)))
    result = []
    for combination in product(*choices):
        ordered_days = dict(zip(days, combination, strict=True))
        entries = [entry for entry in facts.entries if entry.on not in ordered_days]
        for chosen in ordered_days.values():
            entries.extend(chosen)
        result.append(evolve(facts, entries=tuple(sorted(entries, key=lambda entry: entry.on))))
    return result


def numbered(facts: Facts, as_of: date) -> list[tuple[Instant, Entry]]:
    """The entries up to a day, each with its instant."""
    counts: dict[date, int] = {}
    result = []
    for entry in facts.entries:
        if entry.on > as_of:
            continue
        counts[entry.on] = counts.get(entry.on, 0) + 1
        result.append((Instant(entry.on, counts[entry.on]), entry))
    return result


def _unseen(count: int, which: str) -> str:
    """That some entries play no part."""
    return f"one entry {which} is not looked at" if count == 1 else f"{count} entries {which} are not looked at"
