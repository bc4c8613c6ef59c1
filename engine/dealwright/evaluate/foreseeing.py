"""The texts that signatures and courts alone bring into force, read off the log before it is played."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve, frozen

from dealwright.evaluate import facts as f
from dealwright.program import Program, Texts
from dealwright.value import Instant


@frozen
class Pending:
    """A text that comes into force at an instant, and why."""

    since: Instant
    known: Instant
    texts: Texts
    origin: str


def _foreseen(
    program_of: Callable[[Texts], Program], amendments: tuple[str, ...], facts: f.Facts, as_of: date
) -> list[Pending]:
    """The texts that signatures and courts alone bring into force, read off the log before it is played."""
    found: list[Pending] = []
    texts = Texts()
    signed: dict[str, dict[str, Instant]] = {}
    waiting = list(amendments)
    for instant, entry in _numbered(facts, as_of):
        if isinstance(entry.fact, f.Struck) and program_of(texts).severable:
            texts = evolve(texts, struck=(*texts.struck, entry.fact.identity))
            found.append(Pending(instant, instant, texts, "a court"))
        if not isinstance(entry.fact, f.SignedBy) or not entry.fact.proper or entry.fact.instrument not in waiting:
            continue
        name = entry.fact.instrument
        mine = signed.setdefault(name, {})
        for party in entry.fact.by:
            mine.setdefault(party, instant)
        ahead = Texts((*texts.instruments, name), texts.struck)
        rule = program_of(ahead).instruments[name]
        if any(part is not None for part in (rule.on, rule.as_of, rule.when, rule.expires)) or not set(
            rule.signers
        ) <= set(mine):
            continue
        waiting.remove(name)
        texts = ahead
        found.append(Pending(instant, instant, texts, name))
    return found


def _numbered(facts: f.Facts, as_of: date) -> list[tuple[Instant, f.Entry]]:
    """The entries up to a day, each with its instant."""
    counts: dict[date, int] = {}
    result = []
    for entry in facts.entries:
        if entry.on > as_of:
            continue
        counts[entry.on] = counts.get(entry.on, 0) + 1
        result.append((Instant(entry.on, counts[entry.on]), entry))
    return result
