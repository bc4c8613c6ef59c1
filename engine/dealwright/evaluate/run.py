"""A contract as a fold over a log: from one instant to the next, what each fact and each passing day brings.

A day has a morning, its entries, and an end at which limits run out. At each instant the world is settled:
definitions are read again where something they read has changed, then norms take their next step, until nothing
moves. When that brings a text into force, the whole log is read again from the start with that text in view, since
definitions see all of it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from attrs import define, evolve, field

from dealwright.calendar import calendar
from dealwright.diagnostic import DealError, problem
from dealwright.evaluate import facts as f
from dealwright.evaluate.advance import unclaimed
from dealwright.evaluate.carrying import carry
from dealwright.evaluate.changing import change
from dealwright.evaluate.effect import Effect, Writing, arrival, foreseen, lacking, over, texts_with, timeline, writings
from dealwright.evaluate.entries import apply, attempt
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.instances import instances, shown
from dealwright.evaluate.knowing import numbered
from dealwright.evaluate.settling import limbs_noted, noted, placed, read_term, recorded
from dealwright.evaluate.slots import _slots, _universe
from dealwright.evaluate.waiving import attend, step
from dealwright.evaluate.world import Case, Ending, Occurrence, Standing, Status, Troubled, Version, World
from dealwright.limits import DEFAULT, Limits
from dealwright.program import NormRule, Program, TermRule, Texts
from dealwright.source import NOWHERE
from dealwright.value import END, Instant
from dealwright.value.truth import ALWAYS_YES
from dealwright.value.uncertain import spread

_LAST = END - 1
_MOST_NUMBER = Fraction(10**DEFAULT.exponent)
_MOST_MONEY = DEFAULT.amount
_SERVED = 10**8
_MOST_ROUNDS = 200
_MOST_RESTARTS = 600


@define
class Result:
    """A finished evaluation: the world at its end, and the reader of each text."""

    world: World
    readers: list[Evaluator]
    slots: list[dict[str, str]]
    facts: f.Facts
    as_of: date
    steps: int = 0
    ahead: tuple[Instant, ...] = ()
    effects: tuple[Effect, ...] = ()
    instruments: tuple[Writing, ...] = ()

    @property
    def texts(self) -> Texts:
        """The text in force at its end."""
        return self.world.versions[self.world.current].texts

    @property
    def reader(self) -> Evaluator:
        """The reader of the text in force at its end."""
        return self.readers[self.world.current]


class TextChange(Exception):
    """An instrument takes effect, or expires, that was not foreseen: the log is read again with that in view."""

    def __init__(self, effect: Effect) -> None:
        """Keep what was found."""
        super().__init__(effect)
        self.effect = effect


def evaluate(
    program_of: Callable[[Texts], Program],
    amendments: tuple[str, ...],
    facts: f.Facts,
    as_of: date,
    *,
    limits: Limits = DEFAULT,
    fixed: Result | None = None,
) -> Result:
    """Play a log through a contract.

    Args:
        program_of: The program of a set of instruments in force.
        amendments: The instruments that may come into force, in the order loaded.
        facts: The log, bound.
        as_of: The day during which the question is asked; entries after it are not known.
        limits: How many steps there may be.
        fixed: An evaluation whose texts are taken as they came into force in it, and no other.

    Raises:
        DealError: The rules contradict each other or do not settle on this log, or a limit is passed.
    """
    base = program_of(Texts())
    if fixed is not None:
        found = _Run(program_of, base, (), fixed.effects, facts, as_of, limits, frozen=True).play()
        return evolve(found, instruments=fixed.instruments)
    effects = tuple(foreseen(program_of, amendments, numbered(facts, as_of)))
    for _ in range(_MOST_RESTARTS):
        try:
            return _Run(program_of, base, amendments, effects, facts, as_of, limits).play()
        except TextChange as change_:
            effects = (*(one for one in effects if one.name != change_.effect.name or one.struck), change_.effect)
    raise DealError([problem("E103", "texts keep coming into force without end", NOWHERE)])


@define
class _Run:
    """One reading of a log, under texts that come into force at known instants."""

    program_of: Callable[[Texts], Program]
    base: Program
    amendments: tuple[str, ...]
    effects: tuple[Effect, ...]
    facts: f.Facts
    as_of: date
    limits: Limits
    frozen: bool = False
    blocked: dict[str, str] = field(factory=dict)
    queue: list[Instant] = field(factory=list)
    queued: set[Instant] = field(factory=set)
    steps: int = 0
    dirty: set[str] = field(factory=set)
    readers: list[Evaluator] = field(factory=list)

    def play(self) -> Result:
        """Read the log to the day asked about."""
        entries = dict(numbered(self.facts, self.as_of))
        versions = [Version(Instant(date.min), self.base, "", Texts())]
        versions += [
            Version(since, self.program_of(texts), origin, texts) for since, texts, origin in timeline(self.effects)
        ]
        prospects = self.prospects(versions[-1].texts)
        shown = (*versions, *(Version(Instant(date.max), program, "", Texts()) for program in prospects.values()))
        first = self.start(entries)
        complete = self.facts.complete if self.facts.complete is not None else self.as_of
        world = World(
            first,
            first,
            complete,
            tuple(shown),
            tuple(calendar(version.program.calendar) for version in shown),
            self.wake,
        )
        for one in self.facts.given:
            world.given.setdefault((one.key, one.index), []).append((None, one.value))
        for unknown in self.facts.unknown:
            for key in unknown.keys:
                world.unknown.setdefault(key, first)
        slots = _slots([version.program for version in shown])
        readers = self.readers = [Evaluator(world, slots[place], place) for place in range(len(shown))]
        for reader in readers:
            reader.readers = readers
        order = _universe([version.program for version in shown], slots)
        waiting = dict(zip(prospects, readers[len(versions) :], strict=True))
        self.wake(first)
        for instant in entries:
            self.wake(instant)
        for version in versions[1:]:
            self.wake(version.since)
        if world.gap.day <= self.as_of:
            self.wake(world.gap)
        last = Instant(self.as_of, _LAST)
        self.wake(last)
        fresh = True
        while self.queue:
            now = heapq.heappop(self.queue)
            if now > last:
                break
            world.now = now
            self.dirty = {"*"} if fresh or now.order in {0, END, _LAST} else set()
            fresh = False
            self.switch(world, versions, readers)
            ev = readers[world.current]
            self.pending_exercises(world, ev)
            entry = entries.get(now)
            if entry is not None:
                self.dirty |= apply(ev, entry)
            if now >= world.gap:
                self.dirty.add("*")
            self.settle(world, readers, order)
            self.effectiveness(world, readers, waiting)
        unclaimed(world)
        ahead = tuple(sorted(one for one in (*self.queue, now) if one > last))
        stand = writings(world, self.amendments, self.effects, readers[world.current], waiting, self.blocked)
        return Result(
            world, readers[: len(versions)], slots, self.facts, self.as_of, self.steps, ahead, self.effects, stand
        )

    def start(self, entries: Mapping[Instant, f.Entry]) -> Instant:
        """The instant from which the log is read: the agreement's day, or the first entry if it is earlier."""
        days = [self.as_of, *(instant.day for instant in entries)]
        if self.base.dated is not None:
            days.append(self.base.dated)
        return Instant(min(days))

    def wake(self, instant: Instant) -> None:
        """Ask for another look at an instant."""
        if instant not in self.queued:
            self.queued.add(instant)
            heapq.heappush(self.queue, instant)

    # ------------------------------------------------------------ texts

    def prospects(self, latest: Texts) -> dict[str, Program]:
        """For each instrument that takes more than signatures and is not in force: the program in which it would be.

        One whose changes cannot be made in the text as it stands is blocked as long as that is so.
        """
        done = {one.name for one in self.effects}
        found = {}
        for name in self.amendments:
            rule = self.base.instruments[name]
            if name in done or not (rule.conditional or rule.amends) or not set(rule.amends) <= set(latest.instruments):
                continue
            try:
                found[name] = self.program_of(texts_with(self.effects, rule))
            except DealError as trouble:
                self.blocked[name] = trouble.diagnostics[0].message
        return found

    def effectiveness(self, world: World, readers: list[Evaluator], waiting: Mapping[str, Evaluator]) -> None:
        """Whether an instrument with conditions of its own takes effect now, or one that expires is over.

        Raises:
            TextChange: One does.
        """
        if self.frozen:
            return
        now = readers[world.current]
        for name, ahead in waiting.items():
            rule = now.program.instruments[name]
            if set(rule.amends) <= set(world.effective) and not lacking(world, now, ahead, rule)[0]:
                raise TextChange(arrival(world, ahead, rule))
        for one in self.effects:
            if one.until is None and not one.struck and one.name in world.effective:
                end = over(now, one.name)
                if end is not None:
                    raise TextChange(evolve(one, until=end))

    def switch(self, world: World, versions: list[Version], readers: list[Evaluator]) -> None:
        """Put the text of this instant into force, and carry what is live over to it."""
        while world.current + 1 < len(versions) and versions[world.current + 1].since <= world.now:
            world.current += 1
            version = versions[world.current]
            if version.origin in version.program.instruments:
                world.effective.setdefault(version.origin, world.now)
            elif version.origin.startswith("expiry of "):
                world.expired.add(version.origin.removeprefix("expiry of "))
            carry(world, readers[world.current - 1], readers[world.current], version)
            self.dirty.add("*")

    def pending_exercises(self, world: World, ev: Evaluator) -> None:
        """Exercises whose notice is served now."""
        waiting = world.pending
        due = [one for one in waiting if one[0] <= world.now]
        world.pending = [one for one in waiting if one[0] > world.now]
        for _, fact, words in due:
            self.dirty |= attempt(ev, fact, words)

    # ------------------------------------------------------------ settling

    def settle(self, world: World, readers: list[Evaluator], order: list[tuple[str, str, int]]) -> None:
        """Read definitions again and let norms take their steps, until nothing moves."""
        for _ in range(_MOST_ROUNDS):
            self.steps += 1
            if self.steps > self.limits.steps:
                raise DealError([problem("X206", "the evaluation takes too many steps", NOWHERE)])
            if world.program.waivers:
                self.dirty |= attend(readers[world.current])
            self.terms(world, readers, order)
            moved = self.norms(world, readers[world.current])
            if not moved:
                return
            self.dirty = moved
        raise DealError(
            [
                problem(
                    "E103",
                    f"on {world.now.day.isoformat()} the rules do not settle: they keep undoing each other",
                    NOWHERE,
                )
            ]
        )

    def terms(self, world: World, readers: list[Evaluator], order: list[tuple[str, str, int]]) -> None:
        """Read again every definition that reads something that changed."""
        everything = "*" in self.dirty
        for slot, key, place in order:
            ev = readers[place]
            rule = ev.program.terms[key]
            touched = everything or slot not in world.values or bool(rule.reads & self.dirty)
            if not touched and not (rule.condition and "waiver" in self.dirty):
                continue
            if rule.each is not None:
                world.values.setdefault(slot, None)
                if rule.reads & self.dirty or everything:
                    self.dirty.add(f"term:{key}")
                    for reader in readers:
                        reader.memo.pop(key, None)
                continue
            value = self.read(world, ev, rule, slot)
            if not isinstance(value, Troubled) and limbs_noted(ev, rule, slot):
                self.dirty.add(f"term:{key}")
            if slot in world.values and world.values[slot] == value:
                continue
            world.values[slot] = value
            self.dirty.add(f"term:{key}")
            if rule.truth and not isinstance(value, Troubled):
                noted(world, slot, value, ev.onset(rule.body) if value.is_yes else world.now)

    def read(self, world: World, ev: Evaluator, rule: TermRule, slot: str) -> Any:
        """A definition as it is now; words that are not in force have their trouble only when somebody asks for them.

        Raises:
            DealError: A definition in force has no value.
        """
        try:
            return placed(rule, partial(read_term, ev, rule))
        except DealError as trouble:
            now = self.readers[world.current]
            if rule.key in world.program.terms and now.slots[rule.key] == slot:
                raise
            return Troubled(trouble)

    def norms(self, world: World, ev: Evaluator) -> set[str]:
        """Let every norm that may move take a step; the keys of those that did."""
        moved: set[str] = set()
        everything = "*" in self.dirty
        for rule in world.program.norms.values():
            waived = rule.key in world.program.waived
            touched = (
                everything
                or waived
                or bool(rule.reads & self.dirty)
                or f"norm:{rule.key}" in self.dirty
                or "agreement" in self.dirty
            )
            if not touched:
                continue
            for one in instances(ev, rule):
                if one.settled and not waived:
                    continue
                before = dict(one.cases)
                made = len(one.made)
                words = ev.rule_of(one)
                one.cases = placed(words, partial(step, ev, words, one))
                if one.cases != before or len(one.made) != made:
                    moved |= brought_about(ev, words, one, before)
        out = world.by_norm.keys() - world.program.norms.keys()
        gone = [one for one in world.standings.values() if one.key in out and not one.settled] if out else []
        for one in gone:
            rule = ev.rule_of(one)
            accrued = rule.sort == "duty" and set(one.cases) & {Status.BREACHED, Status.DUE}
            if not accrued and not one.saved:
                continue
            before = dict(one.cases)
            one.cases = step(ev, rule, one)
            if one.cases != before:
                moved |= brought_about(ev, rule, one, before)
        return moved


def brought_about(ev: Evaluator, rule: NormRule, one: Standing, before: Mapping[Status, Case]) -> set[str]:
    """Write down a change of a norm, and carry out what it brings about by itself; the keys of what changed."""
    world = ev.world
    recorded(world, rule, one, before)
    moved = {f"norm:{rule.key}"}
    maybe = one.cases.get(Status.EXERCISED)
    if rule.sort == "power" and rule.act.verb == "terminate" and maybe is not None and Status.EXERCISED not in before:
        world.endings.append(Ending(maybe.done, rule.key, rule.cite.identity, sure=False))
        moved.add("agreement")
    if rule.sort == "effect" and Status.EFFECTIVE in one.cases and Status.EFFECTIVE not in before:
        change(ev, rule, sure=len(one.cases) == 1)
        moved |= {"agreement", *(f"norm:{key}" for key in rule.act.targets)}
    return moved


__all__ = ["ALWAYS_YES", "Occurrence", "Result", "Texts", "evaluate", "shown", "spread"]
