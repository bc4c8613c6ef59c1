"""When instruments take effect, in which order, until when, and what those that have not still wait for.

Signed, effective and expired are three things. An instrument takes effect once it is signed as the text asks and its
own conditions hold; until then it is pending and changes nothing. Several in force are put in by the day since which
they govern, then by the day on which they were made; what is equal in both has one rank. At expiry the text is as if
the instrument had not been made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from attrs import frozen

from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.evaluate import facts as f
from dealwright.evaluate.duties import begun
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.world import World
from dealwright.program import InstrumentRule, Program, Texts
from dealwright.value import Instant, Never, day_of
from dealwright.value.uncertain import is_certain

COURT = "a court"


@frozen
class Effect:
    """That an instrument, or the decision of a court, governs from an instant on.

    Attributes:
        since: The instant.
        known: The instant at which it came about: later than `since` for one that reaches back.
        name: The instrument, or `a court`.
        executed: The day on which it was made: the one it bears, else that of the last signature.
        struck: What a court struck.
        until: The instant from which it governs no more, if that has come.
    """

    since: Instant
    known: Instant
    name: str
    executed: date
    struck: str = ""
    until: Instant | None = None


@frozen
class Writing:
    """How an amending instrument stands: signed, in effect and expired are three things.

    Attributes:
        name: Its name.
        status: `pending`, `in effect`, `expired`, `superseded`, `failed` if it can no longer take effect, or `unknown`
            where that depends on an order which is not known.
        since: The day since which it governs, or governed.
        until: The last day on which it governed.
        waits: What it waits for; of one that failed, what cannot come about any more.
        signed: Who signed it, and on which day.
    """

    name: str
    status: str
    since: date | None = None
    until: date | None = None
    waits: tuple[str, ...] = ()
    signed: tuple[tuple[str, date], ...] = ()


def timeline(effects: Iterable[Effect]) -> list[tuple[Instant, Texts, str]]:
    """The texts, in order: from when each governs, what is in force in it, and what brought it about."""
    points = [(one.since, one.known, one.name, one) for one in effects]
    points += [(one.until, one.until, f"expiry of {one.name}", one) for one in effects if one.until is not None]
    standing: list[Effect] = []
    past: tuple[Texts, ...] = ()
    found = []
    for at, _, origin, one in sorted(points, key=lambda point: point[:2]):
        if origin == one.name:
            standing = [*standing, one]
        else:
            past = (*past, _texts(standing, past))
            standing = [other for other in standing if other is not one]
        found.append((at, _texts(standing, past), origin))
    return found


def _texts(standing: Sequence[Effect], past: tuple[Texts, ...] = ()) -> Texts:
    """What is in force, in the order of its ranks."""
    instruments = sorted(
        (one for one in standing if not one.struck), key=lambda one: (_rank(one), one.since, one.known)
    )
    equal = [tuple(one.name for one in group) for _, group in groupby(instruments, _rank)]
    return Texts(
        tuple(one.name for one in instruments),
        tuple(one.struck for one in standing if one.struck),
        tuple(names for names in equal if len(names) > 1),
        past,
    )


def _rank(one: Effect) -> tuple[date, date]:
    return one.since.day, one.executed


def texts_with(effects: Iterable[Effect], rule: InstrumentRule) -> Texts:
    """What would be in force if an instrument took effect now, in the order that its own words tell beforehand."""
    at = Instant(rule.reaches or date.max)
    more = Effect(at, Instant(date.max), rule.name, rule.dated or date.max)
    latest = timeline(effects)
    past = latest[-1][1].past if latest else ()
    return _texts([*(one for one in effects if one.until is None), more], past)


def foreseen(
    program_of: Callable[[Texts], Program],
    amendments: tuple[str, ...],
    entries: Iterable[tuple[Instant, f.Entry]],
) -> list[Effect]:
    """What signatures and courts alone bring into force, read off the log before it is played."""
    found = [
        Effect(Instant(rule.settled), Instant(rule.settled), name, rule.dated or rule.settled)
        for name, rule in program_of(Texts()).instruments.items()
        if rule.settled is not None and name in amendments
    ]
    signed: dict[str, set[str]] = {}
    for instant, entry in entries:
        match entry.fact:
            case f.Struck(identity=identity, until=last) if program_of(_texts(found)).severable:
                end = None if last is None else Instant(last + timedelta(1))
                if end is None or end > instant:
                    found.append(Effect(instant, instant, COURT, instant.day, identity, end))
            case f.SignedBy(instrument=name, by=by, proper=True) if name in amendments:
                mine = signed.setdefault(name, set())
                mine.update(by)
                rule = program_of(_texts(found)).instruments[name]
                done = {one.name for one in found}
                if (
                    name not in done
                    and not rule.conditional
                    and set(rule.signers) <= mine
                    and set(rule.amends) <= done | {program_of(Texts()).name}
                ):
                    found.append(Effect(instant, instant, name, rule.dated or instant.day))
            case _:
                pass
    return found


def lacking(world: World, now: Evaluator, ahead: Evaluator | None, rule: InstrumentRule) -> tuple[list[str], list[str]]:
    """What an instrument lacks to take effect now, in words, and what of it can no longer come about.

    Args:
        world: The world.
        now: The reader of the text in force, by which the amendment clause is judged.
        ahead: The reader of the text in which the instrument would be in force, by which its own conditions are; none
            while what it amends is not in force.
        rule: The instrument.
    """
    signed = world.signatures.get(rule.name, {})
    waits = [f"the signature of {name}" for name in rule.signers if name not in signed]
    lost: list[str] = []
    waits += [f"that {name} takes effect" for name in rule.amends if name not in world.effective and ahead is None]
    judged = [(words, now.truth(gate)) for words, gate in now.program.instruments[rule.name].gate]
    if ahead is not None:
        own = ahead.program.instruments[rule.name]
        if own.on is not None:
            judged.append((own.said("on"), begun(ahead, ahead.value(own.on))))
        judged += [(words, ahead.truth(truth)) for words, truth in own.when]
        if own.expires is not None and _over(ahead, own.expires) is not None:
            lost.append(f"it would have expired on {own.said('expires')}")
        elif own.first_business_day and not ahead.calendar.is_business_day(world.now.day):
            world.wakes(Instant(world.now.day + timedelta(1)))
            waits.append("a business day")
    judged = [(" ".join(words.split()), truth) for words, truth in judged]
    waits += [words for words, truth in judged if not truth.is_yes]
    lost += [words for words, truth in judged if truth.lost]
    return [*waits, *(words for words in lost if words not in waits)], lost


def arrival(world: World, ahead: Evaluator, rule: InstrumentRule) -> Effect:
    """That an instrument takes effect now."""
    own = ahead.program.instruments[rule.name]
    since = world.now
    if own.as_of is not None:
        back = ahead.value(own.as_of)
        if is_certain(back) and not isinstance(back, Never):
            since = min(since, Instant(day_of(back)))
    last = max((at.day for at in world.signatures.get(rule.name, {}).values()), default=world.now.day)
    return Effect(since, world.now, rule.name, rule.dated or last)


def over(ev: Evaluator, name: str) -> Instant | None:
    """From when an instrument in force governs no more, once its last day is over."""
    expires = ev.program.instruments[name].expires
    return None if expires is None else _over(ev, expires)


def _over(ev: Evaluator, expires: object) -> Instant | None:
    end = ev.value(expires)
    if is_certain(end) and not isinstance(end, Never) and ev.passed(day_of(end)):
        return Instant(day_of(end) + timedelta(1))
    return None


def writings(
    world: World,
    amendments: Sequence[str],
    effects: Sequence[Effect],
    now: Evaluator,
    ahead: Mapping[str, Evaluator],
    blocked: Mapping[str, str],
) -> tuple[Writing, ...]:
    """How every amending instrument stands at the end."""
    found = []
    rules = now.program.instruments
    restated = [one for one in effects if not one.struck and rules[one.name].restates]
    for name in amendments:
        signed = tuple((who, at.day) for who, at in world.signatures.get(name, {}).items())
        one = next((one for one in effects if one.name == name), None)
        if one is None or one.since > world.now:
            waits, lost = _wanting(world, now, ahead.get(name), rules[name])
            waits += [f"that its changes can be made: {why}" for other, why in blocked.items() if other == name]
            found.append(Writing(name, "failed" if lost else "pending", waits=tuple(lost or waits), signed=signed))
            continue
        later = [other.since for other in restated if one.since < other.since <= world.now]
        if one.until is not None and one.until <= world.now:
            found.append(Writing(name, "expired", one.since.day, one.until.day - timedelta(1), signed=signed))
        elif later:
            found.append(Writing(name, "superseded", one.since.day, min(later).day, signed=signed))
        else:
            found.append(Writing(name, "in effect", one.since.day, signed=signed))
    return tuple(found)


def _wanting(
    world: World, now: Evaluator, ahead: Evaluator | None, rule: InstrumentRule
) -> tuple[list[str], list[str]]:
    """What an instrument that is not in effect waits for, and what of it can no longer come about."""
    return ([rule.settled.isoformat()], []) if rule.settled is not None else lacking(world, now, ahead, rule)


def failed(found: Iterable[Writing], rules: Mapping[str, InstrumentRule]) -> Iterator[Diagnostic]:
    """Report instruments that can no longer take effect."""
    for one in found:
        if one.status == "failed":
            said = f"{echo(one.name)} can no longer take effect: {' and '.join(one.waits)} cannot come about any more"
            yield problem("E120", said, rules[one.name].span)
