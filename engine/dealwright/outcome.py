"""The answers: for every term what it is, since when, due when, how much, why, and what is missing to know more.

An outcome is a finished evaluation seen from the day asked about. It holds every definition, condition and norm of
the text in force, and every norm of an earlier text that once stood; the calendar of what is due; the history of
every change; and what was assumed. Nothing here is worked out by another rule than the interpreter's.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from attrs import field, frozen

from dealwright.accrual import interest
from dealwright.answer import Answer, Due
from dealwright.arguments import of_kind
from dealwright.diagnostic import Diagnostic
from dealwright.evaluate.effect import Writing, failed
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.run import Result, shown
from dealwright.evaluate.slots import limb_slot
from dealwright.evaluate.world import Case, Change, Standing, Status, World
from dealwright.leaning import Leaning, _certain
from dealwright.program import NormRule, TermRule
from dealwright.value import END, NEVER, Instant, Money, Never, Range, Truth
from dealwright.value.days import earlier_of
from dealwright.value.uncertain import Among, Unknown, hull, spread

_OPEN = frozenset({Status.DUE, Status.BREACHED, Status.SUSPENDED})
_MAY_STAND = frozenset({Status.PENDING, Status.DUE, Status.PERFORMED, Status.BREACHED, Status.DISCHARGED})
_RANK = (
    Status.BREACHED, Status.DUE, Status.SUSPENDED, Status.AVAILABLE, Status.PENDING, Status.PERFORMED, Status.EXERCISED,
    Status.IN_FORCE, Status.UNAVAILABLE, Status.WAIVED, Status.DISCHARGED, Status.SUPERSEDED, Status.LAPSED, Status.DELETED,
)  # fmt: skip


def _unexplained(outcome: Outcome, name: str) -> str:
    """What an outcome says for itself where nothing explains it."""
    return f"{name}: {outcome[name].kind}"


@frozen
class Outcome:
    """Everything that can be said on a day.

    Attributes:
        as_of: The day asked about.
        text: The instruments in force, the agreement first.
        status: `in force`, `terminated`, `closed`, or `unknown`.
        terms: Every answer by name, in the order of the text.
        calendar: What is due, the earliest first.
        history: Every change, in order.
        next: The next days on which something may change by itself.
        assumptions: What was taken for granted.
        diagnostics: What else should be told.
        instruments: How every amending instrument stands, by name.
        text_as_of: The day whose text was asked about, if it was another.
        known_by: The day by which the entries were recorded that counted, if not all did.
    """

    as_of: date
    text: tuple[str, ...]
    status: str
    terms: dict[str, Answer]
    calendar: tuple[Due, ...]
    history: tuple[Change, ...]
    next: tuple[date, ...]
    assumptions: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    result: Result = field(repr=False, eq=False)
    instruments: dict[str, Writing] = field(factory=dict)
    text_as_of: date | None = None
    known_by: date | None = None
    alternatives: tuple[Result, ...] = field(default=(), repr=False, eq=False)
    explaining: Callable[[Outcome, str], Any] = field(default=_unexplained, repr=False, eq=False)

    def explain(self, name: str) -> Any:
        """The reasons for the answer for a term, as a tree that prints itself.

        Raises:
            DealError: No term has this name.
        """
        of_kind("name", name, str, 'the name of a term, such as `"Deposit"`')
        return self.explaining(self, name)

    @property
    def in_effect(self) -> tuple[dict[str, date], dict[str, date]]:
        """Since when each instrument is in effect, and since when each provision that a court struck is gone."""
        effects = [one for one in self.result.effects if one.since.day <= self.as_of]
        return (
            {one.name: one.since.day for one in effects if not one.struck},
            {
                one.struck: one.since.day
                for one in effects
                if one.struck and (one.until is None or one.until.day > self.as_of)
            },
        )

    def __getitem__(self, name: str) -> Answer:
        """The answer for a term.

        Raises:
            KeyError: No term has this name.
        """
        if name not in self.terms:
            near = difflib.get_close_matches(str(name), self.terms, n=3)
            message = f"no term is called {name!r}" + (f"; there is {', '.join(map(repr, near))}" if near else "")
            raise KeyError(message)
        return self.terms[name]

    def __contains__(self, name: str) -> bool:
        """Whether a term has this name."""
        return name in self.terms

    def __iter__(self) -> Iterator[str]:
        """The names of all terms."""
        return iter(self.terms)


def outcome(result: Result, diagnostics: tuple[Diagnostic, ...] = ()) -> Outcome:
    """The answers of a finished evaluation."""
    world = result.world
    ev = result.readers[world.current]
    leans = Leaning(result)
    terms: dict[str, Answer] = {}
    for term in world.program.terms.values():
        if term.each is None:
            terms[term.name] = _term(ev, term, leans)
            for label, limb in term.limbs if term.condition else ():
                terms[f"{term.name} {label}"] = _limb(ev, term, label, limb, leans)
    names: dict[str, list[Answer]] = {}
    for rule, one in _standings(world):
        answer = _norm(ev, rule, one, leans)
        names.setdefault(answer.name, []).append(answer)
    for name, answers in names.items():
        for answer in answers[:-1]:
            terms[f"{name} ({_home(world, answer.key)})"] = answer
        terms[name if name not in terms else f"{name} ({answers[-1].kind})"] = answers[-1]
    _wholes(ev, world, terms, leans)
    return Outcome(
        result.as_of,
        world.program.texts,
        _status(ev),
        terms,
        _calendar(ev, world),
        tuple(world.changes),
        tuple(sorted({one.day if one.order < END else one.day + timedelta(1) for one in result.ahead}))[:12],
        _assumptions(result),
        (*diagnostics, *dict.fromkeys(world.notes), *failed(result.instruments, world.program.instruments)),
        result,
        {one.name: one for one in result.instruments},
    )


def _home(world: World, key: str) -> str:
    """The provision of a norm, for telling two of one name apart."""
    programs = (version.program for version in world.versions)
    cite = next(program.norms[key].cite for program in programs if key in program.norms)
    return f"{cite.address} of {cite.instrument}" if cite.address else cite.instrument


def _standings(world: World) -> Iterator[tuple[NormRule, Standing]]:
    """Every norm that stands or once stood, with its rule; those of the text in force last."""
    rules: dict[str, NormRule] = {}
    for version in world.versions[: world.current + 1]:
        rules.update(version.program.norms)
    live = world.program.norms
    for key in (*(key for key in rules if key not in live), *live):
        for one in world.of_norm(key):
            kept = world.versions[one.words].program.norms[key] if one.words is not None else rules[key]
            yield kept, one


def day(value: Any, *, shows: bool = False) -> Any:
    """An instant as a day for an answer: None for what has not come; with `shows`, the end of a day is the next day."""
    if isinstance(value, Range):
        return Range(day(value.low, shows=shows), day(value.high, shows=shows) or NEVER)
    if isinstance(value, Never) or value is None:
        return None
    if isinstance(value, Instant):
        return value.day + timedelta(1) if shows and value.order == END else value.day
    return value if isinstance(value, date) else None


def _term(ev: Evaluator, rule: TermRule, leans: Leaning) -> Answer:
    """The answer for a definition or a condition."""
    slot = ev.slots[rule.key]
    value = ev.world.values[slot]
    statuses = frozenset(ev.condition_statuses(rule.key)) if rule.condition else frozenset()
    since = _since(ev, slot, value, statuses) if rule.truth else None
    if rule.truth and (waived := ev.waived(rule.key)) is not None:
        since = day(waived)
    return Answer(
        rule.name,
        "condition" if rule.condition else "definition",
        _one(statuses) if rule.condition else None,
        statuses,
        value,
        since,
        cites=leans.cites(f"term:{rule.key}"),
        readings=leans.readings(f"term:{rule.key}"),
        needs=leans.needs(f"term:{rule.key}") if len(statuses) > 1 or not _certain(value) else (),
        key=rule.key,
    )


def _since(ev: Evaluator, place: str, value: Any, statuses: frozenset[Status]) -> Any:
    """Since when a definition, or a limb, is what it is, if it ever was yes, or has failed."""
    run, first = ev.world.run.get(place), ev.world.first.get(place, (NEVER, NEVER))[0]
    if run is None or (isinstance(first, Never) and statuses != {Status.FAILED}):
        return None
    return day(spread(ev.world.earliest.get(place, run), run)) if isinstance(value, Truth) and value.known else None


def _limb(ev: Evaluator, rule: TermRule, label: str, limb: Any, leans: Leaning) -> Answer:
    """The answer for one limb of a condition."""
    statuses = frozenset(ev.condition_statuses(rule.key, (label,)))
    value, slot = ev.truth(limb), ev.slots[rule.key]
    waived = ev.waived(rule.key, label)
    since = day(waived) if waived is not None else _since(ev, limb_slot(slot, label), value, statuses)
    return Answer(
        f"{rule.name} {label}", "condition", _one(statuses), statuses, value, since,
        cites=leans.cites(f"term:{rule.key}"), readings=leans.readings(f"term:{rule.key}"),
        needs=leans.needs(f"term:{rule.key}") if len(statuses) > 1 or not value.known else (), key=rule.key,
    )  # fmt: skip


def _one(statuses: frozenset[Status]) -> Status:
    """The one status, or unknown."""
    return next(iter(statuses)) if len(statuses) == 1 else Status.UNKNOWN


def _norm(ev: Evaluator, rule: NormRule, one: Standing, leans: Leaning) -> Answer:
    """The answer for a norm, or one instance of it."""
    cases = one.cases
    statuses = frozenset(_seen(ev, rule, status) for status in cases)
    status = _one(statuses)
    first = next(iter(cases.values()))
    pays = rule.act.verb == "pay"
    joined = first
    for case in list(cases.values())[1:]:
        joined = Case(
            first.status, hull(joined.since, case.since), hull(joined.due, case.due), hull(joined.breach, case.breach),
            hull(joined.done, case.done),
        )  # fmt: skip
    sole = len(cases) == 1
    breach = one.breaches[0][0] if one.breaches else day(joined.breach)
    falls, held = rule.sort == "duty", rule.sort in {"power", "permission"}
    amount = ev.amount(one) if pays and set(cases) & {Status.DUE, Status.BREACHED, Status.PERFORMED} else None
    paid = ev.paid_under([one], rule.key) if pays else None
    key = f"norm:{rule.key}"
    return Answer(
        shown(rule, one),
        rule.sort,
        status,
        statuses,
        None,
        day(joined.since, shows=held) if sole else None,
        day(joined.due) if falls else None,
        None if isinstance(amount, Never) else amount,
        paid,
        ev.outstanding(one) if pays and set(cases) & _OPEN else None,
        interest(ev.reader_of(one), rule, one) if pays and rule.interest is not None else None,
        breach,
        status is Status.PERFORMED and breach is not None and not (isinstance(breach, Range) and breach.high == NEVER),
        first.by if sole else (),
        first.reason if sole else "",
        tuple((day(made.at), made.truth) for made in one.made),
        leans.cites(key),
        leans.readings(key),
        leans.needs(key) if not sole else (),
        rule.key,
        _actors(rule, one) if held else (),
        held and rule.joint,
    )


def _actors(rule: NormRule, one: Standing) -> tuple[str, ...]:
    """Whom a norm speaks to: the one party of an instance for each, else all that it names."""
    return (one.env.party,) if one.env.party else rule.actors


def _seen(ev: Evaluator, rule: NormRule, status: Status) -> Status:
    """A status as it shows: a due norm that is suspended shows so."""
    return Status.SUSPENDED if status is Status.DUE and ev.suspended(rule.key) else status


def _wholes(ev: Evaluator, world: World, terms: dict[str, Answer], leans: Leaning) -> None:
    """For norms with several instances, the norm as a whole: the most pressing of its statuses."""
    for rule in world.program.norms.values():
        if rule.each is None and not rule.split:
            continue
        parts = [answer for answer in terms.values() if answer.key == rule.key]
        found = frozenset(status for answer in parts for status in answer.possible)
        if not parts and ev.unlogged(rule.key):
            found = _MAY_STAND if rule.sort == "duty" else frozenset({Status.UNAVAILABLE, Status.AVAILABLE})
            status = Status.UNKNOWN
        elif not parts:
            status = Status.PENDING if rule.sort == "duty" else Status.UNAVAILABLE
        else:
            sure = {answer.status for answer in parts}
            status = next((one for one in _RANK if one in sure), Status.UNKNOWN)
            if Status.UNKNOWN in sure:
                status = Status.UNKNOWN
            if status is not Status.BREACHED and rule.sort == "duty" and ev.unlogged(rule.key):
                status, found = Status.UNKNOWN, found | _MAY_STAND
        if rule.name not in terms:
            key = f"norm:{rule.key}"
            terms[rule.name] = Answer(
                rule.name, rule.sort, status, found if status is Status.UNKNOWN else frozenset((status,)),
                paid=_in_all(one.paid for one in parts),
                outstanding=_in_all(one.outstanding for one in parts),
                breach=_first_breach(ev, rule, parts),
                cites=leans.cites(key),
                readings=leans.readings(key), key=rule.key,
                needs=(tuple(dict.fromkeys(one for part in parts for one in part.needs)) or leans.needs(key))
                if status is Status.UNKNOWN else (),
            )  # fmt: skip


def _in_all(amounts: Iterable[Any]) -> Money | None:
    """The sum of what is known of several instances; none if there is nothing, or no sum of it."""
    found = [one for one in amounts if one is not None]
    sure = [one for one in found if isinstance(one, Money)]
    if not found or len(sure) < len(found) or len({one.currency for one in sure}) > 1:
        return None
    return Money(sum(one.amount for one in sure), sure[0].currency)


def _first_breach(ev: Evaluator, rule: NormRule, parts: list[Answer]) -> Any:
    """The first breach of several instances, those that may be there unseen among them."""
    first = earlier_of([NEVER, *(part.breach for part in parts if part.breach is not None)])
    if rule.sort == "duty" and ev.unlogged(rule.key):
        back = any(limit.word in {"at least", "immediately before"} for limit in rule.limits)
        first = earlier_of([first, Range(date.min if back else ev.world.gap.day, NEVER)])
    return None if isinstance(first, Never) else first


def _status(ev: Evaluator) -> str:
    """How the agreement as a whole stands."""
    ended = ev.terminated()
    if not ended.known:
        return "unknown"
    if ended.is_yes:
        return "terminated"
    return "closed" if ev.is_closed() else "in force"


def _calendar(ev: Evaluator, world: World) -> tuple[Due, ...]:
    """What is due or outstanding, the earliest first; what has no day last."""
    lines = []
    for rule, one in _standings(world):
        if rule.sort != "duty" or not set(one.cases) & _OPEN:
            continue
        case = next(case for status, case in one.cases.items() if status in _OPEN)
        actors = _actors(rule, one)
        rest = ev.outstanding(one) if rule.act.verb == "pay" else None
        lines.append(
            Due(day(case.due), shown(rule, one), actors, rule.act.receivers, rest, _seen(ev, rule, case.status))
        )
    return tuple(sorted(lines, key=lambda line: (_first_day(line.on), line.name)))


def _first_day(on: Any) -> date:
    """A day for ordering."""
    if isinstance(on, Range):
        return on.low if isinstance(on.low, date) else date.max
    return on if isinstance(on, date) else date.max


def _assumptions(result: Result) -> tuple[str, ...]:
    """What was taken for granted."""
    found = []
    program = result.world.program
    if result.facts.complete is None:
        found.append(f"the log is taken as complete through {result.as_of.isoformat()}")
    else:
        found.append(f"the log says that it is complete through {result.facts.complete.isoformat()}")
    if program.counts_business_days:
        named = result.world.calendars[result.world.current]
        said = "assumed, since the text names none" if program.calendar_assumed else "as the text or a reading says"
        found.append(f"business days of {named.name} {named.version}, digest {named.digest[:12]}, {said}")
    return tuple(found)


__all__ = ["Among", "Answer", "Due", "Outcome", "Unknown", "Writing", "interest", "outcome"]
