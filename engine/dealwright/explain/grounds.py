"""What an answer rests on: definitions, events, values given, instruments, and how each of them stands.

A truth is followed to what decides it. Of a list that must hold as a whole, and does not, only the limbs that fail
matter; of a list of which one limb is enough, only those that hold. Each term is told once, and named after that.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve, fields, has

from dealwright.evaluate import facts as f
from dealwright.evaluate.world import NOWHERE, Env, Occurrence
from dealwright.explain.reason import Reason, shortened
from dealwright.explain.ruling import rule_text
from dealwright.explain.saying import say
from dealwright.explain.telling import agreement, days, sentence
from dealwright.outcome import Answer, Outcome
from dealwright.program import Cite, NormRule, TermRule, core
from dealwright.value import Never, Truth, day_of, text_of

_DEEPEST: Final = 24
_MOST: Final = 6
_LISTS: Final = (core.AllOf, core.AnyOf, core.AtLeast, core.ExactlyOne)


class Grounds(ABC):
    """Finds the reasons for what an outcome says."""

    def __init__(self, outcome: Outcome) -> None:
        """Keep the outcome, and what has been told so far."""
        self.outcome = outcome
        self.result = outcome.result
        self.world = outcome.result.world
        self.ev = outcome.result.reader
        self.program = self.world.program
        self.told: set[str] = set()
        self.depth = 0

    # ------------------------------------------------------------ provisions

    def stands(self, cite: Cite) -> bool:
        """Whether the provision of a rule is in the text in force."""
        return cite.instrument in self.program.texts and (
            cite.identity in self.program.nodes or cite.identity == cite.instrument
        )

    def cite(self, rule: NormRule | TermRule) -> str:
        """The provision of a rule if it is in force, else that which took it out."""
        live = rule.key in self.program.norms if isinstance(rule, NormRule) else rule.key in self.program.terms
        return rule.cite.text() if live and self.stands(rule.cite) else self.remover(rule.key, rule.cite)

    def remover(self, key: str, cite: Cite) -> str:
        """What took a rule out of the text."""
        return self.program.removed_by(key, cite.identity)

    def words(self, cite: Cite) -> str:
        """The contract's own words beside a rule, once: of its provision, else of the one around it."""
        for identity in self.program.identities.get(cite.identity, ()):
            words = self.program.nodes.get(identity, ("", ""))[1]
            if words:
                once = f"words:{identity}" not in self.told
                self.told.add(f"words:{identity}")
                return shortened(words) if once else ""
        return ""

    def remover_words(self, by: str) -> str:
        """The words of the provision that took a rule out, once; a court has none."""
        for identity, (address, words) in self.program.nodes.items():
            if words and by == f"{address} of {identity.partition(': ')[0]}" and f"words:{identity}" not in self.told:
                self.told.add(f"words:{identity}")
                return shortened(words)
        return ""

    def readings(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Readings with the alternative chosen of each."""
        programs = [version.program for version in self.world.versions[: self.world.current + 1]]
        chosen = {name: label for program in programs for name, label in program.choices.items()}
        return tuple((name, chosen.get(name, "")) for name in names)

    # ------------------------------------------------------------ what is referred to

    def of(self, sort: str, key: str) -> Reason:
        """The reason for what a rule refers to."""
        match sort:
            case "term":
                return self.term(key)
            case "event":
                return self.event(key)
            case "input":
                return self.input(key)
            case "norm":
                return self.norm(key)
            case "instrument":
                return self.instrument(key)
            case "total":
                return self.total(*key.split(" ", 1))
            case _:
                return self.agreement()

    @abstractmethod
    def norm(self, key: str) -> Reason:
        """The reason for how a norm stands."""

    def parts(self, *nodes: Any) -> tuple[Reason, ...]:
        """The reasons for everything that some expressions refer to, each once."""
        found = dict.fromkeys(reference for node in nodes for part in walk(node) if (reference := refers(part)))
        return tuple(self.of(*reference) for reference in found)

    def term(self, key: str) -> Reason:
        """The reason for what a definition or condition is."""
        rule = self.program.terms.get(key)
        if rule is None:
            return Reason(f"{key} is not in the text in force")
        answer = self.outcome.terms.get(rule.name)
        text = f"{rule.name} has a value for each {rule.each.name}" if rule.each is not None else ""
        if answer is not None and answer.key == key:
            text = sentence(answer)
        if f"term:{key}" in self.told:
            return Reason(f"{text}: see above")
        self.told.add(f"term:{key}")
        words = self.words(rule.cite)
        children = self.deeper(lambda: self.term_children(rule))
        if answer is not None and not rule.truth and rule.each is None:
            text = f"{text}{self.worked(rule.body, answer.value)}"
        return Reason(text, self.cite(rule), words, rule_text(rule), (), self.readings(rule.cite.readings), children)

    def term_children(self, rule: TermRule) -> tuple[Reason, ...]:
        """What a definition or condition rests on."""
        if rule.truth and rule.each is None:
            return self.truths(rule.body, NOWHERE, {id(limb): label for label, limb in rule.limbs})
        return self.parts(rule.body)

    def worked(self, node: Any, value: Any, env: Env = NOWHERE) -> str:
        """How an amount was worked out: ` = Yearly Rent 5.00 EUR - Rebate 1.00 EUR`; nothing if it was only written."""
        node = self.chosen(node, env)
        if isinstance(node, core.Const) or isinstance(value, Never):
            return ""
        now = self.ev.value(node, env)
        if now != value:
            return f", which was {say(node)} when it was performed"
        alone = isinstance(node, core.TermValue | core.InputValue)
        return f" = {say(node) if alone else say(node, lambda part: self.mark(part, env))}"

    def mark(self, part: Any, env: Env) -> str:
        """The value of a part."""
        value = self.ev.value(part, env)
        return f"({value.text()})" if isinstance(value, Never) else text_of(value)

    def chosen(self, node: Any, env: Env) -> Any:
        """The case, or the exception, that applies."""
        while True:
            match node:
                case core.Choose(cases=cases, otherwise=otherwise):
                    truths = [self.ev.truth(when, env) for when, _ in cases]
                    held = [value for truth, (_, value) in zip(truths, cases, strict=True) if truth.is_yes]
                    first = held[0] if held else otherwise
                    if first is None or any(not truth.known for truth in truths):
                        return node
                    node = first
                case core.Excepted(value=value, exceptions=exceptions):
                    truths = [self.ev.truth(when, env) for _, when, _ in exceptions]
                    if any(not truth.known for truth in truths):
                        return node
                    held = [one for truth, (_, _, one) in zip(truths, exceptions, strict=True) if truth.is_yes]
                    node = held[0] if held else value
                case _:
                    return node

    def event(self, key: str, where: Any = None, env: Env = NOWHERE) -> Reason:
        """The reason for whether an event has occurred."""
        rule = self.program.events.get(key)
        cite = rule.cite.text() if rule is not None and rule.cite.instrument and self.stands(rule.cite) else ""
        found = [one for one, holds in self.ev.matching(key, where, env) if holds.may_be_yes]
        what = key if where is None else f"{key} where {say(where)}"
        if found:
            more = f", and {len(found) - 1} more times" if len(found) > 1 else ""
            return Reason(f"{what} occurred on {found[0].at.day.isoformat()}{more}", cite, entries=entries_of(found))
        planned = self.world.scheduled.get(key)
        if planned:
            return Reason(f"{what} is set for {planned[-1].at.day.isoformat()}", cite, entries=(planned[-1].entry,))
        gap = self.world.open_since(f"event:{key}")
        if gap is not None:
            why = "nobody knows" if f"event:{key}" in self.world.unknown else "the log does not go so far"
            return Reason(f"whether {what} has occurred is not known since {gap.day.isoformat()}: {why}", cite)
        return Reason(f"{what} has not occurred: the log does not hold it", cite)

    def input(self, key: str) -> Reason:
        """The reason for a value given from outside."""
        rule = self.program.inputs.get(key)
        cite = rule.cite.text() if rule is not None and rule.cite.instrument and self.stands(rule.cite) else ""
        given = [(index, rows[-1]) for (name, index), rows in self.world.given.items() if name == key]
        said = [
            f"{key}{f' for {text_of(index)}' if index is not None else ''} is {text_of(value)}"
            f"{f', as given on {at.day.isoformat()}' if at is not None else ', as given'}"
            for index, (at, value) in given[:_MOST]
        ]
        if said:
            return Reason("; ".join(said), cite)
        if rule is not None and rule.normally is not None:
            return Reason(f"{key} is {text_of(rule.normally)} unless something else is given", cite)
        return Reason(f"{key} is not known: nobody has given it", cite)

    def instrument(self, name: str) -> Reason:
        """The reason for whether an instrument has taken effect."""
        entries = tuple(
            entry.words
            for entry in self.result.facts.entries
            if isinstance(entry.fact, f.SignedBy) and entry.fact.instrument == name and entry.on <= self.outcome.as_of
        )
        stands = self.outcome.instruments.get(name)
        at = self.world.effective.get(name)
        if at is not None:
            ends = {"expired": "expired after", "superseded": "was superseded on"}
            over = stands is not None and stands.until is not None and stands.status in ends
            more = f" and {ends[stands.status]} {stands.until}" if stands is not None and over else ""
            return Reason(f"{name} took effect on {at.day.isoformat()}{more}", entries=entries)
        waits = () if stands is None else stands.waits
        if stands is not None and stands.status == "failed":
            lost = tuple(Reason(f"this cannot come about any more: {one}") for one in waits)
            return Reason(f"{name} can no longer take effect", entries=entries, children=lost)
        start = "the signature of "
        lacking = [one.removeprefix(start) for one in waits if one.startswith(start)]
        why = f": it lacks the signature of {' and '.join(lacking)}" if lacking else ""
        rest = tuple(Reason(f"it waits for this: {one}") for one in waits if not one.startswith(start))
        return Reason(f"{name} has not taken effect{why}", entries=entries, children=rest)

    def total(self, word: str, party: str) -> Reason:
        """The reason for all that a party received or paid."""
        mine = [one for one in self.world.ledger if party == (one.payee if word == "received" else one.payer)]
        value = self.ev.value(core.Total(word, party))
        return Reason(f"total {word} by {party} is {text_of(value)}", entries=tuple(one.entry for one in mine))

    def agreement(self) -> Reason:
        """The reason for how the agreement as a whole stands."""
        text = f"{self.program.name} {agreement(self.outcome)}"
        if "agreement" in self.told:
            return Reason(f"{text}: see above" if self.world.endings else text)
        self.told.add("agreement")
        causes = dict.fromkeys(ending.cause for ending in self.world.endings)
        return Reason(text, children=self.deeper(lambda: tuple(self.norm(cause) for cause in causes)))

    # ------------------------------------------------------------ truths

    def truths(self, node: Any, env: Env = NOWHERE, labels: Mapping[int, str] | None = None) -> tuple[Reason, ...]:
        """The reasons for a truth: what decides it."""
        labels = labels or {}
        match node:
            case core.Waivable(condition=condition, label=label, of=of):
                waived = self.ev.waived(condition, label)
                if waived is not None:
                    return (
                        Reason(f"{condition}{f' {label}' if label else ''} was waived on {waived.day.isoformat()}"),
                    )
                return self.truths(of, env, labels)
            case core.Not(of=of):
                return self.truths(of, env, labels)
            case core.AllOf() | core.AnyOf() | core.AtLeast() | core.ExactlyOne():
                return tuple(reason for item in self.deciding(node, env) for reason in self.limb(item, env, labels))
            case core.Choose() | core.Excepted():
                held = self.chosen(node, env)
                when = self.parts(*conditions(node))
                return when if held is node else (*when, *self.truths(held, env, labels))
            case core.TermTruth(key=key, index=()):
                return (self.term(key),)
            case core.StatusIs(of=core.Instance(sort="condition", key=key, labels=())):
                return (self.term(key),)
            case core.StatusIs(of=core.Instance(sort="norm", key=key, index=(), labels=())) if key:
                return (self.norm(key),)
            case core.Come(what=core.SinceTerm(key=key), limit=""):
                return (self.term(key),)
            case core.Come(what=core.FirstOf(event=event, where=where, last=False), limit=""):
                return (self.event(event, where, env),)
            case core.Some(event=event, where=where):
                return (self.event(event, where, env),)
            case core.AsTruth(of=core.InputValue(key=key, index=())):
                return (self.input(key),)
            case core.Const():
                return ()
            case _:
                return (self.leaf(node, env),)

    def leaf(self, node: Any, env: Env) -> Reason:
        """A comparison, a limit, a status: its answer and what it compares."""
        said = say(node, lambda part: self.mark(part, env))
        found = self.ev.truth(node, env)
        return Reason(f"{said}: {found.text()}", children=self.deeper(lambda: self.parts(node)))

    def limb(self, item: Any, env: Env, labels: Mapping[int, str]) -> tuple[Reason, ...]:
        """The reasons for one item of a list, under its label if it has one."""
        label = labels.get(id(item), "")
        found = self.deeper(lambda: self.truths(item, env, labels))
        if not label or (len(found) == 1 and f" {label} was waived " in found[0].text):
            return found
        if len(found) == 1:
            return (evolve(found[0], text=f"{label} {found[0].text}"),)
        return (Reason(f"{label} {say(item)}: {self.ev.truth(item, env).text()}", children=found),)

    def deciding(self, node: Any, env: Env) -> list[Any]:
        """The items of a list that decide it."""
        rows = [(item, self.ev.truth(item, env)) for item in node.items]
        whole = self.ev.truth(node, env)

        def only(wanted: Iterable[bool]) -> list[Any]:
            return [item for (item, _), yes in zip(rows, wanted, strict=True) if yes] or list(node.items)

        if isinstance(node, core.AllOf) and not whole.is_yes:
            return only(not found.is_yes for _, found in rows)
        if isinstance(node, core.AnyOf) and whole.is_yes:
            return only(found.is_yes for _, found in rows)
        return list(node.items)

    def deeper(self, build: Any) -> tuple[Reason, ...]:
        """Reasons one level down; none where it would go too deep."""
        if self.depth >= _DEEPEST:
            return (Reason("there is more under this than is followed here"),)
        self.depth += 1
        try:
            found: tuple[Reason, ...] = build()
        finally:
            self.depth -= 1
        return found


def conditions(node: Any) -> Iterator[Any]:
    """The conditions of cases or exceptions."""
    if isinstance(node, core.Choose):
        yield from (when for when, _ in node.cases)
    else:
        yield from (when for _, when, _ in node.exceptions)


def walk(node: Any) -> Iterator[Any]:
    """A bound expression and everything in it, in the order written."""
    pending = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending.extend(reversed(part))
        elif type(part).__module__.startswith("dealwright.program") and has(type(part)):
            yield part
            pending.extend(reversed([getattr(part, one.name) for one in fields(type(part))]))


def refers(part: Any) -> tuple[str, str] | None:
    """What a node refers to: its sort and key."""
    match part:
        case core.TermValue(key=key) | core.TermTruth(key=key) | core.SinceTerm(key=key):
            return "term", key
        case core.InputValue(key=key):
            return "input", key
        case core.FirstOf(event=event) | core.Pick(event=event) | core.Some(event=event) | core.Every(event=event):
            return "event", event
        case core.Aggregate(event=event):
            return "event", event
        case core.Received(event=event) if event:
            return "event", event
        case core.InstrumentInstant(instrument=name):
            return "instrument", name
        case core.Total(word=word, party=party):
            return "total", f"{word} {party}"
        case core.TerminationInstant() | core.AgreementIs():
            return "agreement", ""
        case core.Instance(key=key, sort=sort) if key:
            return "term" if sort == "condition" else sort, key
        case _:
            return None


def entries_of(found: list[Occurrence]) -> tuple[str, ...]:
    """The entries of some occurrences, those of many cut."""
    said = tuple(one.entry for one in found[:_MOST] if one.entry)
    return (*said, f"and {len(found) - _MOST} more") if len(found) > _MOST else said


__all__ = ["Answer", "Grounds", "Truth", "day_of", "days", "walk"]
