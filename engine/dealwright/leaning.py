"""What answers rest on: provisions, readings, and facts that are missing.

Each is followed through everything that a rule reads, so that an answer leans on a reading whenever anything under it
would be changed by another alternative.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dealwright.evaluate.run import Result
from dealwright.evaluate.world import Status
from dealwright.program import InputRule, NormRule, Program, TermRule, WaiverRule
from dealwright.value import Truth
from dealwright.value.uncertain import is_certain

_DONE = frozenset({"duty", "power"})


class Leaning:
    """What answers rest on: provisions, readings, facts that are missing; followed through everything a rule reads."""

    def __init__(self, result: Result) -> None:
        """Keep the evaluation."""
        self.result = result
        self.world = result.world
        self.program: Program = self.world.program
        self.ev = result.readers[self.world.current]
        self.rules: dict[str, NormRule] = {}
        self.terms: dict[str, TermRule] = {}
        self.inputs: dict[str, InputRule] = {}
        for version in self.world.versions[: self.world.current + 1]:
            self.rules.update(version.program.norms)
            self.terms.update(version.program.terms)
            self.inputs.update(version.program.inputs)
        self.under: dict[str, tuple[str, ...]] = {}

    def rule(self, key: str) -> NormRule | TermRule | WaiverRule | None:
        """The rule of a key such as `term:X`."""
        sort, _, name = key.partition(":")
        if sort == "waiver":
            return next((one for one in self.program.waivers if one.key == name), None)
        if sort == "term":
            return self.terms.get(name)
        return self.rules.get(name) if sort == "norm" else None

    def below(self, key: str) -> tuple[str, ...]:
        """A key and all that lies under it, nearest first."""
        if key in self.under:
            return self.under[key]
        found: dict[str, None] = {}
        pending = [key]
        while pending:
            at = pending.pop(0)
            if at in found:
                continue
            found[at] = None
            rule = self.rule(at)
            if rule is not None:
                if not self.taken_out(rule):
                    pending.extend(sorted(rule.reads))
                if isinstance(rule, NormRule):
                    pending.extend(self.beside(rule))
                if not isinstance(rule, WaiverRule):
                    pending.extend(self.waivers(rule.key))
            elif at == "agreement":
                pending.extend(f"norm:{ending.cause}" for ending in self.world.endings)
        self.under[key] = tuple(found)
        return self.under[key]

    def beside(self, rule: NormRule) -> Iterator[str]:
        """What bears on a norm beside what its rule reads: what took its place, and how the agreement ended."""
        for heir in self.program.norms.values():
            if rule.key in (*heir.continuing, *heir.superseding):
                yield f"norm:{heir.key}"
        done = self.taken_out(rule) or all(set(one.cases) == {Status.PERFORMED} for one in self.world.of_norm(rule.key))
        if not rule.survives and not done:
            yield from (f"norm:{ending.cause}" for ending in self.world.endings)

    def waivers(self, key: str) -> Iterator[str]:
        """The waivers about a norm or a condition."""
        return (f"waiver:{one.key}" for one in self.program.waivers if key in (*one.norms, *one.terms))

    def taken_out(self, rule: NormRule | TermRule | WaiverRule) -> bool:
        """Whether a norm stands as it does because its provision is gone, whatever the facts."""
        if rule.key in self.program.norms or not isinstance(rule, NormRule):
            return False
        cases = [case for one in self.world.of_norm(rule.key) for case in one.cases.values()]
        return all(case.reason.startswith(("deleted by", "superseded by", "severed")) for case in cases)

    def cites(self, key: str) -> tuple[str, ...]:
        """The provisions an answer rests on, its own first; for one that is gone, that which took it out."""
        rules = [rule for one in self.below(key) if (rule := self.rule(one)) is not None]
        return tuple(dict.fromkeys(found for rule in rules if (found := self.provision(rule))))

    def provision(self, rule: NormRule | TermRule | WaiverRule) -> str:
        """The provision of a rule if it is in force, else that which took it out."""
        if isinstance(rule, WaiverRule):
            return rule.cite.text()
        live = isinstance(rule, TermRule) or rule.key in self.program.norms
        if live and (rule.cite.identity in self.program.nodes or rule.cite.identity == rule.cite.instrument):
            return rule.cite.text()
        return self.program.removed_by(rule.key, rule.cite.identity)

    def readings(self, key: str) -> tuple[str, ...]:
        """The readings an answer leans on."""
        found: set[str] = set()
        for one in self.below(key):
            rule = self.rule(one)
            if rule is not None and not self.taken_out(rule):
                found.update(rule.cite.readings)
                if "calendar" in rule.reads:
                    found.update(self.program.calendar_readings)
        return tuple(sorted(found))

    def needs(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The facts that are missing, each as a set that might settle the answer by itself.

        What is doubtful is followed first. That a term is no may be sure where only whether it can still be yes is not: where
        nothing is found, all that lies under the answer is followed.
        """
        return self.missing(key, doubtful=True) or self.missing(key, doubtful=False)

    def missing(self, key: str, *, doubtful: bool) -> tuple[tuple[str, ...], ...]:
        """The facts that are missing under an answer, or under what is doubtful of it; a norm that is gone reads its own text."""
        found: dict[str, None] = {}
        seen: set[tuple[int, str]] = set()
        pending = [(self.world.current, key)]
        while pending:
            place, at = pending.pop(0)
            if (place, at) in seen:
                continue
            seen.add((place, at))
            sort, _, name = at.partition(":")
            if (sort == "event" and self.world.open_since(at) is not None) or (
                sort == "input" and self.missing_input(name)
            ):
                found[name] = None
            elif sort == "norm" and self.world.open_since(at) is not None and self.open_norm(name):
                found[name.rsplit(" / ", 1)[-1]] = None
            if at in {key, "agreement"} or not doubtful or self.unsure(at):
                pending.extend(self.read_by(place, sort, name))
                if sort == "norm" and self.perhaps_ended(name):
                    pending.append((place, "agreement"))
        return tuple((one,) for one in found)

    def read_by(self, place: int, sort: str, name: str) -> list[tuple[int, str]]:
        """What a rule reads, each with the place of the text in which it reads it: the latest that has the rule."""
        if sort == "agreement":
            return [(place, f"norm:{ending.cause}") for ending in self.world.endings]
        programs = [version.program for version in self.world.versions[: place + 1]]
        while sort == "norm" and place and name not in programs[place].norms:
            place -= 1
        program = programs[place]
        rule = program.terms.get(name) if sort == "term" else program.norms.get(name) if sort == "norm" else None
        if rule is None:
            return []
        earlier = (*rule.continuing, *rule.superseding) if isinstance(rule, NormRule) else ()
        about = [one for waiver in program.waivers if name in (*waiver.norms, *waiver.terms) for one in waiver.reads]
        return [(place, one) for one in (*sorted({*rule.reads, *about}), *(f"norm:{key}" for key in earlier))]

    def missing_input(self, name: str) -> bool:
        """Whether an input is not known."""
        rule = self.inputs.get(name)
        if rule is None or rule.each:
            return False
        given = self.world.given.get((name, None))
        return not given and rule.normally is None

    def open_norm(self, name: str) -> bool:
        """Whether a norm may have been performed or exercised unlogged; effects and prohibitions are neither."""
        acts = f"norm:{name}" in self.world.unknown or (name in self.rules and self.rules[name].sort in _DONE)
        return acts and any(len(one.cases) > 1 for one in self.world.of_norm(name))

    def perhaps_ended(self, name: str) -> bool:
        """Whether a norm may be at an end because the agreement may have terminated."""
        cases = [case for one in self.world.of_norm(name) if len(one.cases) > 1 for case in one.cases.values()]
        doubtful = self.world.endings and not any(ending.sure for ending in self.world.endings)
        return bool(doubtful) and any(case.status in {Status.DISCHARGED, Status.LAPSED} for case in cases)

    def unsure(self, key: str) -> bool:
        """Whether something is not known."""
        sort, _, name = key.partition(":")
        if sort == "term":
            rule = self.program.terms.get(name)
            if rule is None:
                return False
            return rule.each is not None or not _certain(self.world.values.get(self.ev.slots[name]))
        return any(len(one.cases) > 1 for one in self.world.of_norm(name))


def _certain(value: Any) -> bool:
    """Whether a value or truth is known."""
    return value.known if isinstance(value, Truth) else is_certain(value)
